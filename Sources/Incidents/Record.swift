package import Calendars
package import Rosters

/// An entry of the ledger: what happened, by ids, never by phone number or informant's name.
package enum Record: Hashable, Sendable, Codable {
    case drillStarted(name: String)
    case clockMoved(from: Instant, to: Instant)
    case published(Publication)
    case reported(Intake)
    /// A step told somebody; `misses` says which of its targets, and who of the people named, it could not tell.
    case stepRun(round: Int, step: Int, ladder: String, until: Instant, misses: [TargetMiss])
    case stepEmpty(round: Int, step: Int, misses: [TargetMiss])
    case told(message: MessageID, told: Told)
    case roundEnded(round: Int, nextRoundAt: Instant, toldNobody: Bool)
    /// Every way of everybody told in the step failed: the next step is due at once.
    case stepHurried(round: Int, step: Int)
    case delivered(message: MessageID, attempt: Int, outcome: DeliveryOutcome)
    case called(recipient: Recipient, message: MessageID?, outcome: CallOutcome)
    case acknowledged(by: PersonID, wasTold: Bool, stopsLadder: Bool)
    case closed(by: PersonID, reason: String)
    case reopened(by: PersonID, reason: String)

    /// A roster version that came into force.
    package struct Publication: Hashable, Sendable, Codable {
        package let place: String
        package let period: String
        package let version: Int
        package let by: PersonID?
        package let accepted: [Acceptance]
        /// SHA-256 of the stored snapshot, in hex.
        package let digest: String

        package init(
            place: String, period: String, version: Int, by: PersonID?, accepted: [Acceptance], digest: String
        ) {
            self.place = place
            self.period = period
            self.version = version
            self.by = by
            self.accepted = accepted
            self.digest = digest
        }
    }

    /// A finding that somebody knowingly accepted.
    package struct Acceptance: Hashable, Sendable, Codable {
        package let finding: String
        package let by: PersonID
        package let reason: String

        package init(finding: String, by: PersonID, reason: String) {
            self.finding = finding
            self.by = by
            self.reason = reason
        }
    }

    /// What was written down when a report came in.
    package struct Intake: Hashable, Sendable, Codable {
        package let facts: IncidentFacts
        package let grading: Grading
        package let plan: EscalationPlan
        /// Salted hash of the informant; the words themselves live apart and can be erased.
        package let informantHash: String?

        package init(facts: IncidentFacts, grading: Grading, plan: EscalationPlan, informantHash: String?) {
            self.facts = facts
            self.grading = grading
            self.plan = plan
            self.informantHash = informantHash
        }
    }
}

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

/// An incident with everything the desk needs to go on with it.
package struct Incident: Hashable, Sendable {
    package let number: IncidentNumber
    package let facts: IncidentFacts
    package let grading: Grading
    package let plan: EscalationPlan
    package let escalation: Escalation
    /// Whoever reported it, where known and not erased.
    package let informant: String?

    package init(
        number: IncidentNumber, facts: IncidentFacts, grading: Grading, plan: EscalationPlan, escalation: Escalation,
        informant: String?
    ) {
        self.number = number
        self.facts = facts
        self.grading = grading
        self.plan = plan
        self.escalation = escalation
        self.informant = informant
    }
}
