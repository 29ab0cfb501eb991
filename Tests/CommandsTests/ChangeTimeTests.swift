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
}
