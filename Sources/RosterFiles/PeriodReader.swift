package import Rosters

/// Reads a period and the tables that units sent in for it.
package enum PeriodReader {
    /// The `period:` value; nil where there is none to be read.
    package static func periodKey(of source: SourceFile) -> String? {
        var log = DiagnosticList(file: source.path)
        guard let root = YamlLoader.load(source, &log) else { return nil }
        return root.entries(&log).first { $0.key == PeriodFileReader.Field.period.rawValue }?.value.scalar
    }

    package static func read(_ sources: PeriodSources, in book: PlaceBook) -> Reading<Roster> {
        let index = PlaceIndex(book.place)
        var log = DiagnosticList(file: sources.period.path)
        let root = YamlLoader.load(sources.period, &log)
        let reader = PeriodFileReader(index: index, calendar: book.calendar)
        let period = root.flatMap { reader.read($0, &log) }
        var diagnostics = log.sorted

        var collection = TableCollection(index: index)
        for table in sources.tables { diagnostics += collection.read(table) }
        let roster = period.map {
            Roster(period: $0, tables: collection.tables, assignments: collection.assignments)
        }
        return Reading(value: roster, diagnostics: diagnostics)
    }
}
