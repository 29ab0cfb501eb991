package import Rosters

/// Reads a period and the tables that units sent in for it.
package enum PeriodReader {
    /// The `period:` value; nil where there is none to be read.
    package static func periodKey(of source: SourceFile) -> String? { periodKey(of: OpenedFile(source)) }

    /// The same for a file that is open already.
    package static func periodKey(of period: OpenedFile) -> String? {
        var log = DiagnosticList(file: period.source.path)
        guard let root = period.root else { return nil }
        return root.entries(&log).first { $0.key == PeriodFileReader.Field.period.rawValue }?.value.scalar
    }

    /// Reads `period.yaml` and all tables, these in as many slices as the slicer wants.
    package static func read(
        _ sources: PeriodSources, in book: PlaceBook, by slicer: some Slicer = WholeWalk()
    ) -> Reading<Roster> {
        let index = PlaceIndex(book.place)
        let opened = sources.opened ?? OpenedFile(sources.period)
        let reader = PeriodFileReader(index: index, calendar: book.calendar)
        let (collection, period) = TableCollection.read(sources.tables, index: index, by: slicer) {
            var log = opened.log
            return Reading(value: opened.root.flatMap { reader.read($0, &log) }, diagnostics: log.sorted)
        }
        let roster = period.value.map {
            Roster(period: $0, tables: collection.tables, assignments: collection.assignments)
        }
        return Reading(value: roster, diagnostics: period.diagnostics + collection.diagnostics)
    }
}
