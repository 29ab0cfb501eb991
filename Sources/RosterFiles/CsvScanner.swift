/// Bytes that stay where they are while they are read.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension Bytes {
    /// Some of these bytes.
    func part(_ range: Range<Int>) -> Bytes { Bytes(rebasing: self[range]) }

    /// The text that they make.
    var text: String { String(decoding: self, as: UTF8.self) }

    func isEqual(to other: [UInt8]) -> Bool {
        guard count == other.count else { return false }
        for position in indices where self[position] != other[position] { return false }
        return true
    }
}

/// Walks the rows of a CSV file (RFC 4180): quotes, doubled quotes, line ends within quotes.
///
/// The cells of the row at hand are ranges of the file's bytes, trimmed; nothing is copied until somebody asks for text.
struct CsvScanner {
    let bytes: Bytes
    private let end: Int
    private var position: Int
    private(set) var line: Int
    /// The line on which the row at hand starts, from 1.
    private(set) var start = 0
    /// Where its bytes begin.
    private(set) var begin = 0
    private var cells: [Range<Int>] = []
    /// What stands within the row's quotation marks, as if it followed the file's bytes.
    private var quoted = QuotedText()

    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// Reads a file with a scanner over all of its rows; nil, with a diagnostic, for bytes that are no UTF-8.
    static func read<Result>(
        _ source: SourceFile, _ log: inout DiagnosticList, _ body: (inout CsvScanner, inout DiagnosticList) -> Result
    ) -> Result? {
        guard source.isUTF8(&log) else { return nil }
        return source.bytes.withUnsafeBufferPointer { bytes in
            var scanner = CsvScanner(bytes, in: source.content.startIndex..<bytes.count, line: 1)
            return body(&scanner, &log)
        }
    }

    /// Rows that begin at the start of a range and on a known line.
    init(_ bytes: Bytes, in range: Range<Int>, line: Int) {
        self.bytes = bytes
        self.end = range.upperBound
        self.position = range.lowerBound
        self.line = line
    }

    /// The bytes that were not read yet.
    var rest: Range<Int> { position..<end }

    // MARK: - The row at hand

    var site: Site { Site(line: start) }

    /// The number of cells up to the last one that is not empty.
    var width: Int { (cells.lastIndex { !$0.isEmpty } ?? -1) + 1 }

    /// The bytes of a cell; none where the row is shorter.
    subscript(offset: Int) -> Bytes {
        guard offset < cells.count else { return Bytes(start: nil, count: 0) }
        let cell = cells[offset]
        return cell.lowerBound < bytes.count || cell.isEmpty
            ? bytes.part(cell.isEmpty ? 0..<0 : cell) : quoted[cell, behind: bytes.count]
    }

    func text(_ offset: Int) -> String { self[offset].text }

    // MARK: - Walking

    /// Goes to the next row that is not blank; false at the end.
    mutating func next(_ log: inout DiagnosticList) -> Bool {
        while position < end {
            start = line
            begin = position
            if !readPlainRow() { readRow(&log) }
            _ = skip(Self.carriageReturn)
            _ = skip(Self.lineFeed)
            line += 1
            if cells.contains(where: { !$0.isEmpty }) { return true }
        }
        return false
    }

    /// Reads a row without quotation marks; false where there is one.
    private mutating func readPlainRow() -> Bool {
        cells.removeAll(keepingCapacity: true)
        var (next, cell) = (position, position)
        while next < end {
            let byte = bytes[next]
            if byte == Self.quote { return false }
            if byte == Self.comma || byte == Self.lineFeed || byte == Self.carriageReturn {
                cells.append(trimmed(bytes, from: cell, to: next))
                if byte != Self.comma {
                    position = next
                    return true
                }
                cell = next + 1
            }
            next += 1
        }
        cells.append(trimmed(bytes, from: cell, to: end))
        position = end
        return true
    }

    private mutating func readRow(_ log: inout DiagnosticList) {
        cells.removeAll(keepingCapacity: true)
        quoted.begin(room: end - position)
        repeat { readCell(&log) } while skip(Self.comma)
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard position < end, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func readCell(_ log: inout DiagnosticList) {
        while position < end, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
        guard skip(Self.quote) else {
            cells.append(bare())
            return
        }
        cells.append(withinQuotes(&log))
        let rest = bare()
        if !rest.isEmpty { log.add(.textAfterQuote(bytes.part(rest).text), at: Site(line: line)) }
    }

    private mutating func bare() -> Range<Int> {
        let start = position
        while position < end {
            let byte = bytes[position]
            if byte == Self.comma || byte == Self.lineFeed || byte == Self.carriageReturn { break }
            position += 1
        }
        return trimmed(bytes, from: start, to: position)
    }

    private mutating func withinQuotes(_ log: inout DiagnosticList) -> Range<Int> {
        let opening = line
        let start = quoted.count
        while position < end {
            let byte = bytes[position]
            position += 1
            if byte == Self.quote, !skip(Self.quote) { return quoted.trimmedRange(from: start, behind: bytes.count) }
            if byte == Self.lineFeed { line += 1 }
            quoted.append(byte)
        }
        log.add(.unterminatedQuote, at: Site(line: opening))
        return quoted.trimmedRange(from: start, behind: bytes.count)
    }
}

/// The text within the quotation marks of one row, in memory that stays where it is.
private struct QuotedText {
    private final class Room {
        let bytes: UnsafeMutableBufferPointer<UInt8>

        init(_ count: Int) { bytes = .allocate(capacity: count) }
        deinit { bytes.deallocate() }
    }

    private var room: Room?
    private(set) var count = 0

    /// So many bytes can follow at most.
    mutating func begin(room needed: Int) {
        count = 0
        if (room?.bytes.count ?? -1) < needed { room = Room(needed) }
    }

    mutating func append(_ byte: UInt8) {
        room?.bytes[count] = byte
        count += 1
    }

    func trimmedRange(from start: Int, behind base: Int) -> Range<Int> {
        guard let room else { return base..<base }
        let text = trimmed(Bytes(room.bytes), from: start, to: count)
        return base + text.lowerBound..<base + text.upperBound
    }

    subscript(range: Range<Int>, behind base: Int) -> Bytes {
        guard let room else { return Bytes(start: nil, count: 0) }
        return Bytes(room.bytes).part(range.lowerBound - base..<range.upperBound - base)
    }
}
