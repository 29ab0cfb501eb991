package import Calendars
import Rosters

/// A record with its place in the ledger.
package struct LedgerEntry: Hashable, Sendable {
    package let sequence: Int
    package let at: Instant
    package let incident: IncidentNumber?
    package let record: Record

    package init(sequence: Int, at: Instant, incident: IncidentNumber?, record: Record) {
        self.sequence = sequence
        self.at = at
        self.incident = incident
        self.record = record
    }
}

/// An incident with everything the desk needs to go on with it; its ledger entries, applied in order, make it.
package struct Incident: Hashable, Sendable {
    package let number: IncidentNumber
    package var facts: IncidentFacts
    package var grading: Grading
    package var plan: EscalationPlan
    /// As it was when the incident was recorded; later edits do not reach it.
    package let policy: Policy
    package var escalation: Escalation
    package var clocks: [ReportClock] = []
    package var tasks: [DutyTask] = []
    /// Who was told of clocks, tasks and standby.
    package var notices: [Told] = []
    /// How many follow-up reports there are, the final one included.
    package var followUps = 0
    package var hasFinalReport = false
    /// When posts are put on standby for a standing warning, or their next shift is.
    package var standbyAt: Instant?
    package var mergedInto: IncidentNumber?
    package var merged: [IncidentNumber] = []
    /// Whoever called, by the number of the follow-up (0: the first report), where known and not erased.
    package var callers: [Int: Caller] = [:]

    package init(
        number: IncidentNumber, facts: IncidentFacts, grading: Grading, plan: EscalationPlan, policy: Policy,
        escalation: Escalation
    ) {
        self.number = number
        self.facts = facts
        self.grading = grading
        self.plan = plan
        self.policy = policy
        self.escalation = escalation
    }

    /// The grade by which it is routed and its limits are found.
    package var routedGrade: Grade { grading.routed(ungradedAs: policy.ungradedAs) }
}
