/// What fairness costs if everybody could have the same sum of history and load, and how far from it a person may be.
///
/// All loads together are given, so the squares of the distances from the middle are the score but for a constant.
struct Evenness {
    /// No plan that fills the pool costs less.
    let bound: Int64
    private let middle: Int64
    private let weight: Int64
    private let histories: [Int64]

    /// Nil where other parts of the score could be negative, or there is no fairness.
    init?(_ pool: SeatPool, of problem: SeatProblem) {
        let weights = problem.weights
        guard weights.fairness > 0, weights.spacing >= 0, weights.months >= 0, weights.teams >= 0 else { return nil }
        weight = weights.fairness
        histories = problem.people.map(\.history)
        let count = Int64(pool.people.count)
        let history = pool.people.reduce(0) { $0 + problem.people[Int($1)].history }
        let whole = zip(pool.slots, pool.needs).reduce(history) { $0 + problem.slots[$1.0].load * Int64($1.1) }
        middle = whole / count
        bound = problem.leastCosts(of: pool.slots) + weight * middle * (2 * whole - middle * count)
    }

    /// The loads that a person can have in a plan no worse than a known one.
    func loads(of person: Int32, upper: Int64) -> ClosedRange<Int64> {
        let reach = ((upper - bound) / weight + 1).root + 1
        let wanted = middle - histories[Int(person)]
        return wanted - reach...wanted + reach
    }
}

extension SeatProblem {
    /// A bound on what candidates can take off the score.
    func leastCosts(of positions: [Int]) -> Int64 {
        positions.reduce(0) { sum, slot in slots[slot].candidates.reduce(sum) { $0 + min(0, $1.cost) } }
    }
}

extension Int64 {
    /// The largest whole number whose square is no larger.
    var root: Int64 {
        guard self > 0 else { return 0 }
        var (low, high): (Int64, Int64) = (0, 3_037_000_499)
        while low < high {
            let middle = (low + high + 1) / 2
            if middle * middle <= self { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
