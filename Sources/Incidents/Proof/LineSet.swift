/// Different telephones behind the steps of a unit's roads; roads are joined and counted by the million.
///
/// A bit means what the ``LineNumbers`` say that made the set: only sets of the same may be joined and compared.
struct LineSet: Equatable {
    private var bits: UInt128 = 0
    /// Those for which no bit was left, by line.
    private var others: Set<Int32> = []

    var count: Int { bits.nonzeroBitCount + others.count }

    mutating func formUnion(_ other: LineSet) {
        bits |= other.bits
        if !other.others.isEmpty { others.formUnion(other.others) }
    }

    fileprivate mutating func insert(_ line: Int32, numbered number: Int?) {
        if let number { bits |= 1 << UInt128(number) } else { others.insert(line) }
    }
}

/// Gives the telephones of one unit's roads a bit each, in the order in which they come.
struct LineNumbers {
    private var known: [Int32] = []

    /// The different ones among these.
    mutating func set(of lines: some Sequence<Int32>) -> LineSet {
        var set = LineSet()
        for line in lines { set.insert(line, numbered: number(of: line)) }
        return set
    }

    private mutating func number(of line: Int32) -> Int? {
        if let number = known.firstIndex(of: line) { return number }
        guard known.count < UInt128.bitWidth else { return nil }
        known.append(line)
        return known.count - 1
    }
}
