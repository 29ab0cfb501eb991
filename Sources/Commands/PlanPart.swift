import Planning

/// One independent part of a plan on its way: a search, the proof of the optimum where the part is small, and a
/// proof by SAT where seats stay empty.
struct PlanPart: Sendable {
    private let problem: SeatProblem
    private let seed: UInt64
    private var search: SeatSearch
    private var phase = Phase.searching
    /// A proven plan, better than what the search knows.
    private var proven: SeatPlan?
    private var isRescued = false
    let seats: Int
    private(set) var isOptimal = false

    private enum Phase {
        case searching
        case proving(OptimumProof)
        /// The proof gave up; what is left of the time belongs to the search.
        case polishing
    }

    /// So many moves between two looks at the clock.
    private static let chunk = 20_000
    private static let proofChunk = 1_000_000
    /// Steps of a proof for each move, where moves are counted.
    private static let proofSteps = 100
    /// In larger parts the optimum is not worth a try.
    private static let mostPeople = 40
    /// The share of the time after which a small part is proved, and after which the proof has had its time.
    private static let proofBegins = 0.1
    private static let proofEnds = 0.98
    /// The share after which empty seats are looked at by SAT, once.
    private static let rescueBegins = 0.25
    private static let rescueBudget = Budget(conflicts: 5_000, total: 20_000, questions: 2_000)

    init(_ part: Components.Part, seed: UInt64, from plan: SeatPlan?) {
        problem = part.problem
        self.seed = seed
        search = SeatSearch(part.problem, seed: seed, from: plan.map(part.plan))
        seats = part.problem.slots.reduce(0) { $0 + $1.count }
        isOptimal = part.problem.slots.allSatisfy { $0.pinned.count >= $0.count }
    }

    var best: SeatPlan { proven ?? search.best }
    var score: SeatScore { proven.map { SeatScore($0, of: problem) } ?? search.bestScore }
    var moves: Int { search.moves }
    var isComplete: Bool { search.isComplete }
    var filled: Int { best.seats.reduce(0) { $0 + $1.count { $0 >= 0 } } }

    private var isSmall: Bool { problem.people.count <= Self.mostPeople }

    /// Goes on a little; `progress` is the share of the time or of the steps that is over.
    mutating func advance(progress: Double, limit: PlanRun.Limit) {
        switch phase {
        case .searching:
            let heat = isSmall ? min(1, progress / Self.proofBegins) : progress
            search.run(moves: moves(within: limit), progress: heat)
            if !isComplete, progress >= Self.rescueBegins, !isRescued { rescue() }
            if isSmall, isComplete, progress >= Self.proofBegins || isOver(limit, share: Self.proofBegins) {
                phase = .proving(OptimumProof(problem, incumbent: search.best))
            }
        case .proving(var proof):
            proof.run(steps: proofSteps(within: limit))
            phase = .proving(proof)
            if proof.isOver || progress >= Self.proofEnds || isCounted(limit) { conclude(proof) }
        case .polishing: search.run(moves: moves(within: limit), progress: progress)
        }
    }

    private mutating func conclude(_ proof: OptimumProof) {
        phase = .polishing
        switch proof.verdict {
        case .optimal(let plan): (proven, isOptimal) = (plan, true)
        case .bounded(let plan, _):
            if SeatScore(plan, of: problem).soft < search.bestScore.soft {
                search = SeatSearch(problem, seed: seed, from: plan)
            }
        }
    }

    /// A plan that the solver finds where the search found none.
    private mutating func rescue() {
        isRescued = true
        let best = search.best
        let empty = best.seats.indices.filter { best.seats[$0].contains(-1) }
        let verdict = Feasibility.decide(problem, empty: empty, in: best, budget: Self.rescueBudget)
        guard case .possible(let plan) = verdict else { return }
        search = SeatSearch(problem, seed: seed, from: plan)
    }

    private func moves(within limit: PlanRun.Limit) -> Int {
        guard case .steps(let steps) = limit else { return Self.chunk }
        // In tenths at most, so that a proof still has its turn.
        return max(1, min(Self.chunk, steps - search.moves, steps / 10))
    }

    private func proofSteps(within limit: PlanRun.Limit) -> Int {
        guard case .steps(let steps) = limit else { return Self.proofChunk }
        return steps * Self.proofSteps
    }

    /// Where moves are counted, the proof has its steps at once.
    private func isCounted(_ limit: PlanRun.Limit) -> Bool {
        if case .steps = limit { true } else { false }
    }

    private func isOver(_ limit: PlanRun.Limit, share: Double) -> Bool {
        guard case .steps(let steps) = limit else { return false }
        return Double(search.moves) >= Double(steps) * share
    }
}
