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
    /// The rows of a file that are left, cut at ends of lines; nil where a quotation mark may hide one.
    func slices(of source: SourceFile, by slicer: some Slicer) -> [CsvSlice]? {
        let rest = rest
        let count = slicer.slices(of: rest.count)
        guard count > 1 else { return [CsvSlice(range: rest, line: line)] }
        var cuts = [rest.lowerBound]
        for number in 1..<count {
            let near = max(cuts[number - 1], rest.lowerBound + rest.count * number / count)
            let ending = bytes[near..<rest.upperBound].firstIndex(of: UInt8(ascii: "\n"))
            cuts.append(ending.map { $0 + 1 } ?? rest.upperBound)
        }
        let ranges = zip(cuts, cuts.dropFirst() + [rest.upperBound]).map { $0..<$1 }
        let rows = slicer.map(count) { number in
            source.bytes.withUnsafeBufferPointer { Self.rows(in: ranges[number], of: $0) }
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

    /// How many rows end in a range; nil where a quotation mark stands in it.
    private static func rows(in range: Range<Int>, of bytes: Bytes) -> Int? {
        var (ends, pairs, quotes) = (0, 0, 0)
        var last: UInt8 = 0
        for position in range {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { ends += 1 }
            if byte == UInt8(ascii: "\n"), last == UInt8(ascii: "\r") { pairs += 1 }
            if byte == UInt8(ascii: "\"") { quotes += 1 }
            last = byte
        }
        return quotes == 0 ? ends - pairs : nil
    }
}
