import Calendars
import DutyStore
import Foundation
import GRDB
import Incidents
import Logging
import Rosters
import Synchronization
import Testing
import Wording

@testable import Dispatching

@Suite("An engine watches itself")
struct WatchEngineTests {
    private let first = IncidentNumber(year: 2026, sequence: 1)

    /// A real desk with a roster and two reports that nobody has been told of yet.
    private func desk(_ file: TemporaryFile, _ machine: FakeMachine) throws -> DutyStore {
        let store = try file.store()
        let policy = Policy(
            fallback: [.person("p002")], contact: ["call"],
            ladders: [Ladder(name: "default", steps: [Step(tell: [.tier(.leader)], wait: .minutes(5))])])
        try store.publish(book: Examples.book(to: "2026-10-09"), policy: policy, by: nil, at: machine.now)
        for _ in 0..<2 { _ = try store.record(Examples.intake(receivedAt: machine.now), at: machine.now) }
        return store
    }

    private func faults(_ store: DutyStore) throws -> [String] {
        try store.ledger().compactMap { entry in
            switch entry.record {
            case .faultFound(let fault): "found \(fault.id)"
            case .faultOver(let fault): "over \(fault.id)"
            default: nil
            }
        }
    }

    private func spoil(_ file: TemporaryFile) throws -> String {
        let facts = try #require(
            try file.raw().read { db in
                try String.fetchOne(db, sql: "SELECT facts FROM incident WHERE number = '\(first)'")
            })
        try file.tamper("UPDATE incident SET facts = '{}' WHERE number = '\(first)'")
        return facts
    }

    @Test("An incident that cannot be read keeps no other from being told, and the engine says so")
    func unreadableHoldsUpNobody() async throws {
        let (file, machine) = (try TemporaryFile(), FakeMachine())
        let store = try desk(file, machine)
        _ = try spoil(file)
        let engine = machine.engine(store)
        await #expect(throws: StoreError.self) { try await engine.runUntilIdle() }
        let second = try #require(try store.incident(IncidentNumber(year: 2026, sequence: 2)))
        #expect(second.escalation.told.map(\.recipient) == [.person("p001")])
        #expect(machine.lines.count == 1)
        machine.pass(.minutes(5))
        await #expect(throws: StoreError.self) { try await engine.runUntilIdle() }
        #expect(try store.incident(second.number)?.escalation.isUnreachable == true, "its ladder goes on")
    }

    @Test("A message whose incident cannot be read any more keeps no other from going out")
    func unreadableMessage() async throws {
        let (file, machine) = (try TemporaryFile(), FakeMachine())
        let store = try desk(file, machine)
        let engine = machine.engine(store)
        try engine.runDueSteps()
        _ = try spoil(file)
        await #expect(throws: StoreError.self) { try await engine.runUntilIdle() }
        #expect(machine.lines.count == 1)
        let second = try #require(try store.messages(of: IncidentNumber(year: 2026, sequence: 2)).first)
        #expect(second.state == .accepted)
    }

    @Test(
        "A fault is in the ledger once when it is found and once when it is over, loud, and told to the fallback people"
    )
    func alarm() async throws {
        let (file, machine, said) = (try TemporaryFile(), FakeMachine(), Sayings())
        let store = try desk(file, machine)
        let engine = machine.engine(store, log: said.logger)
        try engine.watch()
        #expect(try faults(store).isEmpty)
        let facts = try spoil(file)
        for _ in 0..<3 { try engine.watch() }
        try machine.engine(try file.store(), "other").watch()
        #expect(try faults(store) == ["found unreadable/incident/2026-0001"])
        #expect(said.lines(.critical).count == 1)
        let matter = try #require(try store.matters().first)
        #expect(matter.told.map(\.recipient) == [.person("p002")])
        _ = try? await engine.runUntilIdle()
        #expect(machine.lines.contains { $0.contains("系统自检") && $0.contains("张卫东") })
        try await file.raw().write { db in
            try db.execute(sql: "UPDATE incident SET facts = ? WHERE number = ?", arguments: [facts, "\(first)"])
        }
        for _ in 0..<2 { try engine.watch() }
        #expect(
            try faults(store) == ["found unreadable/incident/2026-0001", "over unreadable/incident/2026-0001"])
        #expect(try store.matters().count == 1)
    }

    @Test("An open incident without a next time, which no rule of the database lets in, is found all the same")
    func withoutNextTime() throws {
        let (file, machine) = (try TemporaryFile(), FakeMachine())
        let store = try desk(file, machine)
        try file.tamper("DROP TRIGGER incident_wakes; UPDATE incident SET wake_at = NULL WHERE number = '\(first)'")
        try machine.engine(store).watch()
        #expect(try faults(store) == ["found no-next-step/2026-0001"])
    }

    @Test("A step that is overdue is a fault only while an engine works, and not in the minute after the clock was set")
    func overdue() async throws {
        let (file, machine) = (try TemporaryFile(), FakeMachine())
        let store = try desk(file, machine)
        let engine = machine.engine(store)
        machine.pass(.minutes(3))
        try engine.watch()
        #expect(try faults(store).isEmpty, "nobody ran")
        try engine.showLife(since: machine.now)
        try engine.watch()
        #expect(try faults(store).isEmpty, "it has just begun")
        machine.pass(.seconds(61))
        try engine.showLife(since: machine.now)
        try engine.watch()
        #expect(try faults(store) == ["found step-overdue/2026-0001", "found step-overdue/2026-0002"])
        try await engine.runUntilIdle()
        try engine.watch()
        #expect(try faults(store).count == 4)
        machine.set(by: .minutes(1440))
        try engine.showLife(since: machine.now)
        try engine.watch()
        #expect(try faults(store).count == 4, "what the jump made due gets its minute")
    }

    @Test("The heartbeat stops while there is a fault, while a cycle hangs, and while the watch is silent")
    func heartbeat() throws {
        let (file, machine, said) = (try TemporaryFile(), FakeMachine(), Sayings())
        let store = try desk(file, machine)
        let sign = file.path + ".heartbeat"
        let engine = machine.engine(
            store, heartbeat: Heartbeat(file: sign, address: nil, pause: .seconds(60), language: .en), log: said.logger)
        func beats() -> Bool {
            try? FileManager.default.removeItem(atPath: sign)
            engine.monitor.look()
            return FileManager.default.fileExists(atPath: sign)
        }
        #expect(!beats(), "nothing has been watched yet")
        try engine.watch()
        #expect(beats())
        let facts = try spoil(file)
        try engine.watch()
        #expect(!beats())
        try file.raw().write { db in try db.execute(sql: "UPDATE incident SET facts = ?", arguments: [facts]) }
        try engine.watch()
        #expect(beats())
        try engine.book.during(.delivery, within: .seconds(60)) {
            machine.pass(.seconds(60))
            try engine.watch()
            #expect(beats())
            machine.pass(.seconds(1))
            #expect(!beats() && !beats(), "a delivery hangs")
        }
        #expect(beats())
        #expect(said.lines(.critical).filter { $0.contains("does not finish") }.count == 1)
        machine.pass(.seconds(61))
        #expect(!beats(), "the watch has not finished for a minute")
    }

    @Test("An engine caught in its steps does not count as running; the other one says so and the ledger has it")
    func hangingSteps() throws {
        let (file, machine) = (try TemporaryFile(), FakeMachine())
        let store = try desk(file, machine)
        let engine = machine.engine(store)
        try engine.book.during(.steps, within: .seconds(60)) {
            try engine.showLife(since: machine.now)
            #expect(try store.isEngineRunning(at: machine.now, within: Engine.pulse))
            machine.pass(.seconds(61))
            try engine.showLife(since: machine.now)
            #expect(try !store.isEngineRunning(at: machine.now, within: Engine.pulse))
            try machine.engine(try file.store(), "other").watch()
        }
        #expect(try faults(store).contains("found cycle-unfinished/steps"))
    }

    @Test("A heartbeat file that cannot be written is said once, in words, and once when it can be again")
    func unwritten() throws {
        let (file, machine, said) = (try TemporaryFile(), FakeMachine(), Sayings())
        let folder = file.path + ".folder"
        let heartbeat = Heartbeat(file: folder + "/sign", address: nil, pause: .zero, language: .zh)
        func beat() {
            for _ in 1...3 { heartbeat.beat(of: "h", at: machine.now, uptime: .zero, log: said.logger) }
        }
        beat()
        #expect(said.lines(.error).map { $0.contains("心跳文件写不进") } == [true])
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        beat()
        #expect(said.lines(.error).count == 1)
        #expect(said.lines(.notice).map { $0.contains("恢复写入") } == [true])
    }

    @Test("The heartbeat file says when, by whom and how, in one line")
    func sign() throws {
        let (file, machine) = (try TemporaryFile(), FakeMachine())
        let path = file.path + ".heartbeat"
        Heartbeat(file: path, address: nil, pause: .zero, language: .en).beat(
            of: "h/1/x", at: machine.now, uptime: .zero, log: Logger(label: "test"))
        #expect(
            try String(contentsOfFile: path, encoding: .utf8)
                == "{\"at\":\"2026-10-01T12:00:00+08:00\",\"engine\":\"h/1/x\",\"state\":\"ok\"}\n")
    }
}

/// A log that a test reads.
private final class Sayings: Sendable {
    private let said = Mutex<[(level: Logger.Level, text: String)]>([])

    var logger: Logger { Logger(label: "test") { _ in Handler(sayings: self) } }

    func lines(_ level: Logger.Level) -> [String] {
        said.withLock { $0.filter { $0.level == level }.map(\.text) }
    }

    private struct Handler: LogHandler {
        let sayings: Sayings
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            sayings.said.withLock { $0.append((event.level, "\(event.message)")) }
        }
    }
}
