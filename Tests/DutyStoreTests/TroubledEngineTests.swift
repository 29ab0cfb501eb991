import Calendars
import Dispatching
import GRDB
import Incidents
import Logging
import Notifications
import Testing
import Wording

@testable import DutyStore

@Suite("An engine whose database is in trouble for a while")
struct TroubledEngineTests {
    @Test("It says that a cycle failed and keeps running; when the trouble is over the message goes out")
    func lockedForAWhile() async throws {
        let file = try TemporaryFile()
        let store = try DutyStore.open(file.path, patience: .zero)
        let (_, message) = try store.reportAndTell()
        let (printed, print) = AsyncStream<String>.makeStream()
        let (failures, fail) = AsyncStream<String>.makeStream()
        let desk = Desk(store: store)
        let notifiers = NotifierSet([], environment: [:]) { print.yield($0) }
        let courier = Courier(desk: desk, notifiers: notifiers, engine: EngineID(text: "here"), language: .zh)
        let engine = Engine(
            desk: desk, courier: courier, id: EngineID(text: "here"), time: Examples.time { Examples.noon },
            isRunning: { _ in true }, log: Logger(label: "test") { _ in FailureLog(report: { fail.yield($0) }) })

        var holding = Configuration()
        holding.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: file.path, configuration: holding)
        try await other.writeWithoutTransaction { db in try db.execute(sql: "BEGIN IMMEDIATE") }
        let running = Task { try await engine.run() }
        var seen = 0
        for await _ in failures {
            seen += 1
            if seen == 3 { break }
        }
        #expect(try store.message(message.id)?.attempts == 0, "nothing is sent that could not be claimed")
        try await other.writeWithoutTransaction { db in try db.execute(sql: "ROLLBACK") }
        for await _ in printed { break }
        running.cancel()
        try await running.value
        #expect(try store.message(message.id)?.attempts == 1)
    }
}

/// Passes on what was logged, with the error that it names.
struct FailureLog: LogHandler {
    let report: @Sendable (String) -> Void
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { report("\(event.message) \(event.metadata?["error"]?.description ?? "")") }
}
