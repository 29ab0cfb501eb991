import Foundation
import Testing

@Suite("A standing warning")
struct WarnTests {
    private func warn(_ desk: DrillDesk, level: String = "red", _ more: String...) async throws -> CommandRun {
        try await CommandRun.duty(
            [
                "warn", "--json", "--kind", "暴雨", "--level", level, "--area", "青石镇", "--measures", "转移危房人员",
                "--issuer", "县气象台", "--by", "p012",
            ] + more, environment: desk.environment)
    }

    @Test("A red warning is told like an incident, and the posts that it puts on standby are told too")
    func red() async throws {
        let desk = try await DrillDesk.atNight()
        let answer = try await warn(desk, "--until", "2026-02-17T20:00").object()
        #expect(answer.text("state") == "open")
        #expect(try answer.people("telling") == ["p079", "p075"])
        #expect(answer.text("next_step_at") == "2026-02-17T03:17:00+08:00")
        #expect(try answer.list("deadlines").isEmpty)
        let reasons = try #require(answer["reasons"] as? [String])
        #expect(reasons.contains { $0.contains("is territory of 青石镇") })
        let shown = try await desk.show()
        #expect(shown.text("unit") == "qingshi-town")
        #expect(shown.text("warning_level") == "red")
        let standby = try shown.list("messages").filter { $0.text("notice") == "standby" }
        #expect(standby.compactMap { $0.text("person") }.sorted() == ["p031", "p035", "p036", "p069"])
        let told = try await desk.duty("dispatch", "--until-idle", "--lang", "zh").stdout
        for word in ["覃勇", "薛凯", "石磊", "转移危房人员", "县气象台", "备勤"] { #expect(told.contains(word), "\(word)") }
        let page = try await desk.done("show", "2026-0001").stdout
        #expect(page.contains("2026-02-17 20:00"))
    }

    @Test("A yellow warning puts nobody on standby")
    func yellow() async throws {
        let desk = try await DrillDesk.atNight()
        #expect(try await warn(desk, level: "黄").exitCode == 0)
        let messages = try await desk.show().list("messages")
        #expect(!messages.isEmpty)
        #expect(messages.allSatisfy { $0["notice"] is NSNull })
    }

    @Test("The close lifts a warning: the next shift is not called to standby")
    func lifted() async throws {
        let standing = try await DrillDesk.atNight("2026-02-17T07:40")
        _ = try await warn(standing)
        try await standing.done("ack", "2026-0001", "--by", "p079")
        try await standing.done("dispatch", "--until-idle")
        #expect(try await standing.dispatch(until: "08:05").stdout.contains("standby"))
        let lifted = try await DrillDesk.atNight("2026-02-17T07:40")
        _ = try await warn(lifted)
        try await lifted.done("dispatch", "--until-idle")
        try await lifted.done("close", "2026-0001", "--by", "p079", "--reason", "雨停")
        #expect(try await lifted.dispatch(until: "08:05").stdout.isEmpty)
        #expect(try await lifted.show().text("state") == "closed")
    }

    @Test("A level that is none is exit 2 with the four levels, and nothing is stored")
    func wrongLevel() async throws {
        let desk = try await DrillDesk.atNight()
        let run = try await warn(desk, level: "purple")
        #expect(run.exitCode == 2)
        for level in ["red", "orange", "yellow", "blue"] { #expect(run.stderr.contains(level)) }
        #expect(try await desk.duty("list", "--json").array().isEmpty)
    }
}
