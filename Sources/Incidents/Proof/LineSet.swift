/// Different telephones behind the steps of a unit's roads; roads are joined and counted by the million.
struct LineSet: Equatable {
    private var bits: UInt128 = 0
    /// Those for which no bit was left, by line.
    private var others: Set<Int32>?

    var count: Int { bits.nonzeroBitCount + (others?.count ?? 0) }

    mutating func formUnion(_ other: LineSet) {
        bits |= other.bits
        if let more = other.others { others = others?.union(more) ?? more }
    }

    fileprivate mutating func insert(_ line: Int32, numbered number: Int?) {
        if let number { bits |= 1 << UInt128(number) } else { others = (others ?? []).union([line]) }
    }
}

/// Gives the telephones of one unit's roads a bit each, in the order in which they come.
struct LineNumbers {
    private var known: [Int32] = []

    /// The telephones behind these.
    mutating func lines(behind named: [Reachable]) -> LineSet {
        var lines = LineSet()
        for index in named.indices { lines.insert(named[index].line, numbered: number(of: named[index].line)) }
        return lines
    }

    private mutating func number(of line: Int32) -> Int? {
        if let number = known.firstIndex(of: line) { return number }
        guard known.count < UInt128.bitWidth else { return nil }
        known.append(line)
        return known.count - 1
    }
}
