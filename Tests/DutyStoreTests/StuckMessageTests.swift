import Calendars
import DutyStore
import Incidents
import Testing

@testable import Dispatching

@Suite("A message that is stuck in the outbox")
struct StuckMessageTests {
    private let noon = Examples.noon
    private let lease = Duration.seconds(60)
    private let dead = EngineID(text: "dead")

    /// The faults about messages that the ledger says were found, or are over.
    private func found(_ store: DutyStore, isOver: Bool = false) throws -> [WatchFault] {
        try store.ledger().compactMap { entry -> WatchFault? in
            switch entry.record {
            case .faultFound(let fault) where !isOver: fault
            case .faultOver(let fault) where isOver: fault
            default: nil
            }
        }.filter { fault in
            switch fault {
            case .leaseOver, .deliveryOverdue, .tooManyTries: true
            default: false
            }
        }
    }

    /// So long after noon an engine that began at noon shows itself and looks.
    private func watch(_ store: DutyStore, _ machine: FakeMachine, after duration: Duration) throws {
        machine.pass(noon + duration - machine.now)
        let engine = machine.engine(store)
        try engine.showLife(since: noon)
        try engine.watch()
    }

    @Test("Claimed by an engine that died: found five minutes after the lease ended, over when another has sent it")
    func leaseOver() throws {
        let (store, machine) = (try TemporaryFile().store(), FakeMachine())
        let (_, message) = try store.reportAndTell()
        _ = try store.claim(message.id, at: noon, lease: lease, owner: dead)
        try watch(store, machine, after: lease + .seconds(300))
        #expect(try found(store).isEmpty)
        for _ in 0..<2 { try watch(store, machine, after: lease + .seconds(301)) }
        #expect(try found(store) == [.leaseOver(message.id, since: noon + lease, count: 1)])
        let other = EngineID(text: "other")
        #expect(try store.claim(message.id, at: machine.now, lease: lease, owner: other) != nil)
        #expect(try store.finish(message.id, owner: other, at: machine.now, outcome: .accepted))
        try watch(store, machine, after: lease + .seconds(302))
        #expect(try found(store, isOver: true).map(\.id) == ["lease-over"])
        #expect(try found(store).count == 1)
    }

    @Test("Claimed by nobody: found five minutes after it was due")
    func deliveryOverdue() throws {
        let (store, machine) = (try TemporaryFile().store(), FakeMachine())
        let (_, message) = try store.reportAndTell(due: noon + .seconds(10))
        try watch(store, machine, after: .seconds(310))
        #expect(try found(store).isEmpty)
        try watch(store, machine, after: .seconds(311))
        #expect(try found(store) == [.deliveryOverdue(message.id, since: noon + .seconds(10), count: 1)])
    }

    @Test("Tried again and again: found after the eleventh try")
    func tooManyTries() throws {
        let (store, machine) = (try TemporaryFile().store(), FakeMachine())
        let (_, message) = try store.reportAndTell()
        for _ in 0..<Watch.tryLimit {
            _ = try store.claim(message.id, at: noon, lease: lease, owner: dead)
            try store.finish(
                message.id, owner: dead, at: noon, outcome: .failedForNow(.status(503), retryAt: noon))
        }
        try watch(store, machine, after: .seconds(1))
        #expect(try found(store).isEmpty)
        _ = try store.claim(message.id, at: noon, lease: lease, owner: dead)
        try watch(store, machine, after: .seconds(2))
        #expect(try found(store) == [.tooManyTries(message.id, tries: Watch.tryLimit + 1, count: 1)])
    }
}
