import Calendars
package import Rosters

/// A unit's table into which names are written: its lines stay as they are, rows and columns that it lacks are added.
package struct TableDraft: Sendable {
    package let unit: Ordinal<Unit>
    private let place: Place
    /// The lines of the file without their ends, blank ones among them; a row with line ends in its cells is one.
    private var lines: [String]
    private let lineEnd: String
    private let isChinese: Bool
    private var rows: [Row] = []
    private var header: [String] = []
    private var headerLine = 0
    private var columns: [Ordinal<Post>: Int] = [:]
    private var dateColumn = 0
    private var weekdayColumn: Int?
    private var shiftColumn = 1

    private struct Row {
        var slot: TableSlot
        /// Which of the lines it is.
        var line: Int
        var cells: [String]
    }

    /// The dates and shifts for which the table has rows, in their order.
    package var slots: [TableSlot] { rows.map(\.slot) }

    /// A table that nobody has sent yet; its header is in Chinese unless told otherwise.
    package init(of unit: Ordinal<Unit>, in place: Place, isChinese: Bool) {
        self.unit = unit
        self.place = place
        self.isChinese = isChinese
        self.lineEnd = "\n"
        self.header = isChinese ? ["日期", "星期", "班次"] : ["date", "weekday", "shift"]
        self.weekdayColumn = 1
        self.shiftColumn = 2
        self.lines = [""]
    }

    /// A file that the reader accepted; nil where it has no header.
    package init?(_ source: SourceFile, of unit: Ordinal<Unit>, in place: Place) {
        var log = DiagnosticList(file: source.path)
        guard let text = source.text(&log) else { return nil }
        self.unit = unit
        self.place = place
        self.lineEnd = text.contains("\r\n") ? "\r\n" : "\n"
        let physical = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
        let (lines, cells) = Self.logical(physical, Self.cells(of: source, &log))
        self.lines = lines
        guard let first = cells.first else { return nil }
        self.isChinese = first.cells.contains("日期")
        self.header = first.cells
        self.headerLine = first.line
        readHeader()
        rows = cells.dropFirst().compactMap { row(line: $0.line, cells: $0.cells) }
    }

    /// A row of the file, and the lines on which it stands.
    private typealias Cells = (lines: Range<Int>, cells: [String])

    private static func cells(of source: SourceFile, _ log: inout DiagnosticList) -> [Cells] {
        CsvScanner.read(source, &log) { scanner, log in
            var rows: [Cells] = []
            while scanner.next(&log) {
                rows.append((scanner.start - 1..<scanner.line - 1, (0..<scanner.width).map { scanner.text($0) }))
            }
            return rows
        } ?? []
    }

    /// The same lines with each row on one of its own, and where it stands among them.
    private static func logical(
        _ physical: [String], _ rows: [Cells]
    ) -> (lines: [String], rows: [(line: Int, cells: [String])]) {
        var lines: [String] = []
        var next = 0
        let placed = rows.map { row in
            lines += physical[next..<row.lines.lowerBound]
            lines.append(physical[row.lines.clamped(to: 0..<physical.count)].joined(separator: "\n"))
            next = min(row.lines.upperBound, physical.count)
            return (line: lines.count - 1, cells: row.cells)
        }
        return (lines + physical[next...], placed)
    }

    private mutating func readHeader() {
        func column(_ column: TableReader.Column) -> Int? {
            header.firstIndex { column.words.contains($0.lowercased()) }
        }
        dateColumn = column(.date) ?? 0
        weekdayColumn = column(.weekday)
        shiftColumn = column(.shift) ?? 1
        for (offset, name) in header.enumerated() {
            let post = place[unit].posts.first { place[$0].key.text == name || place[$0].name == name }
            if let post, columns[post] == nil { columns[post] = offset }
        }
    }

    private func row(line: Int, cells: [String]) -> Row? {
        guard cells.count > max(dateColumn, shiftColumn), let date = TimeText.date(cells[dateColumn]),
            let shift = place.shifts.firstIndex(where: {
                $0.key.text == cells[shiftColumn] || $0.name == cells[shiftColumn]
            })
        else { return nil }
        return Row(slot: TableSlot(date: date, shift: Ordinal(shift)), line: line, cells: cells)
    }
}

extension TableDraft {
    /// The table with these people of the unit in its cells; whoever is not among them is taken out.
    package func text(with assignments: [Assignment]) -> String {
        var draft = self
        let own = assignments.filter { $0.unit == unit }
        draft.addColumns(for: own.map(\.post).uniqued().sorted())
        draft.addRows(for: own)
        draft.fill(own)
        return draft.rendered()
    }

    private mutating func addColumns(for posts: [Ordinal<Post>]) {
        for post in posts where columns[post] == nil {
            columns[post] = header.count
            header.append(isChinese ? place[post].name : place[post].key.text)
        }
    }

    private mutating func addRows(for assignments: [Assignment]) {
        let known = Set(slots)
        let new = assignments.compactMap { TableSlot($0, in: place) }.uniqued().filter { !known.contains($0) }
        for slot in new.sorted(by: { $0.interval(in: place) < $1.interval(in: place) }) {
            let position = rows.lastIndex { $0.slot.interval(in: place) <= slot.interval(in: place) }
            let line = position.map { rows[$0].line + 1 } ?? headerLine + 1
            for number in rows.indices where rows[number].line >= line { rows[number].line += 1 }
            lines.insert("", at: min(line, lines.count))
            rows.insert(Row(slot: slot, line: line, cells: cells(of: slot)), at: position.map { $0 + 1 } ?? 0)
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
        let slot: TableSlot
        let post: Ordinal<Post>
    }

    private mutating func fill(_ assignments: [Assignment]) {
        let spelling = NameSpelling(of: unit, in: place)
        var names: [Cell: [String]] = [:]
        for assignment in assignments {
            guard let slot = TableSlot(assignment, in: place) else { continue }
            let mark = assignment.isPinned ? "!" : ""
            names[Cell(slot: slot, post: assignment.post), default: []].append(spelling[assignment.person] + mark)
        }
        for number in rows.indices {
            for (post, offset) in columns {
                let cell = names.removeValue(forKey: Cell(slot: rows[number].slot, post: post)) ?? []
                let text = cell.joined(separator: isChinese ? "、" : ";")
                while rows[number].cells.count <= offset { rows[number].cells.append("") }
                if !isNobody(rows[number].cells[offset]) || !text.isEmpty { rows[number].cells[offset] = text }
            }
        }
    }

    /// Whether a cell says that nobody stands there; it may stay as it is.
    private func isNobody(_ cell: String) -> Bool {
        CellText.words(cell, splitAtSpaces: false).allSatisfy { $0 == "—" }
    }

    private func rendered() -> String {
        var lines = lines
        lines[headerLine] = Self.line(header)
        for row in rows { lines[row.line] = Self.line(row.cells) }
        while lines.last == "" { lines.removeLast() }
        return lines.joined(separator: lineEnd) + lineEnd
    }

    private static func line(_ cells: [String]) -> String {
        cells.map { cell in
            cell.contains { ",\"\n\r".contains($0) }
                ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }.joined(separator: ",")
    }
}
