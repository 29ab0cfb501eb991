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

    package var at: Instant {
        switch self {
        case .step(_, let instant), .message(_, let instant): instant
        }
    }
}
