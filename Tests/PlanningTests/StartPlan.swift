import Planning
import TestSupport

/// A plan to begin a proof with: seats filled at random within the limits, then annealed.
struct StartPlan {
    let problem: SeatProblem
    private(set) var plan: SeatPlan
    private let rules: NaiveRules
    private var random: SplitMix64
    private var cost: Double

    init(_ problem: SeatProblem, seed: UInt64) {
        self.problem = problem
        self.random = SplitMix64(seed: seed)
        self.rules = NaiveRules(problem)
        self.plan = SeatPlan(
            seats: problem.slots.map { $0.pinned + [Int32](repeating: -1, count: $0.count - $0.pinned.count) })
        self.cost = Self.cost(plan, problem)
    }

    /// Puts somebody else on a seat, with a second person displaced from the same seat elsewhere at times.
    mutating func anneal(moves: Int) {
        var best = (plan, cost)
        var heat = 3e7
        let cooling = Double.cooling(from: heat, to: 1e4, moves)
        for _ in 0..<moves {
            heat *= cooling
            var next = plan
            for _ in 0...random.below(3) { change(&next) }
            let value = Self.cost(next, problem)
            guard value <= cost || value - cost < heat * Double(random.below(1000)) / 300 else { continue }
            guard rules.allow(next) else { continue }
            (plan, cost) = (next, value)
            if value < best.1 { best = (plan, value) }
        }
        (plan, cost) = best
    }

    private mutating func change(_ next: inout SeatPlan) {
        let slot = random.below(next.seats.count)
        guard next.seats[slot].count > problem.slots[slot].pinned.count else { return }
        let seat = random.number(problem.slots[slot].pinned.count...next.seats[slot].count - 1)
        guard !problem.slots[slot].candidates.isEmpty else { return }
        let person = random.chance(5) ? -1 : random.pick(problem.slots[slot].candidates).person
        guard person < 0 || !next.seats[slot].contains(person) else { return }
        next.seats[slot][seat] = person
    }

    private static func cost(_ plan: SeatPlan, _ problem: SeatProblem) -> Double {
        let score = SeatScore(plan, of: problem)
        return Double(score.empty) * 1e9 + Double(score.soft)
    }
}

extension Double {
    /// The factor that takes one number to another in so many steps.
    static func cooling(from first: Double, to last: Double, _ steps: Int) -> Double {
        var (low, high) = (0.5, 1.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            var (power, base, count) = (1.0, middle, steps)
            while count > 0 {
                if count & 1 == 1 { power *= base }
                base *= base
                count >>= 1
            }
            if power * first > last { high = middle } else { low = middle }
        }
        return high
    }
}
