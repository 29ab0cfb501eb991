/// One person's sets of seats that a better plan could use, by their view in a ``LoadProjection``, cheapest first.
struct SeatColumns {
    /// Sets that look the same.
    struct View {
        /// The step in the index of a view, and in its groups.
        let step: Int
        let groups: UInt64
        /// The least excess.
        let excess: Int64
        var range: Range<Int>
    }

    /// Position among the pool's people.
    let person: Int
    private(set) var nodes: [Int] = []
    private(set) var fills: [SeatPool.Fill] = []
    /// What each costs beyond the person's least, at the prices of its seats; never negative.
    private(set) var excess: [Int64] = []
    private(set) var views: [View] = []

    private struct Column {
        let node: Int
        let excess: Int64
        let fill: SeatPool.Fill
        let step: Int
        let groups: UInt64
    }

    init(_ person: Int, _ tree: ColumnTree, _ prices: SeatPrices, _ pool: SeatPool, _ projection: LoadProjection) {
        self.person = person
        var byStep: [Int: [Column]] = [:]
        for node in tree.ranges[person] where tree.costs[node] != ColumnTree.never {
            var (worth, fill, step, groups) = (Int64(0), SeatPool.Fill(0), 0, UInt64(0))
            for slot in tree.slots(of: node) {
                worth += prices.best[slot]
                fill |= 1 << SeatPool.Fill(pool.offsets[slot])
                step += projection.steps[slot]
                groups += projection.groupSteps[slot]
            }
            let excess = tree.costs[node] - worth - prices.least[person]
            byStep[step, default: []].append(
                Column(node: node, excess: excess, fill: fill, step: step, groups: groups))
        }
        let sorted = byStep.values.map { $0.sorted { ($0.excess, $0.node) < ($1.excess, $1.node) } }
        for alike in sorted.sorted(by: { ($0[0].excess, $0[0].step) < ($1[0].excess, $1[0].step) }) {
            let range = nodes.count..<nodes.count + alike.count
            views.append(
                View(step: alike[0].step, groups: alike[0].groups, excess: alike[0].excess, range: range))
            for column in alike {
                nodes.append(column.node)
                fills.append(column.fill)
                excess.append(column.excess)
            }
        }
    }
}
