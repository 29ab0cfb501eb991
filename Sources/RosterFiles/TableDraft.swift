import Calendars
package import Rosters

/// A unit's table into which names are written: what need not change stays byte for byte, missing rows and columns are added.
package struct TableDraft: Sendable {
    package let unit: Ordinal<Unit>
    let place: Place
    /// The text of the file in pieces: every row, the header too, is one of them; empty where a row is new.
    var pieces: [String]
    let lineEnd: String
    let isChinese: Bool
    var header: [String]
    /// The header's cells as they stand in the file.
    var writtenHeader: [String]
    private(set) var headerPiece = 0
    var rows: [Row] = []
    var columns: [Ordinal<Post>: Int] = [:]
    private(set) var dateColumn = 0
    private(set) var weekdayColumn: Int?
    private(set) var shiftColumn = 1

    struct Row {
        var slot: TableSlot
        let interval: Interval
        /// Which of the pieces it is.
        var piece: Int
        var cells: [String]
        /// The cells as they stand in the file, quotation marks and blanks included.
        var written: [String]
        var isChanged = false
        /// The columns whose people are others than before.
        var changedColumns: Set<Int> = []
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
        self.writtenHeader = header
        // Excel takes Chinese text for another encoding without the mark.
        self.pieces = isChinese ? [Self.byteOrderMark, ""] : [""]
        self.headerPiece = pieces.count - 1
    }

    /// A file that the reader accepted; nil where it has no header.
    package init?(_ source: SourceFile, of unit: Ordinal<Unit>, in place: Place) {
        let (pieces, cells) = Self.cut(source)
        guard let first = cells.first else { return nil }
        self.unit = unit
        self.place = place
        self.pieces = pieces
        self.lineEnd = Self.ending(of: pieces[first.piece]).isEmpty ? "\n" : Self.ending(of: pieces[first.piece])
        self.isChinese = first.cells.contains("日期")
        self.header = first.cells
        self.writtenHeader = Self.written(pieces[first.piece])
        self.headerPiece = first.piece
        readHeader()
        rows = cells.dropFirst().compactMap { row(piece: $0.piece, cells: $0.cells) }
    }

    /// The file in pieces, and the cells of its rows.
    private static func cut(_ source: SourceFile) -> (pieces: [String], rows: [(piece: Int, cells: [String])]) {
        var log = DiagnosticList(file: source.path)
        return CsvScanner.read(source, &log) { scanner, log in
            func text(_ range: Range<Int>) -> String { String(decoding: source.bytes[range], as: UTF8.self) }
            var (pieces, done) = ([String](), 0)
            var rows: [(piece: Int, cells: [String])] = []
            while scanner.next(&log) {
                pieces.append(text(done..<scanner.begin))
                done = scanner.rest.lowerBound
                rows.append((pieces.count, (0..<scanner.width).map { scanner.text($0) }))
                pieces.append(text(scanner.begin..<done))
            }
            return (pieces + [text(done..<source.bytes.count)], rows)
        } ?? ([], [])
    }

    private mutating func readHeader() {
        func column(_ column: TableReader.Column) -> Int? {
            header.firstIndex { column.words.contains($0.lowercased()) }
        }
        dateColumn = column(.date) ?? 0
        weekdayColumn = column(.weekday)
        shiftColumn = column(.shift) ?? 1
        let posts = place[unit].posts
        for (offset, name) in header.enumerated() {
            let post = posts.first { place[$0].key.text == name } ?? posts.first { place[$0].name == name }
            if let post, columns[post] == nil { columns[post] = offset }
        }
    }

    private func row(piece: Int, cells: [String]) -> Row? {
        guard cells.count > max(dateColumn, shiftColumn), let date = TimeText.date(cells[dateColumn]) else {
            return nil
        }
        let (shifts, word) = (place.shifts, cells[shiftColumn])
        let shift = shifts.firstIndex { $0.key.text == word } ?? shifts.firstIndex { $0.name == word }
        guard let shift else { return nil }
        let slot = TableSlot(date: date, shift: Ordinal(shift))
        return Row(
            slot: slot, interval: slot.interval(in: place), piece: piece, cells: cells,
            written: Self.written(pieces[piece]))
    }

    /// The table with these people of the unit in its cells; whoever is not among them is taken out.
    package func text(with assignments: [Assignment]) -> String {
        let draft = filled(with: assignments)
        return draft.rendered(hasNewHeader: draft.header != header || pieces[headerPiece].isEmpty)
    }

    /// The same table in cells, for whoever only looks at it.
    package func cells(with assignments: [Assignment]) -> FilledTable { FilledTable(filled(with: assignments)) }

    private func filled(with assignments: [Assignment]) -> TableDraft {
        var draft = self
        let own = assignments.filter { $0.unit == unit }
        draft.addColumns(for: own.map(\.post).uniqued().sorted())
        draft.addRows(for: own)
        draft.fill(own)
        return draft
    }

    private func rendered(hasNewHeader: Bool) -> String {
        var text = ""
        var changed = Dictionary(uniqueKeysWithValues: rows.filter(\.isChanged).map { ($0.piece, $0.written) })
        if hasNewHeader { changed[headerPiece] = writtenHeader }
        for (number, piece) in pieces.enumerated() {
            guard let cells = changed[number] else {
                text += piece
                continue
            }
            if !text.isEmpty, text != Self.byteOrderMark, Self.ending(of: text).isEmpty, piece.isEmpty {
                text += lineEnd
            }
            text += cells.joined(separator: ",") + (piece.isEmpty ? lineEnd : Self.ending(of: piece))
        }
        return text
    }

    private static func ending(of line: String) -> String {
        let endings: [Character] = ["\n", "\r\n", "\r"]
        guard let last = line.last, endings.contains(last) else { return "" }
        return String(last)
    }

    private static let byteOrderMark = "\u{FEFF}"

    /// A cell as it is written, within quotation marks where it has to be.
    static func quoted(_ cell: String) -> String {
        cell.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
            ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }

    /// The cells of a row as they are written; commas within quotation marks part nothing.
    private static func written(_ piece: String) -> [String] {
        var cells = [String.UnicodeScalarView()]
        var (isBlank, mayQuote, isQuoted) = (true, false, false)
        for scalar in piece.unicodeScalars.dropLast(ending(of: piece).unicodeScalars.count) {
            if scalar == ",", !isQuoted {
                cells.append(String.UnicodeScalarView())
                (isBlank, mayQuote) = (true, false)
                continue
            }
            cells[cells.count - 1].append(scalar)
            if isBlank, scalar != " ", scalar != "\t" { (isBlank, mayQuote) = (false, scalar == "\"") }
            if mayQuote, scalar == "\"" { isQuoted.toggle() }
        }
        return cells.map { String($0) }
    }
}
