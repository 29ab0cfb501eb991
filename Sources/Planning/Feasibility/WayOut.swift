/// One change after which the people of a contradiction suffice.
package enum WayOut: Hashable, Sendable {
    /// One leave, or two where no one alone helps.
    case lift(leaves: [Int32])
    /// So many seconds of rest suffice for these people.
    case shortenRest(to: Int64, people: [Int32])
    case lend(person: Int32, slot: Int)
    /// So many people together, each to some of these slots; fewer were not enough.
    case lendSeveral(people: [Int32], slots: [Int])
    /// ``Fact/most``, ``Fact/window`` or ``Fact/consecutive`` by as little as suffices, for everybody.
    case raise(Fact, to: Int)
    /// A pin, a pair that is kept apart, the order of ranks.
    case waive(Fact)
    case leaveEmpty(slot: Int)
    /// At least so many seats among these slots, where no single gap suffices.
    case leaveSeveralEmpty(seats: Int, slots: [Int])
}

/// The ways out of a contradiction, each tried by the solver against everything that is asked nearby.
package enum WaysOut {
    /// The cheapest kind first: leaves, rest, loans, limits, what may be waived, and last the gap.
    ///
    /// `lenders` names for each slot who could be lent to it, the best first; few of them are tried. `excused` is what
    /// is let go of because of other contradictions; slots far from this one stay as in the `plan`, where that is enough.
    package static func find(
        outOf contradiction: Contradiction, in problem: SeatProblem, lenders: [[Int32]] = [], excused: [Fact] = [],
        plan: SeatPlan? = nil, budget: Budget = Budget()
    ) -> [WayOut] {
        var budget = budget
        return find(
            outOf: contradiction, in: problem, lenders: lenders, excused: excused, plan: plan, within: &budget)
    }

    /// The same within a budget of which the rest is left for other questions.
    package static func find(
        outOf contradiction: Contradiction, in problem: SeatProblem, lenders: [[Int32]] = [], excused: [Fact] = [],
        plan: SeatPlan? = nil, within budget: inout Budget
    ) -> [WayOut] {
        var attempt = Attempt(contradiction, problem, lenders: lenders, excused: excused, plan: plan)
        return attempt.leaves(within: &budget) + attempt.rests(within: &budget) + attempt.loans(within: &budget)
            + attempt.limits(within: &budget) + attempt.waivers(within: &budget)
    }
}
