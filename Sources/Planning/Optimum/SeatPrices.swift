/// A price for every seat of a pool, raised where seats stay empty and lowered where too many want them.
///
/// At any prices, what the seats are worth plus what each person then costs at least is a lower bound (Lagrange); it is
/// exact arithmetic in whole numbers, only the length of a step is not.
struct SeatPrices {
    private(set) var prices: [Int64]
    /// The best bound so far, with the prices that gave it and each person's least reduced cost.
    private(set) var bound = Int64.min
    private(set) var best: [Int64]
    private(set) var least: [Int64]
    private var direction: [Double]
    private var pace = 1.0
    private var idle = 0
    private var worth: [Int64] = []

    init(_ pool: SeatPool, of problem: SeatProblem) {
        let history = pool.people.reduce(0) { $0 + problem.people[Int($1)].history }
        let load = zip(pool.slots, pool.needs).reduce(0) { $0 + problem.slots[$1.0].load * Int64($1.1) }
        let level = 2 * problem.weights.fairness * (history + load) / Int64(max(1, pool.people.count))
        prices = pool.slots.map { level * problem.slots[$0].load * ColumnTree.scale }
        best = prices
        least = [Int64](repeating: 0, count: pool.people.count)
        direction = [Double](repeating: 0, count: pool.slots.count)
    }

    /// Small steps say that nothing more is to be had.
    var isSettled: Bool { pace < 0.001 }

    /// Goes back to the best prices, with steps of a given length.
    mutating func resume(pace: Double) {
        prices = best
        self.pace = pace
        idle = 0
        for index in direction.indices { direction[index] = 0 }
    }

    /// One step towards higher bounds.
    mutating func step(_ tree: ColumnTree, _ pool: SeatPool, upper: Int64) {
        var missing = pool.needs
        var value = zip(prices, pool.needs).reduce(0) { $0 + $1.0 * Int64($1.1) }
        var found: [Int64] = []
        if worth.count < tree.parents.count { worth = [Int64](repeating: 0, count: tree.parents.count) }
        for range in tree.ranges {
            let (cost, node) = cheapest(tree, range)
            found.append(cost)
            value += cost
            for slot in tree.slots(of: node) { missing[slot] -= 1 }
        }
        if value > bound {
            (bound, best, least, idle) = (value, prices, found, 0)
        } else {
            idle += 1
            if idle >= 12 {
                resume(pace: pace * 0.6)
            }
        }
        move(missing, by: Double(max(upper - value, ColumnTree.scale)))
    }

    private mutating func cheapest(_ tree: ColumnTree, _ range: Range<Int>) -> (Int64, Int) {
        var (least, chosen) = (Int64.max, range.lowerBound)
        worth[range.lowerBound] = 0
        for node in range {
            if node > range.lowerBound {
                worth[node] = worth[Int(tree.parents[node])] + prices[Int(tree.lasts[node])]
            }
            let reduced = tree.costs[node] - worth[node]
            if reduced < least { (least, chosen) = (reduced, node) }
        }
        return (least, chosen)
    }

    private mutating func move(_ missing: [Int], by distance: Double) {
        var length = 0.0
        for slot in missing.indices {
            direction[slot] = 0.6 * direction[slot] + Double(missing[slot])
            length += direction[slot] * direction[slot]
        }
        guard missing.contains(where: { $0 != 0 }), length > 0.01 else { return pace = 0 }
        for slot in missing.indices {
            prices[slot] += Int64(pace * distance / length * direction[slot])
        }
    }
}
