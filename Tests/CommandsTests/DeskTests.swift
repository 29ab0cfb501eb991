import Calendars
import DutyStore
import Foundation
import Incidents
import Rosters
import Testing

/// The main job through the real binary, in a drill database of its own.
struct DrillDesk: Sendable {
    let scratch: Scratch
    let environment: [String: String]

    static let accepted = "17572c073d26"

    init(extra: [String: String] = [:]) throws {
        scratch = try Scratch()
        environment = ["DUTY_DB": scratch.path("drill.db")].merging(extra) { $1 }
    }

    @discardableResult
    func duty(_ arguments: String...) async throws -> CommandRun {
        try await CommandRun.duty(arguments, environment: environment)
    }

    /// A drill on the eve of the festival with the mended roster in force.
    func begin(at time: String, period: String = Scratch.period("2026-spring-festival-mended")) async throws {
        #expect(try await duty("drill", "start", "--name", "test", "--at", "2026-02-10T09:00").exitCode == 0)
        let published = try await duty(
            "publish", period, "--accept", Self.accepted, "--by", "p001", "--reason", "agreed")
        #expect(published.exitCode == 0, "\(published.stderr)")
        #expect(try await duty("drill", "clock", "--to", time).exitCode == 0)
    }

    func report(_ more: String...) async throws -> [String: Any] {
        let arguments = [
            "report", "--json", "--what", "chlorine leak", "--where", "south gate", "--category", "accident", "--type",
            "危险化学品",
        ]
        let run = try await CommandRun.duty(arguments + more, environment: environment)
        #expect(run.exitCode == 0, "\(run.stderr)")
        return try run.object()
    }
}

@Suite("From the report to the answer")
struct DeskTests {
    @Test("A leak at 03:12 on 初一: told, silence, the next step, an acknowledgement, the close, and a whole ledger")
    func night() async throws {
        let desk = try DrillDesk()
        try await desk.begin(at: "2026-02-17T03:12")
        let answer = try await desk.report()
        #expect(answer["incident"] as? String == "2026-0001")
        #expect(answer["state"] as? String == "open")
        #expect(answer["grade"] as? String == "IV")
        #expect(answer["grade_provisional"] as? Bool == true)
        #expect(answer["drill"] as? Bool == true)
        #expect(answer["next_step_at"] as? String == "2026-02-17T03:15:00+08:00")
        let told = try #require(answer["telling"] as? [[String: Any]])
        #expect(told.compactMap { $0["person"] as? String } == ["p007", "p024"])

        let first = try await desk.duty("dispatch", "--until-idle")
        #expect(first.stdout.contains("call 俞振邦"))
        #expect(first.stdout.contains("DRILL"))
        try await desk.duty("drill", "clock", "--advance", "5m")
        let second = try await desk.duty("dispatch", "--until-idle")
        #expect(second.stdout.contains("call 骆秋实"))

        #expect(try await desk.duty("ack", "2026-0001", "--by", "p003").exitCode == 0)
        try await desk.duty("drill", "clock", "--advance", "20m")
        #expect(try await desk.duty("dispatch", "--until-idle").stdout.isEmpty)
        #expect(try await desk.duty("close", "2026-0001", "--by", "p003", "--reason", "sealed").exitCode == 0)
        let shown = try await desk.duty("show", "2026-0001", "--json").object()
        #expect(shown["state"] as? String == "closed")
        #expect(try await desk.duty("ledger", "verify").exitCode == 0)
    }

    @Test("Nobody answers at all: the round ends, the incident is unreachable, and the fallback is told next")
    func silence() async throws {
        let desk = try DrillDesk()
        try await desk.begin(at: "2026-02-17T03:12")
        _ = try await desk.report()
        try await desk.duty("drill", "clock", "--advance", "20m")
        try await desk.duty("dispatch", "--until-idle")
        let unreachable = try await desk.duty("show", "2026-0001", "--json").object()
        #expect(unreachable["unreachable"] as? Bool == true)
        #expect(unreachable["next_step_at"] as? String != nil)
        try await desk.duty("drill", "clock", "--advance", "10m")
        try await desk.duty("dispatch", "--until-idle")
        let messages = try #require(
            try await desk.duty("show", "2026-0001", "--json").object()["messages"] as? [[String: Any]])
        #expect(messages.contains { $0["person"] as? String == "p001" && $0["round"] as? Int == 2 })
    }

    @Test("A call that is not answered goes to the next way, and when all ways failed to the next person, at once")
    func unansweredCalls() async throws {
        let desk = try DrillDesk()
        try await desk.begin(at: "2026-02-17T03:12")
        _ = try await desk.report()
        try await desk.duty("dispatch", "--until-idle")
        for person in ["p007", "p024"] {
            #expect(try await desk.duty("called", "2026-0001", person, "--outcome", "no-answer").exitCode == 0)
        }
        // The next way is a webhook whose address is not set: it fails for good, and the next step runs at once.
        let run = try await desk.duty("dispatch", "--until-idle")
        #expect(run.stdout.contains("call 骆秋实"))
    }

    @Test("An empty database stores a report that nobody can be told: exit 0, unroutable, and the next step has a time")
    func emptyDatabase() async throws {
        let desk = try DrillDesk()
        let answer = try await desk.report("--unit", "nowhere")
        #expect(answer["unroutable"] as? Bool == true)
        #expect(answer["next_step_at"] as? String != nil)
        #expect(answer["drill"] as? Bool == false)
        let list = try await desk.duty("list", "--json").array()
        #expect(list.count == 1)
        #expect(list[0]["state"] as? String == "open")
    }

    @Test("Outside any period the unit's duty phone is called, then the fallback")
    func outsidePeriods() async throws {
        let desk = try DrillDesk()
        try await desk.begin(at: "2026-05-20T10:00")
        let answer = try await desk.report("--unit", "emergency-office")
        let told = try #require(answer["telling"] as? [[String: Any]])
        #expect(told.compactMap { $0["person"] as? String } == ["phone:emergency-office"])
        #expect(told.compactMap { $0["channel"] as? String } == ["call"])
    }

    @Test("Ack after close and close after close are conflicts; reopen begins a new round at once")
    func conflicts() async throws {
        let desk = try DrillDesk()
        try await desk.begin(at: "2026-02-17T03:12")
        _ = try await desk.report()
        #expect(try await desk.duty("reopen", "2026-0001", "--by", "p001", "--reason", "x").exitCode == 1)
        #expect(try await desk.duty("close", "2026-0001", "--by", "p001", "--reason", "done").exitCode == 0)
        #expect(try await desk.duty("close", "2026-0001", "--by", "p001", "--reason", "done").exitCode == 1)
        #expect(try await desk.duty("ack", "2026-0001", "--by", "p001").exitCode == 1)
        #expect(try await desk.duty("ack", "2026-0009", "--by", "p001").exitCode == 2)
        #expect(try await desk.duty("ack", "2026-0001", "--by", "nobody").exitCode == 2)
        #expect(try await desk.duty("reopen", "2026-0001", "--by", "p001", "--reason", "again").exitCode == 0)
        let shown = try await desk.duty("show", "2026-0001", "--json").object()
        #expect(shown["state"] as? String == "open")
        #expect(shown["round"] as? Int == 2)
    }

    @Test("A real database refuses clock verbs; a drill's clock only goes forward")
    func clocks() async throws {
        let desk = try DrillDesk()
        _ = try await desk.report()
        #expect(try await desk.duty("drill", "clock", "--advance", "5m").exitCode == 2)
        #expect(try await desk.duty("drill", "start", "--name", "x", "--at", "2026-02-10T09:00").exitCode == 2)
        let drill = try DrillDesk()
        try await drill.begin(at: "2026-02-17T03:12")
        #expect(try await drill.duty("drill", "clock", "--to", "2026-02-17T03:11").exitCode == 1)
    }

    @Test("Publishing is refused while errors stand, counts versions, and accepts findings only by name and reason")
    func publishing() async throws {
        let desk = try DrillDesk()
        let mended = Scratch.period("2026-spring-festival-mended")
        #expect(try await desk.duty("publish", mended).exitCode == 1)
        #expect(try await desk.duty("publish", mended, "--accept", DrillDesk.accepted).exitCode == 2)
        #expect(
            try await desk.duty("publish", mended, "--accept", "000000000000", "--by", "p001", "--reason", "x").exitCode
                == 2)
        #expect(
            try await desk.duty("publish", mended, "--accept", DrillDesk.accepted, "--by", "p010", "--reason", "x")
                .exitCode
                == 1)
        for version in 1...2 {
            let run = try await desk.duty(
                "publish", "--json", mended, "--accept", DrillDesk.accepted, "--by", "p001", "--reason", "x")
            #expect(run.exitCode == 0)
            #expect(try run.object()["version"] as? Int == version)
            #expect(try run.object()["period_is_over"] as? Bool == true)
        }
    }

    @Test("Who answers for any instant, and with 1 and the fallback when nobody is on duty")
    func who() async throws {
        let desk = try DrillDesk()
        try await desk.begin(at: "2026-02-17T03:12")
        let rows = try await desk.duty("who", "--json", "--unit", "county-office", "--post", "带班领导").array()
        #expect(rows.count == 1)
        #expect(rows[0]["people"] as? [String] == ["p007"])
        #expect(rows[0]["from"] as? String == "2026-02-16T08:30:00+08:00")
        #expect(rows[0]["to"] as? String == "2026-02-17T08:30:00+08:00")
        let nobody = try await desk.duty("who", "--at", "2026-05-20T10:00")
        #expect(nobody.exitCode == 1)
        #expect(nobody.stderr.contains("Fallback"))
        #expect(try await desk.duty("who", "--unit", "nowhere").exitCode == 2)
    }

    @Test("Without an engine every verb says whom to call by hand, with numbers")
    func noEngine() async throws {
        let desk = try DrillDesk()
        try await desk.begin(at: "2026-02-17T03:12")
        _ = try await desk.report()
        for verb in [["list"], ["show", "2026-0001"], ["who"]] {
            let run = try await CommandRun.duty(verb, environment: desk.environment)
            #expect(run.stderr.contains("No engine is running"))
            #expect(run.stderr.contains("10000000107"))
        }
    }

    @Test("An acknowledgement takes back what no channel has taken yet, and the ledger says why")
    func acknowledgementCancels() async throws {
        let desk = try DrillDesk()
        try await desk.begin(at: "2026-02-17T03:12")
        _ = try await desk.report()
        #expect(try await desk.duty("ack", "2026-0001", "--by", "p007").exitCode == 0)
        #expect(try await desk.duty("dispatch", "--until-idle").stdout.isEmpty)
        let shown = try await desk.duty("show", "2026-0001").stdout
        #expect(shown.contains("the incident was acknowledged"))
    }

    @Test("A message under way when its engine is killed goes out again at once with the next engine")
    func deadEngine() async throws {
        let desk = try DrillDesk()
        try await desk.begin(at: "2026-02-17T03:12")
        _ = try await desk.report()
        let store = try DutyStore.open(desk.scratch.path("drill.db"))
        let now = try store.now(machine: Instant(seconds: 0))
        guard case .message(let id, _)? = try store.nextDue(.messages) else {
            Issue.record("nothing is due")
            return
        }
        // No process has this id: Linux gives none above 4,194,304.
        let host = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid").filter(\.isNumber)
        let dead = EngineID.random(host: host, process: 99_999_999)
        #expect(try store.claim(id, at: now, lease: .seconds(600), owner: dead) != nil)
        #expect(try await desk.duty("dispatch", "--until-idle").stdout.contains("call 俞振邦"))
        #expect(try store.message(id)?.state == .accepted)
    }

    @Test("A report is stored even when the published rosters cannot be read")
    func brokenSnapshot() async throws {
        let desk = try DrillDesk()
        try await desk.begin(at: "2026-02-17T03:12")
        try Database.spoilSnapshots(desk.scratch.path("drill.db"))
        let run = try await desk.duty("report", "--json", "--what", "leak", "--where", "gate")
        #expect(run.exitCode == 0)
        #expect(run.stderr.contains("cannot be read"))
        #expect(try run.object()["unroutable"] as? Bool == true)
    }

    @Test("A chosen grade without a reason is stored and the reason asked for; both grades are kept")
    func chosenGrade() async throws {
        let desk = try DrillDesk()
        try await desk.begin(at: "2026-02-17T03:12")
        let answer = try await desk.report("--grade", "II", "--dead", "3", "--by", "p001")
        #expect(answer["grade"] as? String == "II")
        let shown = try await desk.duty("show", "2026-0001", "--json").object()
        #expect(shown["grade_computed"] as? String == "III")
        #expect(shown["grade_chosen"] as? String == "II")
    }
}
