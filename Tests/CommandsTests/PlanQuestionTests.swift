import Foundation
import Testing

@Suite struct PlanQuestionTests {
    private func facts(_ report: [String: Any], _ kind: String) throws -> [[String: Any]] {
        try report.objects("contradictions").flatMap { try $0.objects("facts") }.filter {
            $0["kind"] as? String == kind
        }
    }

    @Test func `A planted contradiction is proved and named: the slots, the leaves, the rest`() async throws {
        let town = try PlanTown()
        let run = try await town.plan("--explain", "--json")
        #expect(run.exitCode == 1)
        let report = try run.object()
        #expect(report["possible"] as? Bool == false)
        #expect(report["proved"] as? Bool == true)
        #expect(try report.objects("contradictions").map { $0["minimal"] as? Bool } == [true])
        #expect(try facts(report, "slot").map { $0["date"] as? String } == ["2026-03-02", "2026-03-03"])
        #expect(try facts(report, "slot").allSatisfy { $0["post"] as? String == "leader" })
        #expect(Set(try facts(report, "leave").compactMap { $0["person"] as? String }) == ["p002", "p003"])
        #expect(try facts(report, "rest").count == 1)
        #expect(report["shifts_laid_out"] as? Int == 8)
        #expect(try facts(report, "slot").allSatisfy { $0["laid_out"] as? Bool == true })
        let ways = try report.objects("contradictions")[0].objects("ways_out").compactMap { $0["kind"] as? String }
        #expect(Set(ways).isSuperset(of: ["lift-leave", "shorten-rest", "lend", "leave-empty"]))
        for (language, words) in [
            ("en", ["Proved: it cannot be filled in the shifts listed", "甲领导", "24 h of rest", "plan: shifts"]),
            ("zh", ["对所列班次而言，已证明无法排满", "乙领导", "24 小时", "plan: shifts"]),
        ] {
            let text = try await town.plan("--explain", language: language).stdout
            for word in words { #expect(text.contains(word), "\(text)") }
        }
    }

    /// The files as each way out would change them.
    private static let waysOut: [(kind: String, file: String, old: String, new: String)] = [
        ("lift-leave", "absences.csv", "p002,2026-03-02,2026-03-03,出差\n", ""),
        ("lift-leave", "absences.csv", "p003,2026-03-01,2026-03-03,休假\n", ""),
        ("shorten-rest", "place.yaml", "hours: 24, severity", "hours: 12, severity"),
        ("lend", "people.csv", "戊领导,annex", "戊领导,office"),
    ]

    @Test(arguments: 0..<4)
    func `Each way out works when it is taken`(number: Int) async throws {
        let way = Self.waysOut[number]
        let town = try PlanTown()
        let report = try await town.plan("--explain", "--json").object()
        let ways = try report.objects("contradictions")[0].objects("ways_out")
        #expect(ways.contains { $0["kind"] as? String == way.kind })
        try town.scratch.edit("town/\(way.file)", way.old, way.new)
        let run = try await town.plan("--steps", "5000")
        #expect(run.exitCode == 0, "\(run.stdout)\(run.stderr)")
        #expect(try await town.plan("--explain").exitCode == 0)
        #expect(try await town.duty(["check", town.period]).exitCode == 0)
    }

    @Test func `Nothing stands in the way where every seat can be filled`() async throws {
        let report = try await PlanTown.possible().plan("--explain", "--json")
        #expect(report.exitCode == 0)
        #expect(try report.object()["possible"] as? Bool == true)
        #expect(try report.object().objects("contradictions").isEmpty)
    }

    @Test(arguments: ["en", "zh"])
    func `Why and why not are answered by score and by rule`(language: String) async throws {
        let town = try PlanTown.full()
        let why = try await town.plan("--why", "甲领导", "2026-03-02", "leader", language: language)
        #expect(why.exitCode == 0, "\(why.stderr)")
        #expect(why.stdout.contains("丙领导"))
        #expect(why.stdout.contains(language == "zh" ? "换成" : "instead"))
        let could = try await town.plan("--why-not", "丙领导", "2026-03-02", "带班领导", language: language)
        #expect(could.stdout.contains(language == "zh" ? "可以值" : "could"))
        let cannot = try await town.plan("--why-not", "乙领导", "2026-03-02", "leader", language: language)
        #expect(cannot.stdout.contains(language == "zh" ? "不能值" : "cannot"), "24 hours of rest: \(cannot.stdout)")
        let absent = try await town.plan("--why", "丙领导", "2026-03-02", "leader", language: language)
        #expect(absent.exitCode == 1)
        #expect(!absent.stderr.isEmpty)
    }

    @Test func `The answer why in JSON counts each part of the score`() async throws {
        let answers = try await PlanTown.full().plan("--why", "p001", "2026-03-04", "leader", "--json").array()
        let possible = try #require(answers.first).objects("possible")
        let other = try #require(possible.first { $0["person"] as? String == "p003" })
        // 甲领导 has two half-days: 2² becomes 1² + 1², and one pair of neighbouring duties less is too near.
        #expect((other["parts"] as? [String: Double])?["fairness"] == -2)
        #expect(other["instead"] as? String == "p001")
    }

    @Test(arguments: ["en", "zh"])
    func `Who drops out is replaced with the least change, and nothing is written unless asked`(language: String)
        async throws
    {
        let town = try PlanTown.full()
        let before = try town.scratch.text("town/2026-march/office.csv")
        let words = ["--repair", "甲领导", "--from", "2026-03-04", "--to", "2026-03-04", "--steps", "5000"]
        let text = try await town.duty(["plan", town.period] + words, language: language)
        #expect(text.exitCode == 0)
        #expect(text.stdout.contains("甲领导 → 丙领导"))
        #expect(text.stdout.contains(language == "zh" ? "须通知" : "to be told"))
        let report = try await town.duty(["plan", town.period, "--json"] + words).object()
        let changes = try report.objects("changes")
        #expect(changes.map { $0["date"] as? String } == ["2026-03-04"])
        #expect(changes.map { $0["instead_of"] as? String } == ["p001"])
        #expect(changes.map { $0["person"] as? String } == ["p003"])
        #expect(changes.map { $0["tell"] as? [String] } == [["p001", "p003"]])
        #expect(report["complete"] as? Bool == true)
        #expect(try town.scratch.text("town/2026-march/office.csv") == before)
        let out = town.scratch.path("town/mended")
        #expect(try await town.duty(["plan", town.period, "--out", out] + words).exitCode == 0)
        let cells = try town.cells("town/mended")
        #expect(cells[3] == ["2026-03-04", "白班", "丙领导", "丁一"])
        #expect(try await town.duty(["check", out]).exitCode == 0)
    }

    @Test func `New absences may come from a file, and a hole that nobody can fill is said`() async throws {
        let town = try PlanTown.full()
        try town.write(
            "new.csv",
            "person,from,to,reason\n" + ["甲", "乙", "丙"].map { "\($0)领导,2026-03-04,2026-03-04,急病\n" }.joined())
        let run = try await town.plan("--absences", town.scratch.path("new.csv"), "--steps", "5000", "--json")
        #expect(run.exitCode == 1)
        #expect(try run.object()["complete"] as? Bool == false)
        #expect(try run.object().objects("changes").contains { $0["person"] is NSNull })
    }

    @Test(arguments: ["en", "zh"])
    func `Two rosters side by side: scores, and who gains and loses`(language: String) async throws {
        let town = try PlanTown.full()
        let other = town.scratch.path("town/other")
        try FileManager.default.copyItem(atPath: town.period, toPath: other)
        try town.scratch.edit("town/other/office.csv", "2026-03-04,白班,甲领导", "2026-03-04,白班,丙领导")
        let text = try await town.duty(["plan", "compare", town.period, other], language: language)
        #expect(text.exitCode == 0, "\(text.stderr)")
        #expect(text.stdout.contains("丙领导"))
        #expect(text.stdout.contains("2 → 1"))
        let report = try await town.duty(["plan", "compare", "--json", town.period, other]).object()
        let people = try report.objects("people")
        #expect(people.map { $0["person"] as? String } == ["p003", "p001"])
        #expect(people.map { $0["gain"] as? Double } == [1, -1])
        let scores = try report.objects("scores").compactMap { $0["fairness"] as? Double }
        #expect(scores == [16, 14])
        let same = try await town.duty(["plan", "compare", town.period, town.period], language: language)
        #expect(same.stdout.contains(language == "zh" ? "都相同" : "the same in both"))
    }
}
