/// A number with two decimals, kept whole, so that equal weights are equal on every machine.
package struct Hundredths: Hashable, Comparable, Sendable {
    /// A hundred for one.
    package let count: Int

    package init(_ count: Int) {
        self.count = count
    }

    package static let zero = Hundredths(0)
    package static let one = Hundredths(100)

    /// Reads `3`, `0.5` or `0.02`; nil for anything else, a sign and a third decimal included.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = Self.digits(parts[0], in: 1...9) else { return nil }
        guard parts.count == 2 else {
            self.count = whole * 100
            return
        }
        guard let part = Self.digits(parts[1], in: 1...2) else { return nil }
        self.count = whole * 100 + (parts[1].utf8.count == 1 ? part * 10 : part)
    }

    private static func digits(_ text: some StringProtocol, in lengths: ClosedRange<Int>) -> Int? {
        let isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return isNumber && lengths.contains(text.utf8.count) ? Int(text) : nil
    }

    package static func < (left: Hundredths, right: Hundredths) -> Bool { left.count < right.count }
}

extension Hundredths: CustomStringConvertible {
    /// As it is written: `3`, `0.5`, `0.02`.
    package var description: String {
        let (whole, part) = (count / 100, count % 100)
        if part == 0 { return "\(whole)" }
        if part % 10 == 0 { return "\(whole).\(part / 10)" }
        return part < 10 ? "\(whole).0\(part)" : "\(whole).\(part)"
    }
}

extension Hundredths: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(count)
    }
}
