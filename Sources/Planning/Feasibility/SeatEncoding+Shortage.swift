extension SeatEncoding {
    /// What a proof that people do not suffice may cost once more, to see whether it is the least.
    private static let confirmation = 1_000

    var headcount: Headcount { Headcount(problem: problem, slots: slots, shorterRest: shorterRest) }

    /// A contradiction that numbers alone show; the solver makes it smaller where that is cheap.
    mutating func shortage(keeping kept: [Fact], near empty: [Int], within budget: inout Budget) -> Contradiction? {
        guard !budget.isSpent else { return nil }
        budget.questions -= 1
        let found = headcount.find(keeping: kept) { problem.isCheaper($0, $1, empty: empty) }
        guard let found, let first = found.shortage.excused.first else { return nil }
        let conflicts = budget.conflicts
        budget.conflicts = min(conflicts, Self.confirmation)
        var contradiction = minimise(problem.lettingGo(of: found.core, near: empty), within: &budget)
        budget.conflicts = conflicts
        guard contradiction.core.contains(first) else { return contradiction }
        contradiction.excused = first
        let isByLeaves = contradiction.core.contains { if case .leave = $0 { true } else { false } }
        // Where leaves are to blame, each seat has its own ways out.
        let areSlots = found.shortage.excused.allSatisfy { if case .slot = $0 { true } else { false } }
        if found.shortage.excused.count > 1, areSlots, !isByLeaves { contradiction.shortage = found.shortage }
        return contradiction
    }
}
