import Calendars
import Rosters

/// Reads one unit's table: a row per date and shift, a column per post, names in the cells.
struct TableReader {
    enum Column: CsvColumn {
        case date, weekday, shift, note

        var words: [String] {
            switch self {
            case .date: ["日期", "date"]
            case .weekday: ["星期", "周", "weekday"]
            case .shift: ["班次", "shift"]
            case .note: ["备注", "note"]
            }
        }

        var isRequired: Bool { self == .date || self == .shift }
    }

    private struct FilledSlot: Hashable {
        let slot: Slot
        let post: Ordinal<Post>
    }

    private let unit: Ordinal<Unit>?
    private let index: PlaceIndex
    private let header: CsvHeader<Column>
    private var columns: [(offset: Int, post: Ordinal<Post>)] = []
    private var filled: [FilledSlot: Int] = [:]
    private(set) var weekdays: [WeekdayCell] = []

    var posts: [Ordinal<Post>] { columns.map(\.post) }

    /// Reads the header; without a known unit the posts of the whole place may have columns.
    init?(
        unit: Ordinal<Unit>?, index: PlaceIndex, _ scanner: inout CsvScanner, _ log: inout DiagnosticList
    ) {
        guard let header = CsvHeader<Column>(&scanner, &log) else { return nil }
        self.unit = unit
        self.index = index
        self.header = header
        for (offset, name) in header.others {
            guard let post = post(name, &log) else { continue }
            if columns.contains(where: { $0.post == post }) {
                log.add(.duplicateColumn(name), at: header.site)
            } else {
                columns.append((offset, post))
            }
        }
    }

    private func post(_ name: String, _ log: inout DiagnosticList) -> Ordinal<Post>? {
        if let unit {
            let own = index.place[unit].posts
            if let post = own.first(where: { index.place[$0].key.text == name }) { return post }
            let named = own.filter { index.place[$0].name == name }
            if named.count == 1 { return named[0] }
            if !named.isEmpty || index.posts.first(name) != nil {
                return index.post(name, of: unit, at: header.site, &log)
            }
        } else if let post = index.posts.first(name) {
            return post
        }
        let posts = unit.map { index.place[$0].posts.map { index.place[$0] } } ?? index.place.posts
        let words = posts.flatMap { [$0.name, $0.key.text] } + CsvHeader<Column>.allWords
        log.add(.unknownColumn(name, nearest: nearest(to: name, among: words)), at: header.site)
        return nil
    }

    /// The date and shift of a row; nil where either cannot be read.
    mutating func slot(of row: CsvRow, _ log: inout DiagnosticList) -> Slot? {
        header.checkWidth(of: row, &log)
        let date = header.required(.date, of: row, &log).flatMap { text in
            let date = TimeText.date(text)
            if date == nil { log.add(.unexpected(found: text, expected: .date), at: row.site) }
            return date
        }
        let shift = header.required(.shift, of: row, &log).flatMap { index.shifts.find($0, at: row.site, &log) }
        let weekday = header.cell(.weekday, of: row)
        if let date, !weekday.isEmpty {
            weekdays.append(WeekdayCell(date: date, text: weekday, line: row.line))
        }
        if let date, let shift { return Slot(date: date, shift: shift) }
        findPeople(in: row, &log)
        return nil
    }

    /// Names of a row that cannot be placed are still looked up, so that all errors come in one run.
    private func findPeople(in row: CsvRow, _ log: inout DiagnosticList) {
        for (offset, _) in columns where offset < row.cells.count {
            for name in CellText.names(row.cells[offset]) {
                _ = index.people.find(name, near: unit, at: row.site, &log)
            }
        }
    }

    mutating func add(
        _ row: CsvRow, _ slot: Slot, _ interval: Interval, to assignments: inout [Assignment],
        _ log: inout DiagnosticList
    ) {
        for (offset, post) in columns where offset < row.cells.count {
            let names = CellText.names(row.cells[offset])
            guard !names.isEmpty else { continue }
            guard names.count <= CellText.mostNames else {
                log.add(.tooManyNames(found: names.count, allowed: CellText.mostNames), at: row.site)
                continue
            }
            if let first = filled.updateValue(row.line, forKey: FilledSlot(slot: slot, post: post)) {
                log.add(duplicateRow(slot, post, firstLine: first), at: row.site)
            }
            for (number, name) in names.enumerated() {
                guard let person = index.people.find(name, near: unit, at: row.site, &log), let unit else { continue }
                assignments.append(
                    Assignment(
                        person: person, unit: unit, post: post, date: slot.date, interval: interval,
                        isPrimary: number == 0, line: row.line))
            }
        }
    }

    private func duplicateRow(_ slot: Slot, _ post: Ordinal<Post>, firstLine: Int) -> Problem {
        .duplicateRow(
            date: slot.date, shift: index.place[slot.shift].name, post: index.place[post].name, firstLine: firstLine)
    }
}
