package import Calendars
package import Rosters

/// What happens to an incident; time and duty board come beside it.
package enum IncidentEvent: Hashable, Sendable {
    /// Something that the incident waits for is due.
    case due
    /// A channel gave a message up for good.
    case wayFailed(MessageID)
    case called(Recipient, CallOutcome)
    case acknowledged(by: PersonID)
    case declined(by: PersonID, reason: String)
    case closed(by: PersonID, reason: String)
    case reopened(by: PersonID, reason: String)
    case followedUp(FollowUpDraft)
    case reportedUp(UpwardReport)
    case taskGiven(TaskOrder)
    case taskDone(Int, by: PersonID, result: String)
    case taskClosed(Int, by: PersonID, result: String)
    case merged(into: IncidentNumber, by: PersonID, reason: String)
    case absorbed(IncidentNumber, by: PersonID)
    case split(by: PersonID, reason: String)
    case released(IncidentNumber, by: PersonID)
}

/// A follow-up as the desk wrote it down.
package struct FollowUpDraft: Hashable, Sendable {
    package let update: FactsUpdate
    package let chosen: ChosenGrade?
    package let by: PersonID?
    package let receivedAt: Instant
    package let isFinal: Bool
    package let callerHash: String?

    package init(
        update: FactsUpdate, chosen: ChosenGrade? = nil, by: PersonID? = nil, receivedAt: Instant,
        isFinal: Bool = false, callerHash: String? = nil
    ) {
        self.update = update
        self.chosen = chosen
        self.by = by
        self.receivedAt = receivedAt
        self.isFinal = isFinal
        self.callerHash = callerHash
    }
}

/// A task before it has a number.
package struct TaskOrder: Hashable, Sendable {
    package let instruction: String?
    package let givenBy: PersonID
    package let owner: PersonID
    package let measure: String
    package let due: Instant
    package let interim: String?

    package init(
        instruction: String? = nil, givenBy: PersonID, owner: PersonID, measure: String, due: Instant,
        interim: String? = nil
    ) {
        self.instruction = instruction
        self.givenBy = givenBy
        self.owner = owner
        self.measure = measure
        self.due = due
        self.interim = interim
    }
}

/// What a decision asks the rim to perform: all of it in one transaction.
package struct IncidentChange: Hashable, Sendable {
    package private(set) var incident: Incident
    /// New rows of the outbox.
    package internal(set) var messages: [Message] = []
    /// Messages that are not to go out any more.
    package internal(set) var cancelled: [MessageID] = []
    /// The reasons, for ledger, page and message; applied in order they make the new state.
    package private(set) var records: [Record] = []

    package init(_ incident: Incident) {
        self.incident = incident
    }

    package var escalation: Escalation { incident.escalation }

    mutating func note(_ record: Record, at now: Instant) {
        records.append(record)
        incident.apply(record, at: now)
    }
}

extension IncidentChange {
    /// A new incident: its report, and the clocks that the report starts.
    package static func recording(
        _ intake: Record.Intake, deadlines: [Deadline], number: IncidentNumber, policy: Policy, at now: Instant
    ) -> IncidentChange {
        var change = IncidentChange(Incident(intake, number: number, policy: policy, at: now))
        change.records.append(.reported(intake))
        for (index, deadline) in deadlines.enumerated() {
            change.note(.clockStarted(id: index + 1, deadline: deadline), at: now)
        }
        return change
    }
}

/// An event that the incident's state does not allow, and why.
package struct IncidentConflict: Error, Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        case phase
        case mergedInto(IncidentNumber)
        case notMerged
        case sameIncident
        case noSuchTask(Int)
        case taskNotDone(Int)
        case taskDone(Int)
        case taskClosed(Int)
        /// 销号 needs a second person.
        case needsSecondPerson(PersonID)
    }

    package let number: IncidentNumber
    package let phase: Escalation.Phase
    package let event: IncidentEvent
    package let cause: Cause

    package init(number: IncidentNumber, phase: Escalation.Phase, event: IncidentEvent, cause: Cause = .phase) {
        self.number = number
        self.phase = phase
        self.event = event
        self.cause = cause
    }
}
