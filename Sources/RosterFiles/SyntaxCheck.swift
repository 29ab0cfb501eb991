/// Checks the form of files whose names cannot be looked up because the place itself cannot be read.
enum SyntaxCheck {
    static func diagnostics(besides sources: PlaceSources) -> [Diagnostic] {
        let tables = [sources.people, sources.absences, sources.wishes, sources.history].compactMap(\.self).map(table)
        return Array(tables.joined()) + (sources.policy.map(yaml) ?? [])
    }

    private static func table(_ source: SourceFile) -> [Diagnostic] {
        var log = DiagnosticList(file: source.path)
        _ = CsvScanner.read(source, &log) { scanner, log in while scanner.next(&log) {} }
        return log.sorted
    }

    private static func yaml(_ source: SourceFile) -> [Diagnostic] {
        var log = DiagnosticList(file: source.path)
        _ = YamlLoader.load(source, &log)
        return log.sorted
    }
}
