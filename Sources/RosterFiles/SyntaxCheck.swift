/// Checks the form of files whose names cannot be looked up because the place itself cannot be read.
enum SyntaxCheck {
    static func diagnostics(besides sources: PlaceSources) -> [Diagnostic] {
        let tables = [sources.people, sources.absences].compactMap(\.self).map(table)
        return Array(tables.joined()) + (sources.policy.map(yaml) ?? [])
    }

    private static func table(_ source: SourceFile) -> [Diagnostic] {
        var log = DiagnosticList(file: source.path)
        guard var scanner = CsvScanner(source, &log) else { return log.sorted }
        while scanner.next(&log) != nil {}
        return log.sorted
    }

    private static func yaml(_ source: SourceFile) -> [Diagnostic] {
        var log = DiagnosticList(file: source.path)
        _ = YamlLoader.load(source, &log)
        return log.sorted
    }
}
