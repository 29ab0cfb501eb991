import Foundation
import Testing

@Suite struct PlanMisuseTests {
    static let wrong: [(words: [String], zh: String)] = [
        (["--from", "2026-03-02"], "--from、--to 只与 --repair 合用"),
        (["--to", "2026-03-02"], "--from、--to 只与 --repair 合用"),
        (["--absences", "none.csv"], "找不到文件：none.csv"),
        (["--why", "甲领导", "2026-03-02"], "--why 后面应有三项：人员 日期 岗位，只有 2 项"),
        (["--why-not", "甲领导", "03-02", "leader"], "日期有误：“03-02”，应如 2026-10-01"),
        (["--repair", "甲领导", "--from", "2026-13-01"], "日期有误：“2026-13-01”"),
        (["--repair", "甲领导", "--from", "2026-03-02", "--steps=-1"], "--steps"),
        (["--repair", "甲领导", "--from", "2026-03-02", "--seconds=-1"], "--seconds"),
    ]

    @Test(arguments: 0..<8)
    func `Each wrong use says what is wrong with it`(number: Int) async throws {
        let (words, zh) = Self.wrong[number]
        let town = try PlanTown.full()
        let run = try await town.duty(["plan", town.period] + words, language: "zh")
        #expect(run.exitCode == 2)
        #expect(run.stderr.contains(zh), "\(run.stderr)")
    }

    @Test func `Whoever belongs to another unit is told apart from a day without the post`() async throws {
        let town = try PlanTown.full()
        let outsider = try await town.plan("--why-not", "戊领导", "2026-03-02", "leader", language: "zh")
        #expect(outsider.exitCode == 1)
        #expect(outsider.stderr.contains("戊领导 不属于可排带班领导的单位"))
        let holiday = try await town.plan("--why-not", "甲领导", "2026-03-08", "leader", language: "zh")
        #expect(holiday.stderr.contains("2026-03-08 没有带班领导的班次"))
    }

    @Test func `Rosters of two periods are not compared`() async throws {
        let town = try PlanTown.full()
        let other = town.scratch.path("town/other")
        try FileManager.default.copyItem(atPath: town.period, toPath: other)
        try town.scratch.edit("town/other/period.yaml", "period: 2026-march", "period: 2026-april")
        let run = try await town.duty(["plan", "compare", town.period, other], language: "zh")
        #expect(run.exitCode == 2)
        #expect(run.stderr.contains("两份值班表不是同一时期：A 为 2026-march"))
    }
}
