package import Calendars
package import Rosters

/// The machine of an incident: (state, event, now, who is on duty) → (state, effects with reasons).
///
/// Promise 3 holds after every event: an open incident has a next step with a time.
package struct IncidentMachine: Sendable {
    private let incident: Incident

    package init(_ incident: Incident) {
        self.incident = incident
    }

    /// Decides; `outbox` holds the incident's messages so far.
    package func handle(
        _ event: IncidentEvent, at now: Instant, board: DutyBoard, outbox: [Message] = []
    ) throws(IncidentConflict) -> IncidentChange {
        if let cause = obstacle(to: event) {
            throw IncidentConflict(
                number: incident.number, phase: incident.escalation.phase, event: event, cause: cause)
        }
        var decision = Decision(incident, at: now, board: board, outbox: outbox)
        switch event {
        case .due: decision.doWhatIsDue()
        case .wayFailed(let message): decision.wayFailed(message)
        case .called(let recipient, let outcome): decision.called(recipient, outcome)
        case .acknowledged(let person): decision.acknowledged(by: person)
        case .declined(let person, let reason): decision.declined(by: person, reason: reason)
        case .closed(let person, let reason):
            decision.end(.closed(by: person, reason: reason), because: .incidentClosed)
        case .reopened(let person, let reason): decision.note(.reopened(by: person, reason: reason))
        case .followedUp(let draft): decision.followedUp(draft)
        case .reportedUp(let report): decision.reportedUp(report)
        case .taskGiven(let order): decision.give(order)
        case .taskDone(let id, let person, let result):
            decision.note(.taskDone(id: id, .init(by: person, at: now, result: result)))
        case .taskClosed(let id, let person, let result):
            decision.note(.taskClosed(id: id, .init(by: person, at: now, result: result)))
        case .merged(let other, let person, let reason):
            decision.end(.merged(into: other, by: person, reason: reason), because: .incidentMerged)
        case .absorbed(let other, let person): decision.note(.absorbed(other, by: person))
        case .split(let person, let reason):
            decision.note(.split(from: incident.mergedInto ?? incident.number, by: person, reason: reason))
        case .released(let other, let person): decision.note(.released(other, by: person))
        }
        if event.isNews { decision.resume() }
        return decision.change
    }

    /// Why the state does not allow the event; nil when it does.
    private func obstacle(to event: IncidentEvent) -> IncidentConflict.Cause? {
        let isClosed = incident.escalation.phase == .closed
        switch event {
        case .due, .wayFailed, .called, .reportedUp, .released: return nil
        case .acknowledged, .declined, .closed: return mergeObstacle ?? (isClosed ? .phase : nil)
        case .followedUp, .taskGiven: return mergeObstacle
        case .reopened: return mergeObstacle ?? (isClosed ? nil : .phase)
        case .taskDone(let id, _, _): return taskObstacle(id, isClosing: false, by: nil)
        case .taskClosed(let id, let person, _): return taskObstacle(id, isClosing: true, by: person)
        case .merged(let other, _, _):
            return other == incident.number ? .sameIncident : mergeObstacle ?? (isClosed ? .phase : nil)
        case .absorbed: return mergeObstacle ?? (isClosed ? .phase : nil)
        case .split: return incident.mergedInto == nil ? .notMerged : nil
        }
    }

    private var mergeObstacle: IncidentConflict.Cause? { incident.mergedInto.map { .mergedInto($0) } }

    private func taskObstacle(_ id: Int, isClosing: Bool, by person: PersonID?) -> IncidentConflict.Cause? {
        guard let task = incident.tasks.first(where: { $0.id == id }) else { return .noSuchTask(id) }
        if task.closed != nil { return .taskClosed(id) }
        guard isClosing else { return task.done == nil ? nil : .taskDone(id) }
        guard let done = task.done else { return .taskNotDone(id) }
        return person == done.by || person == task.owner ? .needsSecondPerson(done.by) : nil
    }
}

extension IncidentEvent {
    /// Whether it shows that somebody is at work on the incident.
    fileprivate var isNews: Bool {
        switch self {
        case .followedUp, .reportedUp, .taskGiven, .taskDone, .taskClosed, .absorbed, .released: true
        default: false
        }
    }
}
