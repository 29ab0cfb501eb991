import Planning

/// The best legal plan of a small problem, by trying every plan there is.
struct Enumeration {
    private let problem: SeatProblem
    private(set) var best: SeatScore?

    init(_ problem: SeatProblem) {
        self.problem = problem
        var plan = SeatPlan(seats: [])
        extend(&plan)
    }

    private mutating func extend(_ plan: inout SeatPlan) {
        guard plan.seats.count < problem.slots.count else { return judge(plan) }
        for sitting in Self.choices(of: problem.slots[plan.seats.count]) {
            plan.seats.append(sitting)
            extend(&plan)
            plan.seats.removeLast()
        }
    }

    private mutating func judge(_ plan: SeatPlan) {
        let score = SeatScore(plan, of: problem)
        if let best, (best.empty, best.soft) <= (score.empty, score.soft) { return }
        if NaiveSeating(problem: problem, plan: plan).isLegal { best = score }
    }

    /// The pinned people and each set of candidates that the other seats can hold.
    private static func choices(of slot: SeatProblem.Slot) -> [[Int32]] {
        let others = slot.candidates.map(\.person).filter { !slot.pinned.contains($0) }
        var sets: [[Int32]] = [[]]
        for person in others { sets += sets.filter { $0.count < slot.count - slot.pinned.count }.map { $0 + [person] } }
        return sets.map { set in
            slot.pinned + set + [Int32](repeating: -1, count: slot.count - slot.pinned.count - set.count)
        }
    }
}
