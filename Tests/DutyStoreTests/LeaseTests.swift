import Calendars
import Dispatching
import DutyStore
import Incidents
import Logging
import Notifications
import Synchronization
import Testing
import Wording

@Suite("An engine of which only the lease can tell whether it lives")
struct LeaseTests {
    private let noon = Examples.noon

    @Test("Nobody touches its message before the lease is over; then it goes out under the same id")
    func foreignEngine() async throws {
        let file = try TemporaryFile()
        let store = try file.store()
        let (_, message) = try store.reportAndTell()
        let elsewhere = EngineID.random(host: "4026531836", process: 7)
        _ = try store.claim(message.id, at: noon, lease: .seconds(90), owner: elsewhere)
        let printed = Mutex<[String]>([])
        let clock = Mutex(noon)
        let here = EngineID.random(host: "4026531999", process: 7)
        let courier = Courier(
            desk: Desk(store: store),
            notifiers: NotifierSet([], environment: [:]) { line in printed.withLock { $0.append(line) } }, engine: here,
            language: .zh)
        let engine = Engine(
            desk: Desk(store: store), courier: courier, id: here, time: Examples.time { clock.withLock { $0 } },
            isRunning: { _ in true }, log: Logger(label: "test"))
        for second in [1, 60, 89] {
            clock.withLock { $0 = noon + .seconds(second) }
            try await engine.runUntilIdle()
            #expect(printed.withLock { $0.isEmpty }, "touched after \(second) s")
        }
        clock.withLock { $0 = noon + .seconds(90) }
        try await engine.runUntilIdle()
        #expect(printed.withLock { $0.count } == 1)
        #expect(try store.message(message.id)?.state == .accepted)
        #expect(try store.message(message.id)?.attempts == 2)
        #expect(try !store.finish(message.id, owner: elsewhere, at: noon + .seconds(91), outcome: .accepted))
    }
}
