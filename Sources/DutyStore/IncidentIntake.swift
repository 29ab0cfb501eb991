package import Incidents

/// A report as it came in, with what the desk made of it.
package struct IncidentIntake: Hashable, Sendable {
    package let facts: IncidentFacts
    package let grading: Grading
    package let plan: EscalationPlan
    /// The whole policy, which later edits do not reach.
    package let policy: Policy
    package let deadlines: [Deadline]
    /// Whoever reported it; kept apart from the incident, so that it can be erased.
    package let caller: Caller?
    /// The place name or grid cell that named the unit.
    package let territory: String?

    package init(
        facts: IncidentFacts, grading: Grading, plan: EscalationPlan, policy: Policy, deadlines: [Deadline] = [],
        caller: Caller? = nil, territory: String? = nil
    ) {
        self.facts = facts
        self.grading = grading
        self.plan = plan
        self.policy = policy
        self.deadlines = deadlines
        self.caller = caller
        self.territory = territory
    }
}
