import Foundation
import Testing

@Suite("duty check")
struct CheckCommandTests {
    @Test("The national day of 2026 has no gap: 0 errors, 0 warnings, exit 0")
    func nationalDay() async throws {
        let run = try await CommandRun.duty(["check", "--json", Scratch.period("2026-national-day")])
        #expect(run.exitCode == 0)
        #expect(try run.object()["findings"] as? [String] == [])
        #expect(try run.object()["required_minutes"] as? Int == run.object()["covered_minutes"] as? Int)
    }

    @Test(
        "Each period's findings are exactly those of expected/findings.json",
        arguments: ["2026-national-day", "2026-spring-festival", "2026-spring-festival-mended", "2027-two-sessions"])
    func expected(period: String) async throws {
        let run = try await CommandRun.duty(["check", "--json", Scratch.period(period)])
        let expected = try Data(contentsOf: URL(fileURLWithPath: Scratch.period(period) + "/expected/findings.json"))
        let known = try #require(try JSONSerialization.jsonObject(with: expected) as? [String: Any])
        #expect(try ids(run.object()) == ids(known))
        #expect(try run.object()["required_minutes"] as? Int == known["required_minutes"] as? Int)
        #expect(try run.object()["covered_minutes"] as? Int == known["covered_minutes"] as? Int)
        #expect(run.exitCode == (try ids(known).contains { $0.contains("error") } ? 1 : 0))
    }

    private func ids(_ report: [String: Any]) throws -> [String] {
        try #require(report["findings"] as? [[String: Any]])
            .map { "\($0["severity"] ?? "") \($0["rule"] ?? "") \($0["id"] ?? "")" }
    }

    @Test("A finding has exactly the fields of the contract, and its id is the digest of its own fields")
    func contract() async throws {
        let run = try await CommandRun.duty(["check", "--json", Scratch.period("2026-spring-festival")])
        let report = try run.object()
        #expect(Set(report.keys) == ["period", "from", "to", "required_minutes", "covered_minutes", "findings"])
        let findings = try #require(report["findings"] as? [[String: Any]])
        let fields: Set = [
            "id", "rule", "severity", "unit", "post", "from", "to", "needed", "have", "people", "file", "line",
            "message",
            "remedies", "excluded",
        ]
        for finding in findings { #expect(Set(finding.keys) == fields) }
        #expect(Set(findings.compactMap { $0["id"] as? String }).count == findings.count)
        #expect(
            findings.compactMap { $0["severity"] as? String }
                == findings.compactMap { $0["severity"] as? String }.sorted())
    }

    @Test("Findings and the closing line are Chinese with --lang zh and English with --lang en")
    func languages() async throws {
        let zh = try await CommandRun.duty(["check", "--lang", "zh", Scratch.period("2026-spring-festival")])
        let en = try await CommandRun.duty(["check", "--lang", "en", Scratch.period("2026-spring-festival")])
        #expect(zh.stdout.contains("缺岗：应有 2 人，排 1 人"))
        #expect(zh.stdout.contains("排班无缺口 ≠ 人员在岗"))
        #expect(en.stdout.contains("gap: needs 2, has 1"))
        #expect(en.stdout.contains("this proves the paper, not presence"))
    }

    @Test("All errors of all files come in one run, each with its place, and nothing is checked")
    func diagnostics() async throws {
        let scratch = try Scratch()
        let rosters = try scratch.copyRosters()
        try scratch.edit("rosters/qinghe/place.yaml", "duty_phone: 0000-5550110", "duty_fone: 0000-5550110")
        try scratch.edit("rosters/qinghe/2026-national-day/hospital.csv", "2026-10-01", "2026-13-01")
        let run = try await CommandRun.duty(["check", rosters + "/qinghe/2026-national-day"])
        #expect(run.exitCode == 2)
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("duty_phone"))
        let lines = run.stderr.split(separator: "\n")
        #expect(lines.contains { $0.contains("place.yaml:") && $0.contains("duty_fone") })
        #expect(lines.contains { $0.contains("hospital.csv:") && $0.contains("2026-13-01") })
    }

    @Test(
        "Wrong usage is one clear line and exit 2",
        arguments: [
            ["check"], ["check", "/nowhere"], ["chekc"], ["check", "--lang", "fr", "."], ["who", "--at", "yesterday"],
            ["show", "seven"], ["report", "--what", "x", "--where", "y", "--dead", "-1"],
            ["report", "--where", "y"], ["report", "--what", " ", "--where", "y"],
            ["close", "2026-0001", "--by", "p001"],
            ["called", "2026-0001", "p001", "--outcome", "maybe"], ["ledger", "verify", "--checkpoint", "hello"],
        ])
    func usage(arguments: [String]) async throws {
        let scratch = try Scratch()
        let run = try await CommandRun.duty(arguments, environment: ["DUTY_DB": scratch.path("duty.db")])
        #expect(run.exitCode == 2)
        #expect(run.stdout.isEmpty)
        #expect(!run.stderr.isEmpty)
        #expect(!run.stderr.contains("Fatal"))
    }

    @Test(
        "Help of every verb is on stdout, with exit 0",
        arguments: [
            [], ["check"], ["publish"], ["who"], ["report"], ["follow-up"], ["reported"], ["ack"], ["decline"],
            ["called"], ["task"], ["task", "give"], ["task", "done"], ["task", "close"], ["merge"], ["split"], ["warn"],
            ["close"], ["reopen"], ["show"], ["list"], ["prove"], ["dispatch"], ["drill"], ["drill", "start"],
            ["drill", "clock"], ["handover"], ["handover", "show"], ["handover", "begin"], ["handover", "sign"],
            ["handover", "list"], ["handover", "item"], ["handover", "item", "add"], ["handover", "item", "close"],
            ["handover", "item", "list"], ["log"], ["log", "add"], ["log", "correct"], ["log", "print"],
            ["log", "list"], ["roll-call"], ["roll-call", "start"], ["roll-call", "record"], ["roll-call", "sheet"],
            ["roll-call", "list"], ["nil-report"], ["ready"], ["ready", "check"], ["ready", "list"], ["contact"],
            ["contact", "test"], ["contact", "list"], ["doctor"], ["ledger"], ["ledger", "verify"],
            ["ledger", "checkpoint"], ["backup"], ["relieve"], ["swap"], ["absent"], ["change"], ["change", "list"],
            ["change", "approve"], ["change", "refuse"], ["change", "undo"],
        ])
    func help(verb: [String]) async throws {
        let run = try await CommandRun.duty(verb + ["--help"])
        #expect(run.exitCode == 0)
        #expect(run.stdout.contains("USAGE: duty"))
        #expect(run.stderr.isEmpty)
        let verbs = run.stdout.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
        let names = verbs.compactMap { $0.split(separator: " ").first }.filter { !$0.hasPrefix("-") }
        #expect(Set(names).count == names.count, "each verb once")
    }

    @Test("A stdout that takes nothing ends the verb with 3, and a report is stored all the same")
    func fullOutput() async throws {
        let scratch = try Scratch()
        let environment = ["DUTY_DB": scratch.path("duty.db")]
        let run = try await CommandRun.dutyIntoFullDevice(
            ["report", "--what", "x", "--where", "y"], environment: environment)
        #expect(run.exitCode == 3)
        #expect(try await CommandRun.duty(["list", "--json"], environment: environment).array().count == 1)
    }
}
