package import Incidents

/// A report as it came in, with what the desk made of it.
package struct IncidentIntake: Hashable, Sendable {
    package let facts: IncidentFacts
    package let grading: Grading
    package let plan: EscalationPlan
    /// Whoever reported it; kept apart from the incident, so that it can be erased.
    package let informant: String?

    package init(facts: IncidentFacts, grading: Grading, plan: EscalationPlan, informant: String? = nil) {
        self.facts = facts
        self.grading = grading
        self.plan = plan
        self.informant = informant
    }
}
