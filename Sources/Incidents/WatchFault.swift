package import Calendars

/// What an engine does again and again.
package enum EngineCycle: String, Hashable, Sendable, Codable, CaseIterable {
    /// Shows that the engine lives.
    case pulse
    /// Does what incidents wait for.
    case steps
    /// Takes messages to their channels.
    case delivery
    /// Looks for faults.
    case watch
}

/// Something that keeps the desk from doing what it promises.
package enum WatchFault: Hashable, Sendable, Codable {
    /// An open incident waits for nothing: nobody would ever be told again.
    case noNextStep(IncidentNumber)
    /// An acknowledged incident that nobody would be asked about again.
    case noAskingAgain(IncidentNumber)
    /// What an incident waits for is long past, though an engine runs.
    case stepOverdue(IncidentNumber, due: Instant)
    /// An engine took messages and neither finished nor gave them back; the oldest, and how many there are.
    case leaseOver(MessageID, since: Instant, count: Int)
    /// Messages are due for long, and nobody takes them; the oldest, and how many there are.
    case deliveryOverdue(MessageID, since: Instant, count: Int)
    /// Messages that are tried again and again without an end; the worst, and how many there are.
    case tooManyTries(MessageID, tries: Int, count: Int)
    /// An engine began a cycle and did not finish it.
    case cycleUnfinished(EngineCycle, since: Instant)
    /// A row of the database cannot be read.
    case unreadable(table: String, key: String)

    /// By which a fault is the same one, however long it lasts and however many rows it comes to touch.
    package var id: String {
        switch self {
        case .noNextStep(let number): "no-next-step/\(number)"
        case .noAskingAgain(let number): "no-asking-again/\(number)"
        case .stepOverdue(let number, _): "step-overdue/\(number)"
        case .leaseOver: "lease-over"
        case .deliveryOverdue: "delivery-overdue"
        case .tooManyTries: "too-many-tries"
        case .cycleUnfinished(let cycle, _): "cycle-unfinished/\(cycle.rawValue)"
        case .unreadable(let table, let key): "unreadable/\(table)/\(key)"
        }
    }
}
