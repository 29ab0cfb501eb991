import Calendars
import Dispatching
import GRDB
import Incidents
import Logging
import Rosters
import Testing

@testable import DutyStore

@Suite("A disk that is full for a while")
struct FullDiskTests {
    @Test(
        "A disk on which the ledger cannot grow takes nothing half: the message is claimed, sent again, and noted once")
    func fullForAWhile() async throws {
        let file = try TemporaryFile()
        let store = try file.store()
        let (incident, message) = try store.reportAndTell()
        let owner = EngineID(text: "here")
        let claimed = try store.claim(message.id, at: Examples.noon, lease: .seconds(60), owner: owner)
        #expect(claimed?.state == .sending)
        let before = try file.everything()
        try store.limitPages(more: 0)
        let failure = DeliveryFailure.network(String(repeating: "x", count: 100_000))
        #expect(throws: StoreError.diskFull) {
            try store.finish(
                message.id, owner: owner, at: Examples.noon,
                outcome: .failedForNow(failure, retryAt: Examples.noon + .minutes(1)))
        }
        #expect(try file.everything() == before)
        try store.limitPages(more: 100_000)
        #expect(try store.finish(message.id, owner: owner, at: Examples.noon, outcome: .accepted))
        #expect(
            try store.ledger(of: incident.number).count { if case .delivered = $0.record { true } else { false } } == 1)
    }

    @Test(
        "An engine on a full disk says so and keeps running; nothing more is accepted, nothing accepted is lost, and with room it all goes out"
    )
    func engine() async throws {
        let (file, machine) = (try TemporaryFile(), FakeMachine())
        let store = try file.store()
        let ladder = Ladder(name: "default", steps: [Step(tell: [.tier(.leader)], wait: .minutes(5))])
        let policy = Policy(contact: ["call"], ladders: [ladder])
        try store.publish(book: Examples.book(), policy: policy, by: nil, at: machine.now)
        let desk = Dispatching.Desk(store: store)
        try store.limitPages(more: 30)
        var accepted: Set<IncidentNumber> = []
        while let number = try report("a leak", to: desk, machine) { accepted.insert(number) }
        #expect(accepted.count > 5, "so few say little")

        let (failures, fail) = AsyncStream<String>.makeStream()
        let (printed, print) = AsyncStream<String>.makeStream()
        let engine = machine.engine(
            store, log: Logger(label: "test") { _ in FailureLog(report: { fail.yield($0) }) },
            heard: { print.yield($0) })
        let running = Task { try await engine.run() }
        for await line in failures where line.contains("diskFull") { break }
        // Longer than what any page has left.
        #expect(try report(String(repeating: "x", count: 10_000), to: desk, machine) == nil)
        #expect(try Set(store.incidents(includingClosed: true).map(\.number)) == accepted)

        try store.limitPages(more: 100_000)
        let last = try #require(try report("another leak", to: desk, machine))
        machine.pass(.minutes(2))  // past the lease of what was told and could not be noted
        for await line in printed where line.contains("\(last)") { break }
        running.cancel()
        try await running.value
        try await engine.runUntilIdle()
        let stored = try store.incidents(includingClosed: true)
        #expect(Set(stored.map(\.number)) == accepted.union([last]))
        for incident in stored {
            let messages = try store.messages(of: incident.number)
            #expect(messages.map(\.state) == [.accepted], "\(incident.number)")
            #expect(try store.incidentFromLedger(incident.number) == incident)
        }
        #expect(try store.verifyLedger() == .intact(count: try store.ledger().count))
    }

    /// The number of the incident; nil when the disk is full.
    private func report(_ what: String, to desk: Dispatching.Desk, _ machine: FakeMachine) throws -> IncidentNumber? {
        let facts = IncidentFacts(
            what: what, place: "gate", unit: "emergency-office", category: .accident, type: nil, happenedAt: nil,
            receivedAt: machine.now, recordedAt: machine.now)
        do {
            return try desk.report(ReportDraft(facts: facts), at: machine.now).incident.number
        } catch StoreError.diskFull {
            return nil
        }
    }
}

extension DutyStore {
    /// The file may grow by so many pages and no further, as on a full disk.
    fileprivate func limitPages(more: Int) throws {
        try write { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages + more)")
        }
    }
}
