package import Calendars
package import Incidents

/// What an engine asks for.
package enum DueKind: Hashable, Sendable {
    case any
    case steps
    case messages
}

/// What an engine has to do next, and when.
package enum Due: Hashable, Sendable {
    case step(IncidentNumber, at: Instant)
    case message(MessageID, at: Instant)

    /// The number of the incident, or the id of the message.
    package var id: String {
        switch self {
        case .step(let number, _): number.description
        case .message(let id, _): id.text
        }
    }

    package var at: Instant {
        switch self {
        case .step(_, let instant), .message(_, let instant): instant
        }
    }
}
