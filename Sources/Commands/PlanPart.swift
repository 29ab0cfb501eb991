import Planning

/// One independent part of a plan on its way: first a search, then, where the part is small, the proof of the optimum.
struct PlanPart: Sendable {
    private var search: SeatSearch
    let seats: Int
    private(set) var isOptimal = false

    /// So many moves between two looks at the clock.
    private static let chunk = 20_000

    init(_ part: Components.Part, seed: UInt64, from plan: SeatPlan?) {
        search = SeatSearch(part.problem, seed: seed, from: plan.map(part.plan))
        seats = part.problem.slots.reduce(0) { $0 + $1.count }
    }

    var best: SeatPlan { search.best }
    var score: SeatScore { search.bestScore }
    var moves: Int { search.moves }
    var isComplete: Bool { search.isComplete }
    var filled: Int { best.seats.reduce(0) { $0 + $1.count { $0 >= 0 } } }
    /// Nothing is left to decide.
    var isSettled: Bool { isOptimal }

    mutating func advance(progress: Double, limit: PlanRun.Limit) {
        var moves = Self.chunk
        if case .steps(let steps) = limit { moves = min(moves, steps - search.moves) }
        search.run(moves: moves, progress: progress)
    }
}
