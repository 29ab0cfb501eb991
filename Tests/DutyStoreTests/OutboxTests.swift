import Calendars
import DutyStore
import Incidents
import Testing

@Suite("The outbox")
struct OutboxTests {
    private let noon = Examples.noon
    private let lease = Duration.seconds(60)
    private let first = EngineID(text: "first")
    private let second = EngineID(text: "second")

    @Test("of two stores on one file, one gets the message")
    func claimedOnce() async throws {
        let file = try TemporaryFile()
        let stores = [try file.store(), try file.store()]
        let (_, message) = try stores[0].reportAndTell()
        let (due, lease) = (noon, lease)
        let claims = try await withThrowingTaskGroup(of: Message?.self) { group in
            for index in 0..<10 {
                group.addTask {
                    try stores[index % 2].claim(message.id, at: due, lease: lease, owner: EngineID(text: "\(index)"))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let won = claims.compactMap(\.self)
        #expect(won.count == 1)
        #expect(won.first?.state == .sending)
        #expect(won.first?.attempts == 1)
    }

    @Test("a message is not claimed before its time, nor when it is done, nor when it is unknown")
    func notDue() throws {
        let store = try TemporaryFile().store()
        let (_, message) = try store.reportAndTell(due: noon + .minutes(1))
        #expect(try store.claim(message.id, at: noon, lease: lease, owner: first) == nil)
        #expect(try store.claim(message.id, at: noon + .minutes(1), lease: lease, owner: first) != nil)
        try store.finish(message.id, owner: first, at: noon + .minutes(1), outcome: .accepted)
        #expect(try store.claim(message.id, at: noon + .minutes(9), lease: lease, owner: first) == nil)
        #expect(try store.claim(MessageID(text: "x"), at: noon, lease: lease, owner: first) == nil)
    }

    @Test("a lease that is over goes to the next engine, under the same id; the lost claim changes nothing")
    func lostLease() throws {
        let file = try TemporaryFile()
        let store = try file.store()
        let (_, message) = try store.reportAndTell()
        _ = try store.claim(message.id, at: noon, lease: lease, owner: first)
        #expect(try store.claim(message.id, at: noon + .seconds(59), lease: lease, owner: second) == nil)
        let again = try store.claim(message.id, at: noon + .seconds(60), lease: lease, owner: second)
        #expect(again?.id == message.id)
        #expect(again?.attempts == 2)

        let before = try file.everything()
        let isMine = try store.finish(message.id, owner: first, at: noon + .seconds(61), outcome: .accepted) { _, _ in
            Issue.record("a lost claim decides nothing")
            return nil
        }
        #expect(!isMine)
        #expect(try file.everything() == before)
        #expect(try store.finish(message.id, owner: second, at: noon + .seconds(62), outcome: .accepted))
        #expect(try store.message(message.id)?.state == .accepted)
        #expect(try !store.finish(message.id, owner: second, at: noon + .seconds(63), outcome: .accepted))
    }

    @Test("failed for now: retried at its time, and the ledger knows each attempt")
    func retry() throws {
        let store = try TemporaryFile().store()
        let (incident, message) = try store.reportAndTell()
        let retryAt = noon + .minutes(2)
        let outcome = DeliveryOutcome.failedForNow(.status(503), retryAt: retryAt)
        _ = try store.claim(message.id, at: noon, lease: lease, owner: first)
        try store.finish(message.id, owner: first, at: noon, outcome: outcome)
        #expect(try store.message(message.id)?.state == .retrying)
        #expect(try store.message(message.id)?.nextTryAt == retryAt)
        #expect(try store.nextDue() == .message(message.id, at: retryAt))
        _ = try store.claim(message.id, at: retryAt, lease: lease, owner: first)
        try store.finish(message.id, owner: first, at: retryAt, outcome: .accepted)
        #expect(
            try store.ledger(of: incident.number).map(\.record).suffix(2) == [
                .delivered(message: message.id, attempt: 1, outcome: outcome),
                .delivered(message: message.id, attempt: 2, outcome: .accepted),
            ])
    }

    @Test("failed for good: what the machine decides then commits together with it, or not at all")
    func decisionAfterFailure() throws {
        let file = try TemporaryFile()
        let store = try file.store()
        let (incident, message) = try store.reportAndTell()
        _ = try store.claim(message.id, at: noon, lease: lease, owner: first)
        let before = try file.everything()
        #expect(throws: CancellationError.self) {
            try store.finish(message.id, owner: first, at: noon, outcome: .failedForGood(.timeout)) { _, _ in
                throw CancellationError()
            }
        }
        #expect(try file.everything() == before)

        try store.finish(message.id, owner: first, at: noon, outcome: .failedForGood(.timeout)) { incident, message in
            #expect(message.state == .failed)
            var escalation = incident.escalation
            escalation.nextStepAt = noon
            return incident.changed(
                to: escalation, messages: [Examples.message(incident.number, round: 2)],
                records: [.stepHurried(round: 1, step: 1)])
        }
        #expect(try store.messages(of: incident.number).map(\.state) == [.failed, .pending])
        #expect(try store.incident(incident.number)?.escalation.nextStepAt == noon)
        #expect(try store.ledger(of: incident.number).last?.record == .stepHurried(round: 1, step: 1))
    }

    @Test("a message that is cancelled is not sent, and a claim on it is lost")
    func cancelled() throws {
        let store = try TemporaryFile().store()
        let (incident, message) = try store.reportAndTell()
        _ = try store.claim(message.id, at: noon, lease: lease, owner: first)
        try store.change(incident.number, at: noon) { incident, _, _ in
            incident.changed(to: Escalation(phase: .closed, nextStepAt: nil), cancelled: [message.id])
        }
        #expect(try store.message(message.id)?.state == .failed)
        #expect(try !store.finish(message.id, owner: first, at: noon, outcome: .accepted))
        #expect(try store.nextDue() == nil)
    }

    @Test("asking again for the same message is the same message")
    func sameMessage() throws {
        let store = try TemporaryFile().store()
        let (incident, message) = try store.reportAndTell()
        _ = try store.claim(message.id, at: noon, lease: lease, owner: first)
        try store.change(incident.number, at: noon) { incident, _, _ in
            incident.changed(messages: [message])
        }
        #expect(try store.messages(of: incident.number).map(\.state) == [.sending])
    }

    @Test("the next thing is the earliest; ties go to the incident's number, then to the step")
    func order() throws {
        let store = try TemporaryFile().store()
        #expect(try store.nextDue() == nil)
        let (one, message) = try store.reportAndTell(due: noon + .minutes(5))
        #expect(try store.nextDue() == .step(one.number, at: noon + .minutes(5)))
        let two = try store.record(Examples.intake(), at: noon + .minutes(5)).number
        try store.change(one.number, at: noon + .minutes(5)) { incident, _, _ in
            incident.changed(
                to: Escalation(phase: .acknowledged, nextStepAt: nil, askAgainAt: noon + .minutes(120)))
        }
        #expect(try store.nextDue() == .message(message.id, at: noon + .minutes(5)))
        _ = try store.claim(message.id, at: noon + .minutes(5), lease: lease, owner: first)
        #expect(try store.nextDue() == .step(two, at: noon + .minutes(5)))
        try store.change(two, at: noon + .minutes(5)) { incident, _, _ in
            incident.changed(
                to: Escalation(phase: .acknowledged, nextStepAt: nil, askAgainAt: noon + .minutes(120)))
        }
        #expect(try store.nextDue() == .message(message.id, at: noon + .minutes(6)))
    }
}
