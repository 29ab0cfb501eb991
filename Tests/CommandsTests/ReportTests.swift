import Foundation
import Testing

@Suite("A report and what it takes in")
struct ReportTests {
    @Test("Every option of a report is kept, each in its own field")
    func everything() async throws {
        let desk = try await DrillDesk.atNight()
        let elements = [
            "cause", "course", "scene", "scope", "trend", "measures", "leaders", "planned", "advice", "firm",
            "already-told",
        ]
        let words = elements.flatMap { ["--" + $0, "the " + $0] }
        let run = try await CommandRun.duty(
            [
                "report", "--what", "leak", "--where", "gate", "--unit", "emergency-office", "--category", "事故灾难",
                "--type", "危险化学品", "--happened", "2026-02-17T03:00", "--learned", "2026-02-17T03:05", "--received",
                "2026-02-17T03:10", "--verified", "2026-02-17T03:11", "--dead", "0", "--missing", "1", "--serious", "2",
                "--slight", "3", "--loss", "4000", "--warning-level", "橙", "--response-level", "2", "--source",
                "alarm", "--informant", "老周", "--caller-unit", "plant", "--caller-post", "guard", "--caller-phone",
                "10000000000", "--grade", "较大", "--reason", "in doubt, higher", "--by", "古丽·艾山",
            ] + words, environment: desk.environment)
        #expect(run.exitCode == 0, "\(run.stderr)")
        let shown = try await desk.show()
        let texts = [
            "what": "leak", "where": "gate", "unit": "emergency-office", "category": "accident", "type": "危险化学品",
            "happened": "2026-02-17T03:00:00+08:00", "learned": "2026-02-17T03:05:00+08:00",
            "received": "2026-02-17T03:10:00+08:00", "verified": "2026-02-17T03:11:00+08:00",
            "recorded": "2026-02-17T03:12:00+08:00", "warning_level": "orange", "source": "alarm", "informant": "老周",
            "grade": "III", "grade_computed": "IV", "grade_chosen": "III", "grade_reason": "in doubt, higher",
            "by": "p012",
        ]
        for (key, value) in texts { #expect(shown.text(key) == value, "\(key)") }
        let numbers = ["dead": 0, "missing": 1, "serious": 2, "slight": 3, "loss": 4000]
        for (key, value) in numbers { #expect(shown[key] as? Int == value, "\(key)") }
        #expect("\(shown["response_level"] ?? "")" == "2")
        let known = try #require(shown["elements"] as? [String: Any])
        #expect(Set(known.keys) == Set(elements))
        for element in elements { #expect(known.text(element) == "the " + element) }
        let page = try await desk.done("show", "2026-0001", "--lang", "zh").stdout
        for word in ["the already-told", "plant", "guard", "老周"] { #expect(page.contains(word), "\(word)") }
    }

    @Test("Whoever called is never named in a report that is sent")
    func callers() async throws {
        let desk = try await DrillDesk.atNight()
        _ = try await desk.report(
            "--informant", "老周", "--caller-unit", "某物业", "--caller-post", "门卫", "--caller-phone", "10000000000")
        try await desk.done("follow-up", "2026-0001", "--dead", "0", "--informant", "老吴")
        try await desk.done("follow-up", "2026-0001", "--final", "--cause", "seal")
        for (kind, language) in [
            ("first", "zh"), ("first", "en"), ("follow-up", "zh"), ("follow-up", "en"), ("final", "zh"),
            ("final", "en"),
        ] {
            let text = try await desk.text(kind, language)
            for word in ["老周", "某物业", "门卫", "10000000000", "老吴"] {
                #expect(!text.contains(word), "\(kind) \(language): \(word)")
            }
        }
        #expect(try await desk.done("show", "2026-0001").stdout.contains("老周"))
    }

    @Test("A place name routes to the unit whose territory it is, and the report says so; no name goes to the top unit")
    func territory() async throws {
        let desk = try await DrillDesk.atNight()
        let town = try await desk.done("report", "--json", "--what", "flood", "--where", "青石镇柳河村三组")
        #expect(try await desk.show().text("unit") == "qingshi-town")
        let reasons = try #require(try town.object()["reasons"] as? [String])
        #expect(reasons.contains { $0.contains("is territory of 青石镇") })
        #expect(try await desk.done("show", "2026-0001", "--lang", "zh").stdout.contains("属青石镇辖区"))
        try await desk.done("report", "--what", "flood", "--where", "网格0102")
        #expect(try await desk.show("2026-0002").text("unit") == "housing")
        try await desk.done("report", "--what", "flood", "--where", "nowhere")
        #expect(try await desk.show("2026-0003").text("unit") == "county-office")
    }

    @Test("A place that two units claim, or another unit than the given one, is noted; the report is stored")
    func doubtfulTerritory() async throws {
        let desk = try await DrillDesk.atNight()
        let both = try await desk.done(
            "report", "--what", "flood", "--where", "青石村到城关镇", "--category", "nature", "--lang", "zh")
        #expect(both.stderr.contains("请用 --unit 指明"))
        #expect(try await desk.show().text("unit") == "county-office")
        let foreign = try await desk.done(
            "report", "--what", "flood", "--where", "青石镇", "--unit", "hospital", "--category", "nature")
        #expect(foreign.stderr.contains("is the territory of 青石镇"))
        #expect(try await desk.show("2026-0002").text("unit") == "hospital")
    }

    @Test("A line of the checklist grades by hand: its grade and its words, by whoever chose it")
    func checklist() async throws {
        let desk = try await DrillDesk.atNight()
        let answer = try await desk.done(
            "report", "--json", "--what", "flood", "--where", "柳河村", "--category", "nature", "--type", "暴雨洪涝",
            "--check",
            "转移50", "--by", "p012")
        #expect(try answer.object().text("grade") == "III")
        var shown = try await desk.show()
        #expect(shown.text("grade_reason") == "紧急转移安置50人以上（示例）")
        #expect(shown["grade_computed"] is NSNull)
        #expect(try await desk.done("show", "2026-0001").stdout.contains("chosen by 古丽·艾山"))
        try await desk.done("follow-up", "2026-0001", "--check", "死亡10", "--by", "p012")
        shown = try await desk.show()
        #expect(shown.text("grade") == "II")
    }

    @Test("A wrong word, number, time, grade, line or name is exit 2 with what is known, and nothing is stored")
    func wrongWords() async throws {
        let desk = try await DrillDesk.atNight()
        let wrong: [(options: [String], known: String)] = [
            (["--category", "flood"], "accident 事故灾难"), (["--dead", "three"], "whole number"),
            (["--loss", "5.5"], "whole number"), (["--happened", "noon"], "2026-02-17T03:12"),
            (["--grade", "V"], "III 较大"), (["--warning-level", "pink"], "red 红色预警"),
            (["--response-level", "7"], "1 一级响应"), (["--unit", "hospitl"], "hospital"), (["--by", "p0012"], "p001"),
            (["--category", "nature", "--type", "暴雨洪涝", "--check", "死亡99"], "死亡10"),
        ]
        for (options, known) in wrong {
            let run = try await CommandRun.duty(
                ["report", "--what", "leak", "--where", "gate"] + options, environment: desk.environment)
            #expect(run.exitCode == 2, "\(options)")
            #expect(run.stdout.isEmpty)
            #expect(run.stderr.contains(known), "\(run.stderr)")
        }
        #expect(try await desk.duty("list", "--json").array().isEmpty)
    }
}
