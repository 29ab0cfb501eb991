import Foundation
import Testing

@Suite struct PlanRepairTests {
    @Test func `A hole that nobody can fill says what keeps each of them`() async throws {
        let town = try PlanTown.full()
        try town.write(
            "new.csv",
            "person,from,to,reason\n" + ["甲", "乙", "丙"].map { "\($0)领导,2026-03-04,2026-03-04,急病\n" }.joined())
        let run = try await town.plan("--absences", town.scratch.path("new.csv"), language: "zh")
        #expect(run.exitCode == 1)
        #expect(run.stdout.contains("其中 1 处无人可补："))
        #expect(run.stdout.contains("甲领导、乙领导、丙领导：请假"), "\(run.stdout)")
    }

    @Test func `Where nothing is to be changed, no way is offered and nothing written`() async throws {
        let town = try PlanTown.full()
        let out = town.scratch.path("town/mended")
        let run = try await town.plan("--repair", "丙领导", "--from", "2026-03-02", "--out", out, language: "zh")
        #expect(run.exitCode == 0)
        #expect(run.stdout.contains("无须改动"))
        #expect(!run.stdout.contains("方案 1"))
        #expect(!FileManager.default.fileExists(atPath: out))
    }

    @Test func `What is written is every table, and so many are said`() async throws {
        let town = try PlanTown.full()
        try town.table("日期,班次,值班员\n2026-03-02,白班,戊领导", of: "annex")
        let out = town.scratch.path("town/mended")
        let run = try await town.plan("--repair", "甲领导", "--from", "2026-03-04", "--out", out, language: "zh")
        #expect(run.exitCode == 0, "\(run.stdout)")
        #expect(run.stdout.contains("已写入 2 张值班表"), "\(run.stdout)")
        let files = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
        #expect(files == ["annex.csv", "office.csv", "period.yaml"])
    }

    @Test func `Names that stand on the table and break a rule are told by explain`() async throws {
        let town = try PlanTown.full()
        try town.write("town/absences.csv", "person,from,to,reason\n丁一,2026-03-04,2026-03-04,休假")
        let run = try await town.plan("--explain", language: "zh")
        #expect(run.exitCode == 1)
        #expect(run.stdout.contains("表上已排的人员有 1 处错误"), "\(run.stdout)")
        #expect(run.stdout.contains("--repair"))
        let report = try await town.plan("--explain", "--json").object()
        #expect(try report.objects("kept_faults").map { $0["rule"] as? String } == ["on-leave"])
    }

    @Test func `Why is answered the same where receipts are written down`() async throws {
        let town = try PlanTown.full()
        let plain = try await town.plan("--why", "甲领导", "2026-03-02", "leader").stdout
        try town.write("town/2026-march/period.yaml", PlanTown.days + "\nreceived: {}")
        let run = try await town.plan("--why", "甲领导", "2026-03-02", "leader")
        #expect(run.stdout == plain, "\(run.stdout)\(run.stderr)")
    }

    @Test func `What keeps somebody out of every seat of a shift is said once`() async throws {
        let town = try PlanTown.full()
        try town.scratch.edit("town/place.yaml", "tier: duty-officer, cover", "tier: duty-officer, count: 2, cover")
        try town.write("town/absences.csv", "person,from,to,reason\n丁三,2026-03-02,2026-03-02,休假")
        let run = try await town.plan("--why-not", "丁三", "2026-03-02", "officer", language: "zh")
        #expect(run.stdout.components(separatedBy: "丁三 不能值").count == 2, "\(run.stdout)")
    }

    @Test func `Starting over changes little where changes weigh much`() async throws {
        let town = try PlanTown.full()
        let before = try town.scratch.text("town/2026-march/office.csv")
        try town.write("town/place.yaml", PlanTown.place + "\nplan: {weights: {change: 90}}")
        let run = try await town.plan("--replace", "--steps", "5000", "--json")
        let score = try #require(try run.object()["score"] as? [String: Double])
        #expect(score["change"] == 0)
        #expect(try town.scratch.text("town/2026-march/office.csv") == before)
    }
}
