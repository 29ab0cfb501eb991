import Calendars
import Rosters

extension TableDraft {
    mutating func addColumns(for posts: [Ordinal<Post>]) {
        for post in posts where columns[post] == nil {
            let offset = header.count
            columns[post] = offset
            header.append(isChinese ? place[post].name : place[post].key.text)
            Self.set(header[offset], at: offset, in: &writtenHeader)
        }
    }

    /// A row of the table, whatever the shift is called.
    private struct Stretch: Hashable {
        let date: CivilDate
        let interval: Interval
    }

    mutating func addRows(for assignments: [Assignment]) {
        let known = Set(rows.map { Stretch(date: $0.slot.date, interval: $0.interval) })
        let new = assignments.filter { !known.contains(Stretch(date: $0.date, interval: $0.interval)) }
            .compactMap { TableSlot($0, in: place) }.uniqued()
        for slot in new.sorted(by: { $0.interval(in: place) < $1.interval(in: place) }) {
            let interval = slot.interval(in: place)
            let position = rows.lastIndex { $0.interval <= interval }
            let piece = (position.map { rows[$0].piece } ?? headerPiece) + 1
            for number in rows.indices where rows[number].piece >= piece { rows[number].piece += 1 }
            pieces.insert("", at: piece)
            let cells = cells(of: slot)
            rows.insert(
                Row(
                    slot: slot, interval: interval, piece: piece, cells: cells, written: cells.map(Self.quoted),
                    isChanged: true),
                at: position.map { $0 + 1 } ?? 0)
        }
    }

    private func cells(of slot: TableSlot) -> [String] {
        var cells = [String](repeating: "", count: header.count)
        cells[dateColumn] = slot.date.description
        cells[shiftColumn] = isChinese ? place[slot.shift].name : place[slot.shift].key.text
        if let weekdayColumn {
            let names = isChinese ? Self.chineseWeekdays : Self.englishWeekdays
            cells[weekdayColumn] = names[slot.date.weekday - 1]
        }
        return cells
    }

    private static let chineseWeekdays = ["一", "二", "三", "四", "五", "六", "日"]
    private static let englishWeekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    private struct Cell: Hashable {
        let stretch: Stretch
        let post: Ordinal<Post>
    }

    mutating func fill(_ assignments: [Assignment]) {
        let spelling = NameSpelling(of: unit, in: place)
        let wanted = Dictionary(grouping: assignments) {
            Cell(stretch: Stretch(date: $0.date, interval: $0.interval), post: $0.post)
        }
        let homes = homes(spelling)
        for number in rows.indices {
            for (post, offset) in columns {
                let cell = cell(number, post)
                let people = homes[cell] == number ? wanted[cell] ?? [] : []
                write(people.map { NamedPerson(person: $0.person, isPinned: $0.isPinned) }, number, offset, spelling)
            }
        }
    }

    private func cell(_ row: Int, _ post: Ordinal<Post>) -> Cell {
        Cell(stretch: Stretch(date: rows[row].slot.date, interval: rows[row].interval), post: post)
    }

    /// The row in which each cell stands, where several rows are of one date and shift.
    private func homes(_ spelling: NameSpelling) -> [Cell: Int] {
        var homes: [Cell: Int] = [:]
        for number in rows.indices {
            for (post, offset) in columns {
                let cell = cell(number, post)
                let isFilled =
                    offset < rows[number].cells.count && spelling.people(in: rows[number].cells[offset]) != []
                if homes[cell] == nil || isFilled { homes[cell] = number }
            }
        }
        return homes
    }

    /// A cell that says so already stays as it is written, and so does each name that stays in a cell.
    private mutating func write(_ people: [NamedPerson], _ row: Int, _ offset: Int, _ spelling: NameSpelling) {
        let old = offset < rows[row].cells.count ? rows[row].cells[offset] : ""
        guard spelling.people(in: old) != people else { return }
        while rows[row].cells.count <= offset { rows[row].cells.append("") }
        rows[row].cells[offset] = spelling.text(of: people, insteadOf: old, separator: isChinese ? "、" : ";")
        Self.set(rows[row].cells[offset], at: offset, in: &rows[row].written)
        rows[row].isChanged = true
        rows[row].changedColumns.insert(offset)
    }

    private static func set(_ cell: String, at offset: Int, in written: inout [String]) {
        while written.count <= offset { written.append("") }
        written[offset] = quoted(cell)
    }
}
