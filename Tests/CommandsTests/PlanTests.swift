import Foundation
import Testing

@Suite struct PlanTests {
    private static let steps = ["--steps", "20000"]

    @Test
    func
        `Every seat that can be filled is filled, and the check of what is written finds no gap where rosters came in`()
        async throws
    {
        let scratch = try Scratch()
        let rosters = try scratch.copyRosters()
        let period = rosters + "/qinghe/2026-spring-festival"
        let out = rosters + "/qinghe/planned"
        let run = try await CommandRun.duty(["plan", period, "--out", out, "--json"] + Self.steps)
        let report = try run.object()
        #expect(report["seats"] as? Int != nil)
        let unfilled = try report.objects("unfilled")
        #expect(
            (report["seats"] as? Int ?? 0) - (report["filled"] as? Int ?? 0)
                == unfilled.compactMap { $0["empty"] as? Int }.reduce(0, +))
        let check = try await CommandRun.duty(["check", "--json", out])
        let gaps = try check.object().objects("findings").filter {
            ["leader", "key-post"].contains($0["rule"] as? String) && $0["unit"] as? String != "qingshi-town"
        }
        let empty = Set(unfilled.map { "\($0["unit"] ?? "") \($0["post"] ?? "")" })
        #expect(gaps.allSatisfy { empty.contains("\($0["unit"] ?? "") \($0["post"] ?? "")") }, "\(gaps)")
        #expect(run.exitCode == (unfilled.isEmpty ? 0 : 1) || run.exitCode == 1)
    }

    @Test func `A dry run writes nothing, writing back fills the table in its place and keeps what stood there`()
        async throws
    {
        let town = try PlanTown.possible()
        let table = "日期,星期,班次,带班领导,值班员,备注\n2026-03-02,一,白班,乙领导,,早到\n\n2026-03-04,三,白班,,丁三!,"
        try town.table(table)
        let dry = try await town.plan("--steps", "5000", "--dry-run")
        #expect(dry.exitCode == 0)
        #expect(dry.stdout.contains("dry run"))
        #expect(try town.scratch.text("town/2026-march/office.csv") == table + "\n")
        let run = try await town.plan("--steps", "5000")
        #expect(run.exitCode == 0, "\(run.stdout)\(run.stderr)")
        let cells = try town.cells()
        #expect(cells.map { $0[0] } == ["日期", "2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"])
        #expect(cells[1][3] == "乙领导")
        #expect(cells[1][5] == "早到")
        #expect(cells[3][4] == "丁三!")
        #expect(cells.dropFirst().allSatisfy { !$0[3].isEmpty && !$0[4].isEmpty })
        let check = try await town.duty(["check", town.period])
        #expect(check.exitCode == 0, "\(check.stdout)")
        let before = try town.scratch.text("town/2026-march/office.csv")
        #expect(try await town.plan("--steps", "5000").exitCode == 0)
        #expect(try town.scratch.text("town/2026-march/office.csv") == before, "a full table stays byte for byte")
    }

    @Test func `Starting over keeps pinned names only`() async throws {
        let town = try PlanTown.possible()
        try town.table(
            "日期,班次,带班领导,值班员\n2026-03-02,白班,乙领导!,丁一\n2026-03-03,白班,,丁一\n2026-03-04,白班,,丁一\n2026-03-05,白班,,丁一")
        let kept = try await town.plan("--steps", "5000", "--dry-run")
        #expect(kept.exitCode == 1, "four days in a row break the rest of 24 hours")
        let run = try await town.plan("--steps", "5000", "--replace")
        #expect(run.exitCode == 0, "\(run.stdout)")
        let cells = try town.cells()
        #expect(cells[1][2] == "乙领导!")
        #expect(Set(cells.dropFirst().map { $0[3] }).count > 1)
    }

    @Test func `The same steps and seed give the same bytes and the same answer`() async throws {
        let scratch = try Scratch()
        let rosters = try scratch.copyRosters()
        let period = rosters + "/qinghe/2026-national-day"
        var answers: [NSDictionary] = []
        var files: [[String]] = []
        for name in ["one", "two"] {
            let out = rosters + "/qinghe/\(name)"
            let run = try await CommandRun.duty(
                ["plan", period, "--replace", "--json", "--out", out, "--seed", "7"] + Self.steps)
            var answer = try run.object()
            answer["seconds"] = nil
            answer["first_complete_ms"] = nil
            answers.append(answer as NSDictionary)
            let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
            files.append(try names.map { $0 + (try scratch.text("rosters/qinghe/\(name)/\($0)")) })
        }
        #expect(answers[0] == answers[1])
        #expect(files[0] == files[1])
        #expect(files[0].count == 8)
    }

    @Test func `The answer in JSON has exactly the fields of the contract`() async throws {
        let town = try PlanTown.possible()
        let report = try await town.plan("--steps", "5000", "--json", "--dry-run").object()
        #expect(
            Set(report.keys) == [
                "period", "seats", "filled", "score", "bound", "excess_percent", "optimal", "first_complete_ms",
                "moves",
                "seconds", "seed", "interrupted", "unfilled", "rules", "people",
                "assignments", "kept_faults",
                "shifts_laid_out",
            ])
        #expect(report["shifts_laid_out"] as? Int == 8)
        let score = try #require(report["score"] as? [String: Double])
        #expect(
            Set(score.keys) == [
                "fairness", "wishes", "eve-again", "change", "turns", "seniors", "spacing", "months", "teams", "total",
            ])
        let parts = score.filter { $0.key != "total" }.values.reduce(0, +)
        #expect(abs(parts - (score["total"] ?? 0)) < 0.01)
        #expect(report["period"] as? String == "2026-march")
        #expect(report["seats"] as? Int == 8)
        #expect(report["filled"] as? Int == 8)
        #expect(report["interrupted"] as? Bool == false)
        let rules = try #require(report["rules"] as? [String: [String: Int]])
        #expect(rules["rest"] == ["errors": 0, "warnings": 0])
        let people = try report.objects("people")
        #expect(people.count == 6)
        #expect(
            people.allSatisfy { Set($0.keys) == ["person", "unit", "duties", "load", "history", "rank_in_unit"] })
        #expect(people.compactMap { $0["duties"] as? Int }.reduce(0, +) == 8)
        #expect(people.compactMap { $0["load"] as? Double }.reduce(0, +) == 8, "each shift is half a day")
        #expect((report["bound"] as? Double ?? 1e9) <= (score["fairness"] ?? 0) + 0.01)
    }

    @Test func `Seats that stay empty are told with their reasons, and the exit code says so`() async throws {
        let town = try PlanTown()
        let run = try await town.plan("--steps", "5000", "--dry-run")
        #expect(run.exitCode == 1)
        #expect(run.stdout.contains("8 seats, 7 filled"))
        #expect(run.stdout.contains("--explain"))
        let report = try await town.plan("--steps", "5000", "--dry-run", "--json").object()
        let unfilled = try report.objects("unfilled")
        #expect(unfilled.map { $0["post"] as? String } == ["leader"])
        #expect(unfilled.map { $0["empty"] as? Int } == [1])
        let zh = try await town.plan("--steps", "5000", "--dry-run", language: "zh")
        #expect(zh.stdout.contains("应排 8 人次，已排 7 人次"))
    }

    @Test(arguments: ["en", "zh"])
    func `A page for each unit can be pinned to the wall`(language: String) async throws {
        let town = try PlanTown.possible()
        let pages = town.scratch.path("pages")
        #expect(try await town.plan("--steps", "5000", "--fairness", pages, language: language).exitCode == 0)
        let page = try town.scratch.text("pages/office.html")
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        for name in ["甲领导", "丁三"] { #expect(page.contains("<td>\(name)</td>")) }
        #expect(page.contains(language == "zh" ? "值班负荷公示" : "who bears how much duty"))
        #expect(page.contains("03-02"))
    }
}
