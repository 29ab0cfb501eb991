import Rosters

/// Rows of a file, with the line on which they begin.
struct CsvSlice: Sendable {
    let range: Range<Int>
    let line: Int

    /// A scanner over these rows.
    func read<Result>(_ source: SourceFile, _ body: (inout CsvScanner) -> Result) -> Result {
        source.bytes.withUnsafeBufferPointer { bytes in
            var scanner = CsvScanner(bytes, in: range, line: line)
            return body(&scanner)
        }
    }
}

extension CsvScanner {
    /// The rows of a file that are left, cut at ends of lines; nil where a quotation mark may hide one, or where bytes
    /// are no UTF-8.
    func slices(of source: SourceFile, by slicer: some Slicer) -> [CsvSlice]? {
        let rest = rest
        let count = slicer.slices(of: rest.count)
        var cuts = [rest.lowerBound]
        for number in 1..<max(1, count) {
            let near = max(cuts[number - 1], rest.lowerBound + rest.count * number / count)
            let ending = bytes[near..<rest.upperBound].firstIndex(of: UInt8(ascii: "\n"))
            cuts.append(ending.map { $0 + 1 } ?? rest.upperBound)
        }
        let ranges = zip(cuts, cuts.dropFirst() + [rest.upperBound]).map { $0..<$1 }
        let rows = slicer.map(count) { number -> Int? in
            let part = source.bytes.span.extracting(ranges[number])
            guard (try? UTF8Span(validating: part)) != nil else { return nil }
            return source.bytes.withUnsafeBufferPointer { Self.rows(in: $0.part(ranges[number])) }
        }
        var line = line
        var slices: [CsvSlice] = []
        for (range, rows) in zip(ranges, rows) {
            guard let rows else { return nil }
            slices.append(CsvSlice(range: range, line: line))
            line += rows
        }
        return slices
    }

    /// How many rows end there; nil where a quotation mark stands among them.
    private static func rows(in bytes: Bytes) -> Int? {
        guard count(of: UInt8(ascii: "\""), in: bytes) == 0 else { return nil }
        let (feeds, returns) = (count(of: UInt8(ascii: "\n"), in: bytes), count(of: UInt8(ascii: "\r"), in: bytes))
        guard returns > 0 else { return feeds }
        let pairs = zip(bytes, bytes.dropFirst()).count { $0 == UInt8(ascii: "\r") && $1 == UInt8(ascii: "\n") }
        return feeds + returns - pairs
    }

    /// How often a byte occurs; so few at a time that a byte holds their count, and the compiler counts sixteen at once.
    private static func count(of wanted: UInt8, in bytes: Bytes) -> Int {
        var total = 0
        for start in stride(from: 0, to: bytes.count, by: 240) {
            var few: UInt8 = 0
            for position in start..<min(start + 240, bytes.count) { few &+= bytes[position] == wanted ? 1 : 0 }
            total += Int(few)
        }
        return total
    }
}
