import Calendars
import Rosters

/// All tables of a period as they are read, one after another.
struct TableCollection {
    let index: PlaceIndex
    private(set) var tables: [UnitTable] = []
    private(set) var assignments: [Assignment] = []
    private var units: Set<Ordinal<Unit>> = []
    private var intervals: [Slot: Interval] = [:]

    init(index: PlaceIndex) {
        self.index = index
    }

    mutating func read(_ source: SourceFile) -> [Diagnostic] {
        var log = DiagnosticList(file: source.path)
        let unit = index.units.find(source.stem, at: .start, &log)
        if let unit, !units.insert(unit).inserted {
            log.add(.duplicate(.rosterTable, source.stem, firstLine: 1), at: .start)
        }
        guard var scanner = CsvScanner(source, &log) else { return log.sorted }
        guard var reader = TableReader(unit: unit, index: index, &scanner, &log) else { return log.sorted }
        while let row = scanner.next(&log) {
            guard let slot = reader.slot(of: row, &log) else { continue }
            let interval = interval(of: slot)
            reader.add(row, slot, interval, to: &assignments, &log)
        }
        if let unit {
            tables.append(
                UnitTable(unit: unit, file: source.path, posts: reader.posts, weekdays: reader.weekdays))
        }
        return log.sorted
    }

    /// The same shift of the same day stands in thousands of tables.
    private mutating func interval(of slot: Slot) -> Interval {
        if let known = intervals[slot] { return known }
        let interval = index.place[slot.shift].window.interval(on: slot.date, in: index.place.zone)
        intervals[slot] = interval
        return interval
    }
}

/// One shift on one date.
struct Slot: Hashable {
    let date: CivilDate
    let shift: Ordinal<ShiftPattern>
}
