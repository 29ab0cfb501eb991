import Calendars
package import DutyStore
import Incidents
package import Notifications
import Rosters
package import Wording

/// Takes messages from the outbox to their channels and stores what came of it.
package struct Courier: Sendable {
    private let desk: Desk
    private let notifiers: NotifierSet
    private let engine: EngineID
    let language: Language

    /// What a claim holds longer than its channel may take; after a crash the message is sent again under the same id.
    private static let leaseBeyondTimeout = Duration.seconds(30)
    /// How many messages are under way at once.
    static let batch = 8

    package init(desk: Desk, notifiers: NotifierSet, engine: EngineID, language: Language) {
        self.desk = desk
        self.notifiers = notifiers
        self.engine = engine
        self.language = language
    }

    /// Claims a message; nil when another engine has it.
    ///
    /// The lease counts from the present: a drill that catches up works in its past, where it would be over at once.
    func claim(_ id: MessageID, at now: Instant, present: Instant) throws -> Message? {
        guard let channel = try desk.store.message(id)?.channel else { return nil }
        let lease = (present - now) + channel.timeout + Self.leaseBeyondTimeout
        return try desk.store.claim(id, at: now, lease: lease, owner: engine)
    }

    /// Delivers claimed messages and stores what came of them, in the order of the batch.
    ///
    /// What a person reads here is printed first, one after the other, and stored at once; what goes over the network
    /// goes side by side. A result that cannot be stored keeps no other from being stored.
    func deliver(_ messages: [Message], at now: Instant, finishedAt: () throws -> Instant) async throws {
        var failure: (any Error)?
        func store(_ attempt: DeliveryAttempt, of message: Message) {
            do { try finish(message, attempt, at: finishedAt()) } catch { failure = failure ?? error }
        }
        var remote: [(message: Message, notice: Notice)] = []
        for message in messages {
            let (notice, obstacle): (Notice, obstacle: DeliveryFailure?)
            do { (notice, obstacle) = try self.notice(for: message, at: now) } catch {
                failure = failure ?? error
                continue
            }
            if let obstacle {
                store(.failedForGood(obstacle), of: message)
            } else if message.channel.isLocal {
                store(await notifiers.deliver(notice, at: now), of: message)
            } else {
                remote.append((message, notice))
            }
        }
        let attempts = await attempts(at: now, remote.map(\.notice))
        for (index, delivery) in remote.enumerated() {
            if let attempt = attempts[index] { store(attempt, of: delivery.message) }
        }
        if let failure { throw failure }
    }

    private func attempts(at now: Instant, _ notices: [Notice]) async -> [Int: DeliveryAttempt] {
        let notifiers = notifiers
        return await withTaskGroup(of: (Int, DeliveryAttempt).self) { group in
            for (index, notice) in notices.enumerated() {
                group.addTask { (index, await notifiers.deliver(notice, at: now)) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    private func finish(_ message: Message, _ attempt: DeliveryAttempt, at now: Instant) throws {
        var outcome = RetryPolicy.outcome(of: attempt, message: message.id, attempts: message.attempts, at: now)
        guard case .incident(let number) = message.owner else {
            try desk.store.finish(message.id, owner: engine, at: now, outcome: outcome)
            return
        }
        if case .failedForNow = outcome, let obstacle = try desk.store.incident(number)?.obstacle(to: message) {
            outcome = .failedForGood(obstacle)  // a try under way may arrive, but nobody is tried again
        }
        let board = try desk.board(at: now, for: number)
        try desk.store.finish(message.id, owner: engine, at: now, outcome: outcome) { incident, _ in
            guard case .failedForGood = outcome else { return nil }
            return try IncidentMachine(incident).handle(.wayFailed(message.id), at: now, board: board)
        }
    }

    /// The notice, and why it must not go out any more, if it must not.
    private func notice(for message: Message, at now: Instant) throws -> (Notice, obstacle: DeliveryFailure?) {
        let place: Place?
        let texts: Phrase
        var incident: Incident?
        let isDrill = desk.store.clock.isDrill
        switch message.owner {
        case .matter(let number):
            guard let matter = try desk.store.matter(number) else { throw StoreError.unknownMessage(message.id) }
            place = try desk.duty(at: now, for: message.unit).board.place
            texts =
                MatterWording(
                    subject: matter.subject, names: Names(place: place), zone: place?.zone ?? .shanghai,
                    isDrill: isDrill
                ).text
        case .incident(let number):
            guard let found = try desk.store.incident(number) else { throw StoreError.unknownIncident(number) }
            incident = found
            place = try desk.duty(at: now, for: found.facts.unit).board.place
            texts = wording(of: message, found, names: Names(place: place), zone: place?.zone ?? .shanghai)
        }
        let names = Names(place: place)
        let name = names.recipient(message.recipient).text(in: language)
        let notice = Notice(
            message: message, recipientName: name, phones: names.phones(message.recipient), language: language,
            payload: NoticePayload(
                message: message, recipientName: name, facts: incident?.facts, grading: incident?.grading,
                texts: texts, isDrill: isDrill, zone: place?.zone ?? .shanghai))
        return (notice, incident?.obstacle(to: message))
    }

    private func wording(of message: Message, _ incident: Incident, names: Names, zone: Zone) -> Phrase {
        let told = incident.escalation.everTold + incident.notices
        let others = told.filter {
            $0.notice == message.notice && $0.step == message.step && $0.round == message.round
        }
        let isDrill = desk.store.clock.isDrill
        return MessageWording(
            message: message, incident: incident, others: others.map(\.recipient), names: names, zone: zone,
            isDrill: isDrill, database: isDrill ? " --db \(desk.store.path)" : ""
        ).text
    }
}

extension Incident {
    /// Why a message is not sent any more; a notice always is, a step's message only while its ladder runs.
    fileprivate func obstacle(to message: Message) -> DeliveryFailure? {
        guard message.notice == nil else { return nil }
        switch escalation.phase {
        case .acknowledged: return .incidentAcknowledged
        case .closed: return mergedInto == nil ? .incidentClosed : .incidentMerged
        case .open: return message.round < escalation.firstRound ? .superseded : nil
        }
    }
}
