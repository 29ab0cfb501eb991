package import Calendars
package import Incidents
package import Watchkeeping

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
    /// A look at a place's daily work: handovers, nil reports, spot checks.
    case watch(WatchKind, place: String, at: Instant)

    /// The number of the incident, the id of the message, or the kind and place of a look.
    package var id: String {
        switch self {
        case .step(let number, _): number.description
        case .message(let id, _): id.text
        case .watch(let kind, let place, _): "\(kind.rawValue) \(place)"
        }
    }

    package var at: Instant {
        switch self {
        case .step(_, let instant), .message(_, let instant), .watch(_, _, let instant): instant
        }
    }
}
