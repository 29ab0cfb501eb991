import Foundation
import Testing

@Suite("duty prove")
struct ProveTests {
    private static let mended = "2026-spring-festival-mended"

    @Test(
        "The mended festival and the national day find their people at all times; the two others do not",
        arguments: [
            (mended, Int32(0)), ("2026-national-day", 0), ("2026-spring-festival", 1), ("2027-two-sessions", 1),
        ])
    func periods(period: String, code: Int32) async throws {
        let run = try await CommandRun.duty(["prove", "--json", Scratch.period(period)])
        #expect(run.exitCode == code)
        let proof = try run.object()
        let errors = try proof.list("findings").filter { $0.text("severity") == "error" }
        #expect(errors.isEmpty == (code == 0))
        #expect(try !proof.list("routes").isEmpty)
    }

    @Test("A finding has exactly the fields of the contract, and an id of its own; errors come first")
    func findings() async throws {
        let run = try await CommandRun.duty(["prove", "--json", Scratch.period("2026-spring-festival")])
        let proof = try run.object()
        #expect(Set(proof.keys) == ["period", "from", "to", "findings", "routes"])
        let findings = try proof.list("findings")
        let fields: Set = [
            "id", "rule", "severity", "unit", "post", "kinds", "grades", "ladder", "step", "from", "to", "people",
            "message", "remedies",
        ]
        for finding in findings {
            #expect(Set(finding.keys) == fields)
            #expect(finding.text("id")?.wholeMatch(of: /[0-9a-f]{12}/) != nil)
        }
        #expect(Set(findings.compactMap { $0.text("id") }).count == findings.count)
        let severities = findings.compactMap { $0.text("severity") }
        #expect(severities == severities.sorted())
        let first = try #require(findings.first)
        #expect(first.text("rule") == "step-empty")
        #expect(first.text("unit") == "qingshi-town")
        #expect(first["step"] as? Int == 1)
        #expect(try first.list("remedies").contains { $0.text("action")?.contains("duty phone of 青石镇") == true })
    }

    @Test("Routes come weakest first: the latest first leader, then the fewest people")
    func routes() async throws {
        let run = try await CommandRun.duty(["prove", "--json", Scratch.period(Self.mended)])
        let routes = try run.object().list("routes")
        let fields: Set = [
            "unit", "kinds", "grades", "ladder", "first_told_minutes", "first_leader_minutes", "people", "leaves_unit",
            "weakest_at",
        ]
        for route in routes { #expect(Set(route.keys) == fields) }
        let leaders = routes.compactMap { $0["first_leader_minutes"] as? Int }
        #expect(leaders.count == routes.count)
        #expect(leaders == leaders.sorted(by: >))
        let people = zip(routes, leaders).filter { $1 == 0 }.compactMap { $0.0["people"] as? Int }
        #expect(people.count > 1)
        #expect(people == people.sorted())
        let weakest = try #require(routes.first)
        #expect(weakest.text("unit") == "qingshi-town")
        #expect(weakest["kinds"] as? [String] == ["accident/危险化学品"])
        #expect(weakest["first_told_minutes"] as? Int == 0)
        #expect(weakest["first_leader_minutes"] as? Int == 8)
        #expect(weakest["leaves_unit"] as? Bool == true)
    }

    @Test("The table names who is called by shift, for one unit: as text with a signature, as CSV, as JSON")
    func matrix() async throws {
        func table(_ options: String...) async throws -> CommandRun {
            let run = try await CommandRun.duty(
                ["prove", Scratch.period("2026-national-day"), "--unit", "hospital", "--kind", "health/食物中毒"] + options)
            #expect(run.exitCode == 0)
            return run
        }
        let text = try await table("--matrix", "--lang", "zh").stdout
        #expect(text.contains("县人民医院：各类事件告知对象（按班次）"))
        #expect(text.contains("第1步"))
        #expect(text.contains("签"))
        #expect(!text.contains("交通运输局："))
        let csv = try await table("--csv").stdout.split(separator: "\n")
        #expect(csv.count > 3)
        let columns = csv.map { $0.components(separatedBy: "\",\"").count }
        #expect(Set(columns[1...(columns.count - 2)]).count == 1)
        let json = try #require(try await table("--matrix", "--json").array().first)
        #expect(json.text("unit") == "hospital")
        let rows = try json.list("rows")
        #expect(!rows.isEmpty)
        #expect(columns[1] - 1 == (try json.list("columns").count))
        for row in rows { #expect((row["cells"] as? [Any])?.count == columns[1] - 1) }
    }

    @Test("What is in force is proven and checked as its files are")
    func inForce() async throws {
        let desk = try await DrillDesk.atNight()
        for verb in ["prove", "check"] {
            let files = try await desk.duty(verb, "--json", Scratch.period(Self.mended)).object()
            let published = try await desk.duty(verb, "--json", "--in-force", "2026-spring-festival")
            let inForce = try published.object()
            #expect(try ids(inForce) == ids(files))
            #expect(try !ids(files).isEmpty)
            #expect(inForce.text("to") == files.text("to"))
        }
    }

    private func ids(_ report: [String: Any]) throws -> [String] {
        try report.list("findings").compactMap { $0.text("id") }
    }

    @Test("Neither or both of files and a published period, or one that is not there, is exit 2")
    func usage() async throws {
        let desk = try await DrillDesk.atNight()
        for verb in ["prove", "check"] {
            try await desk.refused(2, verb)
            try await desk.refused(2, verb, Scratch.period(Self.mended), "--in-force", "2026-spring-festival")
            let unknown = try await desk.refused(2, verb, "--in-force", "2026-autumn")
            #expect(unknown.stderr.contains("2026-spring-festival"))
        }
        try await desk.refused(2, "prove", Scratch.period(Self.mended), "--matrix", "--kind", "flood")
        try await desk.refused(2, "prove", Scratch.period(Self.mended), "--matrix", "--unit", "nowhere")
    }

    @Test("A file that cannot be read is exit 2 with file and line, and nothing is proven")
    func unreadable() async throws {
        let scratch = try Scratch()
        let rosters = try scratch.copyRosters()
        try scratch.edit("rosters/qinghe/policy.yaml", "leader_within: 10", "leader_wihtin: 10")
        let run = try await CommandRun.duty(["prove", rosters + "/qinghe/" + Self.mended])
        #expect(run.exitCode == 2)
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("policy.yaml:9:"), "\(run.stderr)")
        #expect(run.stderr.contains("leader_within"))
    }
}
