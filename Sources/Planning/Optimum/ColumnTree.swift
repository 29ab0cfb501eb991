/// Every set of seats that people of a pool may take, person by person, as a tree in which a node adds one slot.
///
/// What a set is worth at given prices is then one addition a node.
struct ColumnTree {
    /// The node without its last slot; a person's first node is its own.
    private(set) var parents: [Int32] = []
    /// The pool's slot that a node adds; -1 in a person's first node.
    private(set) var lasts: [Int32] = []
    /// What the person costs with these seats, times ``scale``; ``never`` where the set is only on the way to others.
    private(set) var costs: [Int64] = []
    /// The nodes of each of the pool's people.
    private(set) var ranges: [Range<Int>] = []

    /// Prices are finer than scores by so much.
    static let scale: Int64 = 256
    static let never = Int64.max / 4

    /// Begins a person.
    mutating func plant() { ranges.append(parents.count..<parents.count) }

    /// Adds a node for the person who was begun last.
    mutating func grow(from parent: Int, adding slot: Int) -> Int {
        parents.append(Int32(parent))
        lasts.append(Int32(slot))
        costs.append(Self.never)
        ranges[ranges.count - 1] = ranges[ranges.count - 1].lowerBound..<parents.count
        return parents.count - 1
    }

    /// Takes back the nodes from one on.
    mutating func cut(from node: Int) {
        parents.removeLast(parents.count - node)
        lasts.removeLast(lasts.count - node)
        costs.removeLast(costs.count - node)
        ranges[ranges.count - 1] = ranges[ranges.count - 1].lowerBound..<node
    }

    mutating func set(cost: Int64, of node: Int) { costs[node] = cost * Self.scale }

    /// The pool's slots in a set, latest first.
    func slots(of node: Int) -> [Int] {
        var (slots, node) = ([Int](), node)
        while lasts[node] >= 0 {
            slots.append(Int(lasts[node]))
            node = Int(parents[node])
        }
        return slots
    }

    /// The tree with only those sets whose reduced cost at these prices is within a limit.
    func kept(at prices: [Int64], least: [Int64], within limit: Int64) -> ColumnTree {
        var worth = [Int64](repeating: 0, count: parents.count)
        var isKept = [Bool](repeating: false, count: parents.count)
        for (range, best) in zip(ranges, least) {
            for node in range.dropFirst() { worth[node] = worth[Int(parents[node])] + prices[Int(lasts[node])] }
            for node in range.reversed() {
                if costs[node] != Self.never, costs[node] - worth[node] - best <= limit { isKept[node] = true }
                if isKept[node] { isKept[Int(parents[node])] = true }
            }
        }
        return rebuilt(isKept: isKept) { costs[$0] - worth[$0] - least[$1] <= limit }
    }

    private func rebuilt(isKept: [Bool], _ isWithin: (Int, Int) -> Bool) -> ColumnTree {
        var tree = ColumnTree()
        var moved = [Int](repeating: 0, count: parents.count)
        for (person, range) in ranges.enumerated() {
            tree.plant()
            for node in range where isKept[node] || node == range.lowerBound {
                let isRoot = node == range.lowerBound
                moved[node] = tree.grow(
                    from: isRoot ? tree.parents.count : moved[Int(parents[node])], adding: Int(lasts[node]))
                if costs[node] != Self.never, isWithin(node, person) { tree.costs[moved[node]] = costs[node] }
            }
        }
        return tree
    }
}
