/// Proves that a complete plan is the best there is, or finds the one that is, for problems of a few dozen seats.
///
/// A person's limits and costs concern nobody else but through the seats that are taken, so the sets of seats that each
/// may take are listed with their exact cost. Prices of seats (Lagrange) and an exact table over sums of load bound what
/// the rest of the people cost; a search with a memory looks for a plan below the known one. Pools that share nobody are
/// proved apart. Deterministic: it counts steps and knows no clock; a step is some ten nanoseconds.
package struct OptimumProof {
    package enum Verdict: Hashable, Sendable {
        /// No plan is better: no complete one, as the plan's seats are all filled for which there are people.
        case optimal(SeatPlan)
        /// The best plan known, and what no plan that leaves no more seats empty can go below in ``SeatScore/soft``.
        case bounded(SeatPlan, bound: Int64)
    }

    private let problem: SeatProblem
    private var plan: SeatPlan
    private var pools: [PoolProof] = []
    private var slots: [[Int]] = []
    /// What pools that are not looked at and people in none cost at least.
    private var aside: Int64 = 0
    /// False if a pool is too large to be looked at.
    private var isWhole = true
    /// False if a seat is empty for which there may be somebody: nothing is proved then.
    private let isFilled: Bool

    /// Prepares the proof; ``run(steps:)`` does it.
    package init(_ problem: SeatProblem, incumbent: SeatPlan) {
        self.problem = problem
        plan = incumbent
        let parts = SeatParts(problem).parts
        isFilled = parts.allSatisfy { problem.isFilled($0.slots, in: incumbent) }
        for part in parts {
            let least = problem.leastSoft(of: part.people, part.slots)
            guard isFilled, !part.slots.isEmpty else {
                aside += least
                continue
            }
            guard let pool = SeatPool(people: part.people, slots: part.slots, of: problem) else {
                (aside, isWhole) = (aside + least, false)
                continue
            }
            let upper = problem.soft(of: part.people, pool.slots, incumbent)
            pools.append(PoolProof(pool, of: problem, upper: upper, lower: least))
            slots.append(pool.slots)
        }
    }

    /// Prepares the proof and gives it so many steps.
    package init(_ problem: SeatProblem, incumbent: SeatPlan, budget: Int) {
        self.init(problem, incumbent: incumbent)
        run(steps: budget)
    }

    /// True if more steps change nothing.
    package var isOver: Bool { pools.allSatisfy(\.isOver) }

    /// Goes on for so many steps, or somewhat more.
    package mutating func run(steps: Int) {
        var left = steps
        for index in pools.indices where left > 0 && !pools[index].isOver {
            pools[index].run(&left)
            guard let better = pools[index].better else { continue }
            for (slot, people) in zip(slots[index], better) {
                let pinned = problem.slots[slot].pinned
                let seated = pinned + people.filter { !pinned.contains($0) }.sorted()
                let empty = max(0, problem.slots[slot].count - seated.count)
                plan.seats[slot] = seated + [Int32](repeating: -1, count: empty)
            }
        }
    }

    package var verdict: Verdict {
        if isFilled, isWhole, pools.allSatisfy(\.isProven) { return .optimal(plan) }
        return .bounded(plan, bound: pools.reduce(aside) { $0 + $1.lower })
    }
}

extension SeatProblem {
    /// True if every seat is filled for which there are people at all.
    func isFilled(_ positions: [Int], in plan: SeatPlan) -> Bool {
        positions.allSatisfy { index in
            plan.seats[index].count { $0 >= 0 } == min(slots[index].count, slots[index].askable.count)
        }
    }

    /// What people who share nothing with others cost in a plan.
    func soft(of members: [Int32], _ positions: [Int], _ plan: SeatPlan) -> Int64 {
        var part = self
        part.slots = positions.map { slots[$0] }
        let inside = Set(members)
        for index in people.indices where !inside.contains(Int32(index)) { part.people[index].history = 0 }
        return SeatScore(SeatPlan(seats: positions.map { plan.seats[$0] }), of: part).soft
    }

    /// What they cost at least, whoever sits where.
    func leastSoft(of members: [Int32], _ positions: [Int]) -> Int64 {
        let isGrowing = positions.allSatisfy { slots[$0].load >= 0 }
        return members.reduce(leastCosts(of: positions)) { sum, person in
            let history = people[Int(person)].history
            return sum + (positions.isEmpty || isGrowing && history > 0 ? weights.fairness * history * history : 0)
        }
    }
}
