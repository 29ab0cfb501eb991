import Foundation
import Testing

@Suite("Who may refuse and undo a change, and what is told")
struct ChangeRightsTests {
    private static let relief = [
        "relieve", "刘翀", "--with", "刘洋", "--at", "2026-02-16", "--by", "刘翀", "--reason", "ill",
    ]

    private func desk() async throws -> DrillDesk { try await DrillDesk.atNight("2026-02-13T09:00") }

    private func run(_ desk: DrillDesk, _ arguments: [String]) async throws -> CommandRun {
        try await CommandRun.duty(arguments, environment: desk.environment)
    }

    /// What is told now, as the terminal shows it.
    private func told(_ desk: DrillDesk) async throws -> String {
        try await desk.done("dispatch", "--until-idle").stdout
    }

    @Test("A change is refused by whoever may approve it, and whoever asked is told; the asker withdraws it")
    func refuse() async throws {
        let desk = try await desk()
        _ = try await run(desk, Self.relief)
        let stranger = try await desk.refused(1, "change", "refuse", "c1", "--by", "陈刚", "--reason", "x")
        #expect(stranger.stderr.contains("陈刚 may neither refuse nor undo it; who may: 刘翀 (p022), "))
        #expect(stranger.stderr.contains("逄锦秀"))
        let party = try await desk.refused(1, "change", "refuse", "c1", "--by", "刘洋", "--reason", "x")
        #expect(party.stderr.contains("may neither refuse nor undo it"))
        try await desk.done("change", "refuse", "c1", "--by", "逄锦秀", "--reason", "too few")
        let told = try await told(desk)
        #expect(told.contains("call 刘翀") && told.contains("The change that you asked for was refused"))
        #expect(told.contains("refused by 逄锦秀 (too few)"))
        _ = try await run(desk, Self.relief)
        let own = try await desk.done("change", "refuse", "c2", "--by", "刘翀", "--reason", "well again")
        #expect(own.stdout.contains("withdrawn by 刘翀 (well again)"))
        #expect(try await self.told(desk).isEmpty)
    }

    @Test("A change is undone by whoever may approve it or asked for it")
    func undo() async throws {
        let desk = try await desk()
        _ = try await run(desk, Self.relief + ["--approved-by", "逄锦秀"])
        let stranger = try await desk.refused(1, "change", "undo", "c1", "--by", "陈刚", "--reason", "x")
        #expect(stranger.stderr.contains("may neither refuse nor undo it"))
        try await desk.done("change", "undo", "c1", "--by", "刘翀", "--reason", "well again")
        let told = try await told(desk)
        #expect(told.contains("call 刘洋") && told.contains("change c1 undone by 刘翀"))
    }

    @Test("An undo of what a newer version overtook tells nobody; the list and the new version say that it has lapsed")
    func lapsed() async throws {
        let desk = try await desk()
        _ = try await run(desk, Self.relief + ["--approved-by", "逄锦秀"])
        #expect(try await told(desk).contains("call 刘翀"))
        let period = try desk.scratch.copyRosters() + "/qinghe/2026-spring-festival-mended"
        try desk.scratch.edit(
            "rosters/qinghe/2026-spring-festival-mended/emergency-office.csv", "2026-02-16,一,白班,逄锦秀,\"刘翀,",
            "2026-02-16,一,白班,逄锦秀,\"刘洋,")
        let new = try await desk.done(
            "publish", period, "--accept", DrillDesk.accepted, "--by", "p001", "--reason", "agreed")
        #expect(new.stdout.contains("approved changes without effect now") && new.stdout.contains("c1"))
        #expect(!new.stdout.contains("duties changed"))
        #expect(try await desk.done("change", "list").stdout.contains("without effect: a newer version"))
        let listed = try #require(try await desk.done("change", "list", "--json").array().first)
        #expect(listed["lapsed"] as? Bool == true && listed.text("state") == "approved")
        try await desk.done("change", "undo", "c1", "--by", "逄锦秀", "--reason", "in the table now")
        #expect(try await told(desk).isEmpty)
        let staffed = try await desk.done(
            "who", "--at", "2026-02-16T10:00", "--unit", "应急管理局", "--post", "officer", "--json"
        ).array()
        #expect(staffed.first?["people"] as? [String] == ["p025", "p023"])
    }

    @Test("Whoever is away does not stand in, and a duty that was changed says by what")
    func substitutes() async throws {
        let desk = try await desk()
        try await desk.done(
            "absent", "刘洋", "--from", "2026-02-16", "--to", "2026-02-16", "--by", "刘洋", "--reason", "x",
            "--approved-by", "p001")
        let away = try await run(desk, Self.relief)
        #expect(away.exitCode == 1 && away.stdout.isEmpty)
        #expect(away.stderr.contains("刘洋 is away (c1: "), "\(away.stderr)")
        try await desk.done("change", "undo", "c1", "--by", "刘洋", "--reason", "x")
        let done = try await run(desk, Self.relief + ["--approved-by", "逄锦秀"])
        #expect(done.exitCode == 0, "\(done.stderr)")
        let again = try await desk.refused(
            1, "relieve", "刘翀", "--with", "陈垚", "--at", "2026-02-16", "--by", "刘翀", "--reason", "x")
        #expect(again.stderr.contains("already changed for 刘翀 by c2, now: 刘洋"), "\(again.stderr)")
    }
}
