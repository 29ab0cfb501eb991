package import Rosters

/// What happens to an incident; time and duty board come beside it.
package enum IncidentEvent: Hashable, Sendable {
    case stepDue
    /// A channel gave a message up for good.
    case wayFailed(MessageID)
    case acknowledged(by: PersonID)
    case closed(by: PersonID, reason: String)
    case reopened(by: PersonID, reason: String)
}

/// What a decision asks the rim to perform: all of it in one transaction.
package struct IncidentChange: Hashable, Sendable {
    package var escalation: Escalation
    /// New rows of the outbox.
    package var messages: [Message]
    /// Messages that are not to go out any more.
    package var cancelled: [MessageID]
    /// The reasons, for ledger, page and message.
    package var records: [Record]

    package init(
        escalation: Escalation, messages: [Message] = [], cancelled: [MessageID] = [], records: [Record] = []
    ) {
        self.escalation = escalation
        self.messages = messages
        self.cancelled = cancelled
        self.records = records
    }
}

/// An event that the incident's state does not allow.
package struct IncidentConflict: Error, Hashable, Sendable {
    package let number: IncidentNumber
    package let phase: Escalation.Phase
    package let event: IncidentEvent

    package init(number: IncidentNumber, phase: Escalation.Phase, event: IncidentEvent) {
        self.number = number
        self.phase = phase
        self.event = event
    }
}
