import Foundation
import Testing

@Suite struct PlanTextTests {
    /// One officer on four days in a row, which breaks the rest of 24 hours.
    private static let tired =
        "日期,班次,带班领导,值班员\n2026-03-02,白班,,丁一\n2026-03-03,白班,,丁一\n2026-03-04,白班,,丁一\n2026-03-05,白班,,丁一"

    @Test func `Only rules that are broken are named, and each fault of a kept name is told`() async throws {
        let town = try PlanTown.possible()
        try town.table(Self.tired)
        let run = try await town.plan("--steps", "5000", "--dry-run")
        #expect(run.exitCode == 1)
        #expect(run.stdout.contains("✗ rest 3  the other 22 rules hold"), "\(run.stdout)")
        #expect(!run.stdout.contains("✓"))
        #expect(run.stdout.contains("names that were kept have 3 errors"))
        #expect(run.stdout.contains("丁一: only 12 h of rest between two duties, 24 h needed"), "\(run.stdout)")
        #expect(run.stdout.contains("for one or two people --repair, to start over --replace"))
        let zh = try await town.plan("--steps", "5000", "--dry-run", language: "zh")
        #expect(zh.stdout.contains("其余 22 条规则无问题"))
        #expect(zh.stdout.contains("（其中沿用原表 4 人次）"))
        #expect(zh.stdout.contains("个别人请用 --repair，全部重排用 --replace"))
    }

    @Test func `With empty seats nothing is compared with the bound, and no file is named that is not there`()
        async throws
    {
        let town = try PlanTown()
        let run = try await town.plan("--steps", "5000", "--dry-run")
        #expect(run.stdout.contains("Seats are empty: not compared with the bound."))
        #expect(run.stdout.contains("[leader on duty]"))
        #expect(!run.stdout.contains("office.csv:"))
        let report = try await town.plan("--steps", "5000", "--dry-run", "--json").object()
        #expect(report["excess_percent"] is NSNull)
    }

    @Test func `Units without a receipt are pointed out where the period keeps receipts`() async throws {
        let town = try PlanTown.possible()
        #expect(try await !town.plan("--steps", "2000").stdout.contains("receipt"))
        try town.write("town/2026-march/period.yaml", PlanTown.days + "\ndue: \"2026-03-01T12:00\"\nreceived: {}")
        #expect(try await town.plan("--steps", "2000").stdout.contains("Units without a receipt"))
        let zh = try await town.plan("--steps", "2000", language: "zh")
        #expect(zh.stdout.contains("报送后请在 period.yaml 的 received 下登记"))
        #expect(zh.stdout.contains("各表均无改动"))
    }

    @Test(arguments: [
        (["--seconds", "abc"], "--seconds 应为 0–86400 的秒数，填写的是“abc”"),
        (["--seconds", "-3"], "--seconds 应为 0–86400 的秒数，填写的是“-3.0”"),
        (["--steps", "-1"], "--steps 应为不小于 0 的整数，填写的是“-1”"),
        (["--steps", "1.5"], "--steps 应为不小于 0 的整数，填写的是“1.5”"),
        (["--seed", "x"], "--seed 应为不小于 0 的整数，填写的是“x”"), (["PERIOD"], "只能给一个时期文件夹，给了 2 个；比较用 compare A B"),
        (["--out", "FILE"], "--out 应为文件夹，FILE 是文件"), (["--fairness", "FILE"], "--fairness 应为文件夹，FILE 是文件"),
    ])
    func `What is wrong with the words is said in one line`(words: [String], said: String) async throws {
        let town = try PlanTown.possible()
        try town.write("file", "")
        let file = town.scratch.path("file")
        func full(_ word: String) -> String { word == "PERIOD" ? town.period : word == "FILE" ? file : word }
        let run = try await town.duty(["plan", town.period] + words.map(full), language: "zh")
        #expect(run.exitCode == 2)
        #expect(run.stderr == said.replacing("FILE", with: file) + "\n")
    }

    @Test func `Without a folder it is asked for`() async throws {
        let town = try PlanTown.possible()
        #expect(try await town.duty(["plan"], language: "zh").stderr == "缺少时期文件夹\n")
        #expect(try await town.duty(["plan"]).stderr == "give the folder of a period\n")
    }

    @Test func `A dry run with pages says that they are written, and pages that fail leave no table`() async throws {
        let town = try PlanTown.possible()
        let pages = town.scratch.path("pages")
        let run = try await town.plan("--steps", "2000", "--dry-run", "--fairness", pages)
        #expect(run.stdout.contains("1 page written: \(pages)"))
        #expect(run.stdout.contains("dry run: no table was written"))
        #expect(try town.scratch.text("pages/office.html").hasPrefix("<!DOCTYPE html>"))
        // A folder where a page's file should be.
        try FileManager.default.createDirectory(
            atPath: town.scratch.path("blocked/office.html.new"), withIntermediateDirectories: true)
        let failing = try await town.plan("--steps", "2000", "--fairness", town.scratch.path("blocked"))
        #expect(failing.exitCode == 3)
        #expect(!FileManager.default.fileExists(atPath: town.period + "/office.csv"))
    }

    @Test func `A page sets leaders apart, names posts and shifts, and tells of empty seats and whom to call`()
        async throws
    {
        let town = try PlanTown()
        let pages = town.scratch.path("pages")
        _ = try await town.plan("--steps", "5000", "--dry-run", "--fairness", pages, language: "zh")
        let page = try town.scratch.text("pages/office.html")
        #expect(page.contains("值班室 2026-march 值班负荷公示"))
        #expect(page.contains("尚有空缺 1 人次"))
        #expect(page.contains("<h2>可值岗位：带班领导、值班员</h2>"))
        #expect(page.contains("<h2>可值岗位：值班员</h2>"))
        #expect(page.contains("（白班）</span>"))
        #expect(page.contains("如有异议，请联系值班电话 0000-5550110。"))
    }
}
