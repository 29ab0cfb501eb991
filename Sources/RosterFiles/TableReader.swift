import Calendars
import Rosters

/// Reads one unit's table: a row per date and shift, a column per post, names in the cells.
struct TableReader {
    enum Column: Int, CsvColumn {
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

    private struct Cell: Hashable {
        let slot: Slot
        let post: Ordinal<Post>

        static func == (left: Cell, right: Cell) -> Bool { left.slot == right.slot && left.post == right.post }
    }

    private let unit: Ordinal<Unit>?
    private let index: PlaceIndex
    private let header: CsvHeader<Column>
    private let colleagues: Colleagues?
    private var columns: [(offset: Int, post: Ordinal<Post>)] = []
    private var names: [Range<Int>] = []
    /// By shift and post, the line on which its cell was filled first.
    private var filled = FewOrMany<Cell, Int>()
    /// The shifts of earlier rows: only one that comes again can fill a cell twice.
    private var slots = FewOrMany<Slot, Int>()
    private(set) var weekdays: [WeekdayCell] = []

    var posts: [Ordinal<Post>] { columns.map(\.post) }

    /// Reads the header; without a known unit the posts of the whole place may have columns.
    init?(
        unit: Ordinal<Unit>?, index: PlaceIndex, _ row: inout CsvScanner, _ memory: inout Memory,
        _ log: inout DiagnosticList
    ) {
        guard row.next(&log) else {
            log.add(.missingHeader, at: .start)
            return nil
        }
        self.unit = unit
        self.index = index
        self.colleagues = unit.map { index.people.colleagues(of: $0) }
        let own = unit.map { index.place.units[$0.index].posts }
        if let known = memory.layout, known.posts == own, known.isHeader(row) {
            self.header = known.header
            self.columns = known.columns
            return
        }
        self.header = CsvHeader(of: row, &log)
        readColumns(&log)
        if log.isEmpty { memory.layout = Layout(row, posts: own, header: header, columns: columns) }
    }

    private mutating func readColumns(_ log: inout DiagnosticList) {
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
    mutating func slot(of row: CsvScanner, _ memory: inout Memory, _ log: inout DiagnosticList) -> Slot? {
        header.checkWidth(of: row, &log)
        let dateCell = header.bytes(.date, of: row)
        let date = memory.dates.value(of: dateCell) { _ in
            header.required(.date, of: row, &log).flatMap { text in
                let date = TimeText.date(text)
                if date == nil { log.add(.unexpected(found: text, expected: .date), at: row.site) }
                return date
            }
        }
        let shift = memory.shifts.value(of: header.bytes(.shift, of: row)) { _ in
            header.required(.shift, of: row, &log).flatMap { index.shifts.find($0, at: row.site, &log) }
        }
        let weekday = header.cell(.weekday, of: row)
        if let date, !weekday.isEmpty {
            weekdays.append(WeekdayCell(date: date, text: weekday, line: row.start))
        }
        if let date, let shift { return Slot(date: date, shift: shift) }
        findPeople(in: row, &log)
        return nil
    }

    /// Dates and shifts that other tables named before.
    struct Memory: Sendable {
        var dates = WordMemory<CivilDate>()
        var shifts = WordMemory<Ordinal<ShiftPattern>>()
        var layout: Layout?
    }

    /// The columns of a table; those of most units are the same.
    struct Layout: Sendable {
        let posts: [Ordinal<Post>]?
        let header: CsvHeader<Column>
        let columns: [(offset: Int, post: Ordinal<Post>)]
        private let line: Int
        private let cells: [[UInt8]]

        init(
            _ row: CsvScanner, posts: [Ordinal<Post>]?, header: CsvHeader<Column>,
            columns: [(offset: Int, post: Ordinal<Post>)]
        ) {
            self.posts = posts
            self.header = header
            self.columns = columns
            self.line = row.start
            self.cells = (0..<row.width).map { Array(row[$0]) }
        }

        func isHeader(_ row: CsvScanner) -> Bool {
            row.start == line && row.width == cells.count && cells.indices.allSatisfy { row[$0].isEqual(to: cells[$0]) }
        }
    }

    /// Names of a row that cannot be placed are still looked up, so that all errors come in one run.
    private mutating func findPeople(in row: CsvScanner, _ log: inout DiagnosticList) {
        for (offset, _) in columns {
            let cell = row[offset]
            CellText.names(cell, into: &names)
            for name in names { _ = person(cell.part(CellText.unpinned(name, of: cell)), at: row.site, &log) }
        }
    }

    private func person(_ word: Bytes, at site: Site, _ log: inout DiagnosticList) -> Ordinal<Person>? {
        index.people.find(word, among: colleagues, near: unit, at: site, &log)
    }

    mutating func add(
        _ row: CsvScanner, _ slot: Slot, _ interval: Interval, to assignments: inout [Assignment],
        _ log: inout DiagnosticList
    ) {
        let isRepeated = slots[slot] != nil
        if !isRepeated { slots.insert(slot, row.start) }
        for (offset, post) in columns {
            let cell = row[offset]
            CellText.names(cell, into: &names)
            guard !names.isEmpty else { continue }
            guard names.count <= CellText.mostNames else {
                log.add(.tooManyNames(found: names.count, allowed: CellText.mostNames), at: row.site)
                continue
            }
            let place = Cell(slot: slot, post: post)
            if isRepeated, let first = filled[place] {
                log.add(duplicateRow(slot, post, firstLine: first), at: row.site)
            } else {
                filled.insert(place, row.start)
            }
            for (number, name) in names.enumerated() {
                let word = CellText.unpinned(name, of: cell)
                guard let person = person(cell.part(word), at: row.site, &log), let unit else { continue }
                assignments.append(
                    Assignment(
                        person: person, unit: unit, post: post, date: slot.date, interval: interval,
                        isPrimary: number == 0, isPinned: word != name, line: row.start))
            }
        }
    }

    private func duplicateRow(_ slot: Slot, _ post: Ordinal<Post>, firstLine: Int) -> Problem {
        .duplicateRow(
            date: slot.date, shift: index.place[slot.shift].name, post: index.place[post].name, firstLine: firstLine)
    }
}
