/// What no complete plan can score less than, by a convex flow: seats may be split among their candidates.
///
/// Rest, spacing, pairs and the like are dropped; pinned people stay. Whatever loads the relaxation has reached, its
/// linearisation there is a true bound, so that an unfinished descent makes the bound weaker, never wrong.
package struct FlowBound: Hashable, Sendable {
    /// Least fairness, weighted as in ``SeatScore/fairness``.
    package let fairness: Int64
    /// Least fairness and costs together; with the months', which are bounded on their own.
    package let total: Int64

    package init(_ problem: SeatProblem) {
        let flow = Self.converged(SeatFlow(problem, history: problem.people.map(\.history)) { _ in true })
        let weight = Double(problem.weights.fairness)
        fairness = weight > 0 ? Self.down(flow.lowerBound() * weight) : 0
        total = Self.down(flow.lowerBound(problem, weight: weight)) + Self.months(problem)
    }

    private static func converged(_ flow: SeatFlow) -> SeatFlow {
        var flow = flow
        for round in 1...2_000 {
            flow.sweep()
            guard round % 8 == 0 else { continue }
            let value = flow.value
            if value - flow.lowerBound() <= value * 1e-7 { break }
        }
        return flow
    }

    private static func months(_ problem: SeatProblem) -> Int64 {
        guard problem.weights.months > 0 else { return 0 }
        let none = [Int64](repeating: 0, count: problem.people.count)
        return Set(problem.slots.map(\.month)).sorted().reduce(0) { sum, month in
            let flow = converged(SeatFlow(problem, history: none) { $0.month == month })
            return sum + down(flow.lowerBound() * Double(problem.weights.months))
        }
    }

    /// Rounded down, with room for the error of adding many numbers.
    private static func down(_ bound: Double) -> Int64 { Int64((bound - abs(bound) * 1e-10).rounded(.down)) }
}
