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
    private let language: Language

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
    func claim(_ id: MessageID, at now: Instant) throws -> Message? {
        guard let channel = try desk.store.message(id)?.channel else { return nil }
        return try desk.store.claim(id, at: now, lease: channel.timeout + Self.leaseBeyondTimeout, owner: engine)
    }

    /// Delivers claimed messages and stores the results, all in the order of the batch.
    ///
    /// What goes over the network goes side by side; what a person reads here is printed one after the other.
    /// A result that cannot be stored keeps no other from being stored; the first such error is thrown at the end.
    func deliver(_ messages: [Message], at now: Instant, finishedAt: () throws -> Instant) async throws {
        let notices = try messages.map { try notice(for: $0, at: now) }
        let notifiers = notifiers
        var attempts: [Int: DeliveryAttempt] = [:]
        for (index, notice) in notices.enumerated() where notice.message.channel.isLocal {
            attempts[index] = await notifiers.deliver(notice, at: now)
        }
        await withTaskGroup(of: (Int, DeliveryAttempt).self) { group in
            for (index, notice) in notices.enumerated() where !notice.message.channel.isLocal {
                group.addTask { (index, await notifiers.deliver(notice, at: now)) }
            }
            for await (index, attempt) in group { attempts[index] = attempt }
        }
        var failure: (any Error)?
        for (index, message) in messages.enumerated() {
            guard let attempt = attempts[index] else { continue }
            do { try finish(message, attempt, at: finishedAt()) } catch { failure = failure ?? error }
        }
        if let failure { throw failure }
    }

    private func finish(_ message: Message, _ attempt: DeliveryAttempt, at now: Instant) throws {
        let outcome = RetryPolicy.outcome(of: attempt, message: message.id, attempts: message.attempts, at: now)
        let board = try desk.board(at: now, for: message.incident)
        try desk.store.finish(message.id, owner: engine, at: now, outcome: outcome) { incident, _ in
            guard case .failedForGood = outcome else { return nil }
            return try IncidentMachine(incident).handle(.wayFailed(message.id), at: now, board: board)
        }
    }

    private func notice(for message: Message, at now: Instant) throws -> Notice {
        guard let incident = try desk.store.incident(message.incident) else {
            throw StoreError.unknownIncident(message.incident)
        }
        let place = try desk.duty(at: now, for: incident.facts.unit).board.place
        let names = Names(place: place)
        let zone = place?.zone ?? .shanghai
        let others = incident.escalation.told.filter { $0.step == message.step && $0.round == message.round }
        let isDrill = desk.store.clock.isDrill
        let wording = MessageWording(
            message: message, facts: incident.facts, grading: incident.grading, others: others.map(\.recipient),
            names: names, zone: zone, isDrill: isDrill, database: isDrill ? " --db \(desk.store.path)" : "")
        let name = names.recipient(message.recipient).text(in: language)
        return Notice(
            message: message, recipientName: name, phones: names.phones(message.recipient), language: language,
            payload: NoticePayload(
                message: message, recipientName: name, facts: incident.facts, grading: incident.grading,
                texts: wording.text, isDrill: isDrill, zone: zone))
    }
}
