extension Neighbourhood {
    /// What a proof that people do not suffice may cost once more, to see whether it is the least.
    private static let confirmation = 1_000

    /// A contradiction that numbers alone show among these slots; the solver makes it smaller where that is cheap.
    mutating func shortage(
        in place: [Int], without dropped: Set<Fact>, near empty: [Int], within budget: inout Budget
    ) -> Contradiction? {
        guard !budget.isSpent else { return nil }
        budget.questions -= 1
        let kept = problem.facts(of: place).filter { !dropped.contains($0) }
        let headcount = Headcount(problem: problem, slots: place)
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

extension SeatProblem {
    /// What these slots ask for, and what keeps people from them.
    fileprivate func facts(of place: [Int]) -> [Fact] {
        var facts: Set<Fact> = [.rest, .dutyLength, .most, .window, .consecutive]
        for number in place {
            if slots[number].count > 0 { facts.insert(.slot(number)) }
            for person in slots[number].pinned { facts.insert(.pinned(slot: number, person: person)) }
            for barred in slots[number].barred { facts.formUnion(barred.leaves.map(Fact.leave)) }
        }
        return facts.sorted()
    }
}
