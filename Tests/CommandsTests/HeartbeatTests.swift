import Calendars
import DutyStore
import Foundation
import GRDB
import Incidents
import TestSupport
import Testing

@Suite("The heartbeat of the real engine")
struct HeartbeatTests {
    private let number = "2026-0001"

    /// A real database with one report, and who asks it again and again.
    private struct Room {
        let scratch: Scratch
        let store: DutyStore
        let environment: [String: String]

        init(_ extra: [String: String] = [:]) async throws {
            scratch = try Scratch()
            environment = ["DUTY_DB": scratch.path("duty.db")].merging(extra) { $1 }
            let run = try await CommandRun.duty(
                ["report", "--what", "leak", "--where", "gate"], environment: environment)
            #expect(run.exitCode == 0, "\(run.stderr)")
            store = try DutyStore.open(scratch.path("duty.db"))
        }

        var sign: String { scratch.path("heartbeat") }
        var hasSign: Bool { FileManager.default.fileExists(atPath: sign) }

        func sql(_ text: String, _ arguments: StatementArguments = []) throws {
            var waiting = Configuration()
            waiting.busyMode = .timeout(60)
            try DatabaseQueue(path: scratch.path("duty.db"), configuration: waiting).write { db in
                try db.execute(sql: text, arguments: arguments)
            }
        }

        /// Asks `doctor` until something holds; each asking takes its time.
        func until(_ what: String, _ holds: () async throws -> Bool) async throws {
            for _ in 0..<2_000 {
                if try await holds() { return }
                _ = try await CommandRun.duty(["doctor"], environment: environment)
            }
            Issue.record("never: \(what)")
        }

        func knows(_ isMeant: (Incidents.Record) -> Bool) throws -> Bool {
            try store.ledger().contains { isMeant($0.record) }
        }

        /// When the engine last showed itself.
        var seen: Int64 { get throws { try store.engineSigns().first?.seenAt.seconds ?? 0 } }
    }

    @Test("file and address get it while all is well; both fall silent with a fault that the ledger and doctor tell")
    func silence() async throws {
        try await LoopbackSink.with { sink in
            let room = try await Room(["DUTY_HEARTBEAT_URL": sink.address("/beat")])
            let engine = try RunningEngine.start(
                ["--heartbeat-file", room.sign, "--heartbeat-every", "0"], environment: room.environment)
            try await room.until("the first sign") {
                let calls = await sink.requests
                return room.hasSign && !calls.isEmpty
            }
            let request = try #require(await sink.requests.first)
            #expect(request.method == "GET" && request.path == "/beat" && request.body.isEmpty)

            let facts = try #require(
                try await DatabaseQueue(path: room.scratch.path("duty.db")).read { db in
                    try String.fetchOne(db, sql: "SELECT facts FROM incident")
                })
            try room.sql("UPDATE incident SET facts = '{}'")
            try await room.until("the alarm") {
                try room.knows { if case .faultFound(.unreadable) = $0 { true } else { false } }
            }
            let doctor = try await CommandRun.duty(["doctor"], environment: room.environment)
            #expect(doctor.exitCode == 1)
            #expect(doctor.stdout.contains("✗ incident 2026-0001 cannot be read"))
            // A sign that was under way may still come; then both are silent for cycle after cycle.
            try await room.until("the silence") {
                try? FileManager.default.removeItem(atPath: room.sign)
                let (then, calls) = (try room.seen, await sink.requests.count)
                try await room.until("four more cycles") { try room.seen > then + 4 }
                let isSilent = await sink.requests.count == calls
                return isSilent && !room.hasSign
            }

            try room.sql("UPDATE incident SET facts = ?", [facts])
            try await room.until("the sign again") { room.hasSign }
            #expect(try room.knows { if case .faultOver = $0 { true } else { false } })
            #expect(engine.stop() == 0)
        }
    }

    @Test("a folder that is not there, and a heartbeat where none is given, are wrong usage", arguments: ["zh", "en"])
    func misuse(language: String) async throws {
        let scratch = try Scratch()
        let environment = ["DUTY_DB": scratch.path("duty.db"), "DUTY_LANG": language]
        for (arguments, words) in [
            (["--heartbeat-file", scratch.path("nowhere/x")], "nowhere"),
            (["--heartbeat-file", scratch.path("x"), "--until-idle"], "--until-idle"),
            (["--heartbeat-url", "http://127.0.0.1:9/", "--until-idle"], "--until-idle"),
        ] {
            let run = try await CommandRun.duty(["dispatch"] + arguments, environment: environment)
            #expect(run.exitCode == 2 && run.stderr.contains(words), "\(run.stderr)")
        }
    }

    @Test("an address that is none is wrong usage, and what was given is not repeated")
    func wrongAddress() async throws {
        let scratch = try Scratch()
        let run = try await CommandRun.duty(
            ["dispatch", "--heartbeat-url", "ftp://token@host"], environment: ["DUTY_DB": scratch.path("duty.db")])
        #expect(run.exitCode == 2)
        #expect(run.stderr.contains("--heartbeat-url") && !run.stderr.contains("token"))
    }
}
