import Calendars
import DutyStore
import Foundation
import GRDB
import Incidents
import Testing

@Suite("duty doctor")
struct DoctorTests {
    private func states(_ run: CommandRun) throws -> [String: Set<String>] {
        let checks = try run.object().list("checks")
        return Dictionary(grouping: checks) { $0.text("check") ?? "" }
            .mapValues { Set($0.compactMap { $0.text("state") }) }
    }

    @Test("A festival under way with nothing to do: warnings at most, exit 0; in Chinese a line for each thing")
    func well() async throws {
        let desk = try await DrillDesk.atNight()
        let run = try await desk.duty("doctor", "--json")
        #expect(run.exitCode == 0, "\(run.stdout)")
        #expect(try run.object()["ok"] as? Bool == true)
        let states = try states(run)
        for check in ["database", "durable", "disk", "ledger", "clock", "watch", "incidents"] {
            #expect(states[check] == ["ok"], "\(check)")
        }
        #expect(states["engine"] == ["warning"])
        #expect(states["channels"] == ["warning"], "DUTY_HOOK_URL is not set")
        #expect(states["rosters"] == ["ok", "warning"], "it runs with one accepted finding")
        let zh = try await desk.duty("doctor", "--lang", "zh").stdout
        for line in ["✓ 写入即落盘", "✓ 台账完整", "! 告知引擎未运行", "✓ 没有停滞的事件", "! 渠道 hook 缺少环境变量 DUTY_HOOK_URL"] {
            #expect(zh.contains(line), "\(line)")
        }
    }

    @Test(
        "An incident that waits and no engine: it does not hold, exit 1; nothing that doctor does changes the database")
    func noEngine() async throws {
        let desk = try await DrillDesk.atNight()
        _ = try await desk.report()
        let path = desk.scratch.path("drill.db")
        let before = try DutyStore.open(path).ledger().count
        let run = try await desk.duty("doctor", "--json")
        #expect(run.exitCode == 1)
        #expect(try states(run)["engine"] == ["fault"])
        #expect(try DutyStore.open(path).ledger().count == before)
    }

    @Test("A ledger that was edited, a roster that was altered, an incident without a next time: each is named")
    func harm() async throws {
        let desk = try await DrillDesk.atNight()
        _ = try await desk.report()
        let path = desk.scratch.path("drill.db")
        try Database.spoilSnapshots(path)
        try await DatabaseQueue(path: path).write { db in
            try db.execute(sql: "DROP TRIGGER ledger_unchanged; DROP TRIGGER incident_wakes")
            try db.execute(sql: "UPDATE ledger SET at = at + 1 WHERE seq = 2; UPDATE incident SET wake_at = NULL")
        }
        let run = try await desk.duty("doctor")
        #expect(run.exitCode == 1)
        for line in ["✗ the ledger is broken: entry 2", "✗ incident 2026-0001 is open, but has no next step"] {
            #expect(run.stdout.contains(line), "\(line) in \(run.stdout)")
        }
        #expect(try states(try await desk.duty("doctor", "--json"))["rosters"]?.contains("fault") == true)
    }

    @Test("A file that may only be read, and one that another process holds: nothing can be stored, and doctor says so")
    func unwritable() async throws {
        let fault = try await FaultDesk()
        let other = try DatabaseQueue(path: fault.path)
        try await other.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            defer { try? db.execute(sql: "ROLLBACK") }
            let held = try ChildProcess(
                CommandRun.binary.path, ["doctor"],
                environment: CommandRun.surroundings.merging(fault.desk.environment) { $1 },
                stdout: fault.desk.scratch.create("said"))
            #expect(held.wait() == 1)
        }
        #expect(try fault.desk.scratch.text("said").contains("✗ another program holds the database"))
        try other.close()
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: fault.path)
        for (language, words) in [("zh", "不可写"), ("en", "cannot be written")] {
            let run = try await CommandRun.duty(
                under: FaultTests.mortal, ["doctor", "--lang", language], environment: fault.desk.environment)
            #expect(run.exitCode == 1 && run.stdout.contains("drill.db " + words), "\(run.stdout)")
            #expect(!run.stdout.contains("WAL"))
        }
    }

    @Test("A database that cannot be opened, or is none: one line, exit 3")
    func unopened() async throws {
        let scratch = try Scratch()
        try Data("no database at all, but long enough to be looked at".utf8).write(
            to: scratch.url.appendingPathComponent("text.db"))
        for name in ["missing.db", "text.db"] {
            let run = try await CommandRun.duty(["doctor", "--json"], environment: ["DUTY_DB": scratch.path(name)])
            #expect(run.exitCode == 3, "\(name)")
            #expect(try states(run) == ["database": ["fault"]])
            #expect(!FileManager.default.fileExists(atPath: scratch.path("missing.db")))
        }
    }

    @Test("A clock that was set back an hour: doctor sees it, the next verb notes it, and nothing waits an hour longer")
    func clock() async throws {
        let scratch = try Scratch()
        let environment = ["DUTY_DB": scratch.path("duty.db")]
        let store = try DutyStore.open(scratch.path("duty.db"))
        let ahead = Instant(seconds: Int64(Date().timeIntervalSince1970) + 3600)
        let number = try store.record(intake(at: ahead), at: ahead).number
        let doctor = try await CommandRun.duty(["doctor"], environment: environment)
        #expect(doctor.exitCode == 1 && doctor.stdout.contains("✗ the clock shows"))
        let run = try await CommandRun.duty(["dispatch", "--until-idle"], environment: environment)
        #expect(run.exitCode == 0, "\(run.stderr)")
        let steps = try store.ledger().filter { if case .clockStepped = $0.record { true } else { false } }
        #expect(steps.map(\.incident) == [nil, number])
        let next = try #require(try store.incident(number)?.escalation.nextStepAt)
        #expect(next < ahead, "its step was done at once, and the next is near")
        #expect(try store.incidentFromLedger(number) == store.incident(number))
        let after = try await CommandRun.duty(["doctor"], environment: environment)
        #expect(after.stdout.contains("✓ the clock shows"))
        let shown = try await CommandRun.duty(["show", number.description, "--lang", "zh"], environment: environment)
        #expect(shown.stdout.contains("本机时钟被拨回"))
    }

    private func intake(at instant: Instant) -> IncidentIntake {
        let facts = IncidentFacts(
            what: "仓库起火", place: "城东", unit: nil, category: nil, type: nil, happenedAt: nil, receivedAt: instant,
            recordedAt: instant)
        let policy = Policy()
        let grading = Grading(computed: nil, chosen: nil)
        let plan = EscalationPlan(
            origin: .noLadder, ladder: Ladder(name: "", steps: []), fallback: [], roundPause: .minutes(5), ways: [.call]
        )
        return IncidentIntake(facts: facts, grading: grading, plan: plan, policy: policy)
    }
}
