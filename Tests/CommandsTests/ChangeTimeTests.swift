import Foundation
import Testing

@Suite("From when a change has effect")
struct ChangeTimeTests {
    /// 刘翀 and 郝思源 are the officers of the day; 刘洋 has had rest enough and has enough before his next duty.
    static let relief = [
        "relieve", "刘翀", "--with", "刘洋", "--at", "2026-02-16", "--by", "刘翀", "--reason", "ill",
    ]

    private func desk() async throws -> DrillDesk { try await DrillDesk.atNight("2026-02-16T10:25") }

    private func run(_ desk: DrillDesk, _ arguments: [String]) async throws -> CommandRun {
        try await CommandRun.duty(arguments, environment: desk.environment)
    }

    private func officers(_ desk: DrillDesk, at time: String) async throws -> [String] {
        let staffed = try await desk.done(
            "who", "--at", "2026-02-16T" + time, "--unit", "应急管理局", "--post", "officer", "--json"
        ).array()
        return (staffed.first?["people"] as? [String] ?? []).sorted()
    }

    @Test("An undo takes effect from its own time: who stood until then stays")
    func undoLater() async throws {
        let desk = try await desk()
        let done = try await run(desk, Self.relief + ["--approved-by", "逄锦秀"])
        #expect(done.exitCode == 0, "\(done.stdout)\(done.stderr)")
        try await desk.clock("2026-02-16T12:25")
        try await desk.done("change", "undo", "c1", "--by", "逄锦秀", "--reason", "back")
        #expect(try await officers(desk, at: "09:00") == ["p022", "p023"])
        #expect(try await officers(desk, at: "11:30") == ["p023", "p025"])
        #expect(try await officers(desk, at: "12:25") == ["p022", "p023"])
        // What is left of the duty can be relieved anew.
        let again = try await run(desk, Self.relief + ["--approved-by", "逄锦秀"])
        #expect(again.exitCode == 0, "\(again.stdout)\(again.stderr)")
        #expect(try await officers(desk, at: "13:00") == ["p023", "p025"])
    }

    @Test("A relief begins when it is approved at the earliest, and is never asked for a time that is over")
    func reliefFromNow() async throws {
        let desk = try await desk()
        let late = try await run(desk, Self.relief + ["--from", "2026-02-16T09:00", "--approved-by", "逄锦秀"])
        #expect(late.exitCode == 2 && late.stdout.isEmpty)
        #expect(late.stderr.contains("--from must not be before now (2026-02-16 10:25)"), "\(late.stderr)")
        let now = try await run(desk, Self.relief + ["--from", "2026-02-16T10:25"])
        #expect(now.exitCode == 0, "\(now.stdout)\(now.stderr)")
        try await desk.clock("2026-02-16T12:25")
        try await desk.done("change", "approve", "c1", "--by", "逄锦秀")
        #expect(try await officers(desk, at: "11:30") == ["p022", "p023"])
        #expect(try await officers(desk, at: "12:25") == ["p023", "p025"])
    }

    @Test("A swap of a duty that is over is refused")
    func swapOfThePast() async throws {
        let desk = try await desk()
        let swap = try await desk.refused(
            1, "swap", "王芳", "刘翀", "--at", "2026-02-15", "--with-at", "2026-02-17", "--by", "王芳", "--reason", "x")
        #expect(swap.stderr.contains("that time is over"))
    }

    @Test("An absence may be recorded late, and changes nobody who stood before")
    func lateAbsence() async throws {
        let desk = try await desk()
        try await desk.done(
            "absent", "刘翀", "--from", "2026-02-15", "--to", "2026-02-16", "--by", "刘翀", "--reason", "ill",
            "--approved-by", "逄锦秀")
        #expect(try await officers(desk, at: "09:30") == ["p022", "p023"])
        #expect(try await officers(desk, at: "10:30") == ["p023"])
    }

    @Test("A relief is undone while it runs: that the substitute goes home before a later duty is no fault of the undo")
    func goesHome() async throws {
        let desk = try await DrillDesk.atNight("2026-02-15T08:00")
        try await desk.done(
            "relieve", "王芳", "--with", "周明", "--at", "2026-02-15", "--by", "王芳", "--reason", "x", "--approved-by",
            "郑怀远")
        try await desk.clock("2026-02-15T10:00")
        try await desk.done("change", "undo", "c1", "--by", "王芳", "--reason", "back")
        let staffed = try await desk.done(
            "who", "--at", "2026-02-15T11:00", "--unit", "应急管理局", "--post", "officer", "--json"
        ).array()
        #expect((staffed.first?["people"] as? [String])?.contains("p020") == true)
    }

    @Test("What is left of a relieved duty keeps its limits; for the relieved part the change is named")
    func relievedPart() async throws {
        let desk = try await DrillDesk.atNight("2026-02-15T08:00")
        func relieve(_ substitute: String, from: String, to: [String]) async throws -> CommandRun {
            let relief = [
                "relieve", "王芳", "--with", substitute, "--at", "2026-02-15", "--by", "王芳", "--reason", "x",
                "--approved-by", "郑怀远", "--from", "2026-02-15T" + from,
            ]
            return try await run(desk, relief + to.flatMap { ["--to", "2026-02-15T" + $0] })
        }
        let done = try await relieve("周明", from: "13:00", to: ["17:30"])
        #expect(done.exitCode == 0, "\(done.stdout)\(done.stderr)")
        for end in [["17:30"], []] {
            let again = try await relieve("刘洋", from: "13:00", to: end)
            #expect(again.exitCode == 1 && again.stdout.isEmpty)
            #expect(
                again.stderr.contains("02-15 13:00–17:30: already changed for 王芳 by c1, now: 周明"), "\(again.stderr)")
        }
        let outside = try await relieve("刘洋", from: "18:00", to: ["19:00"])
        #expect(outside.exitCode == 2 && outside.stderr.contains("must lie within the duty"))
        let swap = try await desk.refused(
            1, "swap", "王芳", "刘翀", "--at", "2026-02-15", "--with-at", "2026-02-17T20:00", "--by", "王芳", "--reason", "x")
        #expect(swap.stderr.contains("already changed for 王芳 by c1"))
    }
}
