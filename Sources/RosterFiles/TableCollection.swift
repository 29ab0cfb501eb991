import Calendars
import Rosters

/// All tables of a period as they are read, one after another.
struct TableCollection: Sendable {
    let index: PlaceIndex
    private(set) var tables: [UnitTable] = []
    private(set) var assignments: [Assignment] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var units: Set<Ordinal<Unit>> = []
    private var intervals = FewOrMany<Slot, Interval>()
    private var memory = TableReader.Memory()

    init(index: PlaceIndex) {
        self.index = index
    }

    /// Reads tables in slices, unless something is wrong with them: then one after another, so that nothing is said twice.
    ///
    /// Something else that needs no table is done beside them.
    static func read<Other: Sendable>(
        _ sources: [SourceFile], index: PlaceIndex, by slicer: some Slicer, beside other: @Sendable () -> Other
    ) -> (TableCollection, Other) {
        let (parts, other) = slicer.overRanges(
            of: sources.count,
            { range in
                var part = TableCollection(index: index)
                part.reserve(for: sources[range])
                for source in sources[range] where part.diagnostics.isEmpty { part.read(source) }
                return part
            }, beside: other)
        if let joined = TableCollection(index: index, joining: parts, by: slicer) { return (joined, other) }
        var whole = TableCollection(index: index)
        for source in sources { whole.read(source) }
        return (whole, other)
    }

    /// Room for about as many assignments as the files hold: a name with its share of the row takes some sixteen bytes.
    private mutating func reserve(for sources: ArraySlice<SourceFile>) {
        assignments.reserveCapacity(sources.reduce(0) { $0 + $1.bytes.count } / 16)
    }

    /// Nil where a part has diagnostics, or two parts have a table of the same unit.
    private init?(index: PlaceIndex, joining parts: [TableCollection], by slicer: some Slicer) {
        self.index = index
        guard parts.allSatisfy(\.diagnostics.isEmpty) else { return nil }
        (assignments, tables) = slicer.pair(
            { Array(joining: parts.map(\.assignments)) }, { Array(joining: parts.map(\.tables)) })
        var isThere = [Bool](repeating: false, count: index.place.units.count)
        for table in tables {
            guard !isThere[table.unit.index] else { return nil }
            isThere[table.unit.index] = true
        }
    }

    mutating func read(_ source: SourceFile) {
        var log = DiagnosticList(file: source.path)
        defer { diagnostics += log.sorted }
        let unit = index.units.find(source.stem, at: .start, &log)
        if let unit, !units.insert(unit).inserted {
            log.add(.duplicate(.rosterTable, source.stem, firstLine: 1), at: .start)
        }
        _ = CsvScanner.read(source, &log) { read(&$0, unit: unit, file: source.path, &$1) }
    }

    private mutating func read(
        _ row: inout CsvScanner, unit: Ordinal<Unit>?, file: String, _ log: inout DiagnosticList
    ) {
        guard var reader = TableReader(unit: unit, index: index, &row, &memory, &log) else { return }
        while row.next(&log) {
            guard let slot = reader.slot(of: row, &memory, &log) else { continue }
            let interval = interval(of: slot)
            reader.add(row, slot, interval, to: &assignments, &log)
        }
        if let unit {
            tables.append(UnitTable(unit: unit, file: file, posts: reader.posts, weekdays: reader.weekdays))
        }
    }

    /// The same shift of the same day stands in thousands of tables.
    private mutating func interval(of slot: Slot) -> Interval {
        if let known = intervals[slot] { return known }
        let interval = index.place[slot.shift].window.interval(on: slot.date, in: index.place.zone)
        intervals.insert(slot, interval)
        return interval
    }
}

/// One shift on one date.
struct Slot: Hashable, Sendable {
    let date: CivilDate
    let shift: Ordinal<ShiftPattern>

    static func == (left: Slot, right: Slot) -> Bool { left.date == right.date && left.shift == right.shift }
}
