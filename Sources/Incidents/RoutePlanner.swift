package import Rosters

/// Chooses the ladder of an incident when it is recorded.
package enum RoutePlanner {
    /// The first matching ladder inside a published period; outside, the unit's duty phone and then the fallback.
    package static func plan(
        for facts: IncidentFacts, grading: Grading, policy: Policy, board: DutyBoard
    ) -> EscalationPlan {
        let grade = grading.routed(ungradedAs: policy.ungradedAs)
        let matching = policy.ladders.first { $0.match.matches(facts, grade: grade) && !$0.steps.isEmpty }
        let origin: EscalationPlan.Origin =
            if board.isInPeriod { matching == nil ? .noLadder : .policy } else { .outsidePeriod }
        let ladder = origin == .policy ? matching : nil
        return EscalationPlan(
            origin: origin, ladder: ladder ?? bareLadder(for: facts, policy: policy), fallback: policy.fallback,
            roundPause: policy.roundPause, ways: policy.ways)
    }

    private static func bareLadder(for facts: IncidentFacts, policy: Policy) -> Ladder {
        var steps: [Step] = []
        if let unit = facts.unit { steps.append(Step(tell: [.phone(unit)], wait: policy.roundPause)) }
        if !policy.fallback.isEmpty { steps.append(Step(tell: policy.fallback, wait: policy.roundPause)) }
        return Ladder(name: "duty-phone", steps: steps)
    }
}
