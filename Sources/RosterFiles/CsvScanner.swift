/// One row of a CSV file, its cells trimmed.
struct CsvRow {
    /// The line on which the row starts, from 1.
    let line: Int
    let cells: [String]

    var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
    var site: Site { Site(line: line) }
}

/// Walks the rows of a CSV file (RFC 4180): quotes, doubled quotes, line ends within quotes.
struct CsvScanner {
    private let bytes: [UInt8]
    private var position: Int
    private var line = 1

    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// Nil, with a diagnostic, for bytes that are no UTF-8.
    init?(_ source: SourceFile, _ log: inout DiagnosticList) {
        guard source.text(&log) != nil else { return nil }
        bytes = source.bytes
        position = source.content.startIndex
    }

    /// The next row that is not blank.
    mutating func next(_ log: inout DiagnosticList) -> CsvRow? {
        while position < bytes.count {
            let row = row(&log)
            if !row.isBlank { return row }
        }
        return nil
    }

    private mutating func row(_ log: inout DiagnosticList) -> CsvRow {
        let start = line
        var cells: [String] = []
        repeat { cells.append(cell(&log)) } while skip(Self.comma)
        _ = skip(Self.carriageReturn)
        _ = skip(Self.lineFeed)
        line += 1
        return CsvRow(line: start, cells: cells)
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func cell(_ log: inout DiagnosticList) -> String {
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
        guard skip(Self.quote) else { return String(decoding: trimmed(bare()), as: UTF8.self) }
        let text = quoted(&log)
        let rest = trimmed(bare())
        if !rest.isEmpty { log.add(.textAfterQuote(String(decoding: rest, as: UTF8.self)), at: Site(line: line)) }
        return text
    }

    private mutating func bare() -> ArraySlice<UInt8> {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == Self.comma || byte == Self.lineFeed || byte == Self.carriageReturn { break }
            position += 1
        }
        return bytes[start..<position]
    }

    private mutating func quoted(_ log: inout DiagnosticList) -> String {
        let opening = line
        var text: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == Self.quote {
                guard skip(Self.quote) else { return String(decoding: trimmed(text[...]), as: UTF8.self) }
            }
            if byte == Self.lineFeed { line += 1 }
            text.append(byte)
        }
        log.add(.unterminatedQuote, at: Site(line: opening))
        return String(decoding: trimmed(text[...]), as: UTF8.self)
    }
}
