import Foundation
import Testing

@Suite struct PlanFaultTests {
    @Test(arguments: [
        ["plan"], ["plan", "/nowhere"], ["plan", "PERIOD", "--steps", "-1"], ["plan", "PERIOD", "--seconds", "nan"],
        ["plan", "PERIOD", "--seconds", "-3"], ["plan", "PERIOD", "--seed", "x"], ["plan", "PERIOD", "--why", "甲领导"],
        ["plan", "PERIOD", "--why", "甲领导", "2026-03-99", "leader"],
        ["plan", "PERIOD", "--why", "没有此人", "2026-03-02", "leader"],
        ["plan", "PERIOD", "--why", "甲领导", "2026-03-02", "lieder"],
        ["plan", "PERIOD", "--why", "甲领导", "2026-03-02", "leader", "--explain"],
        ["plan", "PERIOD", "--repair", "甲领导"], ["plan", "PERIOD", "--repair", "甲领导", "--from", "soon"],
        ["plan", "PERIOD", "--repair", "没有此人", "--from", "2026-03-02"],
        ["plan", "PERIOD", "--repair", "甲领导", "--from", "2026-03-04", "--to", "2026-03-02"],
        ["plan", "PERIOD", "--absences", "/nowhere.csv"], ["plan", "compare", "PERIOD"],
        ["plan", "compare", "PERIOD", "/nowhere"], ["plan", "PLACE"],
    ])
    func `Wrong words are one clear line and exit 2, and nothing is written`(words: [String]) async throws {
        let town = try PlanTown.possible()
        try town.table("日期,班次,带班领导,值班员\n2026-03-02,白班,甲领导,丁一")
        let before = try town.scratch.text("town/2026-march/office.csv")
        if words.contains("PLACE") {
            try FileManager.default.copyItem(atPath: town.period, toPath: town.scratch.path("town/2026-april"))
        }
        let arguments = words.map { $0 == "PERIOD" ? town.period : $0 == "PLACE" ? town.scratch.path("town") : $0 }
        let run = try await town.duty(arguments)
        #expect(run.exitCode == 2, "\(run.stdout)\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(!run.stderr.isEmpty)
        #expect(!run.stderr.contains("Fatal"))
        #expect(try town.scratch.text("town/2026-march/office.csv") == before)
    }

    @Test func `A table that the reader rejects is a located diagnostic and exit 2`() async throws {
        let town = try PlanTown.possible()
        try town.table("日期,班次,带班领导,值班员\n2026-03-02,白班,甲领导,没有此人\n2026-13-02,白班,,")
        let run = try await town.plan("--steps", "100")
        #expect(run.exitCode == 2)
        #expect(run.stdout.isEmpty)
        let lines = run.stderr.split(separator: "\n")
        #expect(lines.contains { $0.contains("office.csv:2") && $0.contains("没有此人") })
        #expect(lines.contains { $0.contains("office.csv:3") && $0.contains("2026-13-02") })
    }

    @Test func `A folder that cannot be written ends with 3, and no table is half-written`() async throws {
        let town = try PlanTown.possible()
        let table = "日期,班次,带班领导,值班员\n2026-03-02,白班,甲领导,丁一\n"
        try Data(table.utf8).write(to: URL(fileURLWithPath: town.period + "/office.csv"))
        // A file where the folder should be, so that it fails for root too.
        try Data("x".utf8).write(to: URL(fileURLWithPath: town.scratch.path("blocked")))
        let blocked = try await town.plan("--steps", "100", "--out", town.scratch.path("blocked/out"))
        #expect(blocked.exitCode == 3)
        #expect(blocked.stderr.split(separator: "\n").count == 1)
        // A folder where a file beside the table should be.
        try FileManager.default.createDirectory(
            atPath: town.period + "/office.csv.new", withIntermediateDirectories: false)
        let run = try await town.plan("--steps", "100")
        #expect(run.exitCode == 3)
        #expect(try town.scratch.text("town/2026-march/office.csv") == table)
    }

    @Test func `Where one of several tables cannot be written, none is`() async throws {
        let scratch = try Scratch()
        let rosters = try scratch.copyRosters()
        let period = "rosters/qinghe/2026-spring-festival"
        let folder = scratch.path(period)
        func texts() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".csv") }.sorted()
                .map { try scratch.text("\(period)/\($0)") }
        }
        let before = try texts()
        try FileManager.default.createDirectory(
            atPath: folder + "/water-supply.csv.new", withIntermediateDirectories: false)
        let run = try await CommandRun.duty(["plan", rosters + "/qinghe/2026-spring-festival", "--steps", "1000"])
        #expect(run.exitCode == 3)
        #expect(try texts() == before)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".new") }
        #expect(left == ["water-supply.csv.new"])
    }

    @Test func `Ctrl-C ends the search with the best plan so far`() async throws {
        let scratch = try Scratch()
        let rosters = try scratch.copyRosters()
        let running = try RunningDuty(
            [
                "plan", rosters + "/qinghe/2026-national-day", "--replace", "--seconds", "600", "--json", "--out",
                rosters + "/qinghe/planned",
            ], environment: ["DUTY_DB": scratch.path("duty.db")])
        try await running.untilItCatches(SIGINT)
        #expect(running.end(SIGINT) == 0)
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(running.stdout.utf8)) as? [String: Any])
        #expect(report["interrupted"] as? Bool == true)
        #expect(report["seats"] as? Int == report["filled"] as? Int)
        let check = try await CommandRun.duty(["check", rosters + "/qinghe/planned"])
        #expect(check.exitCode == 0)
    }
}

extension RunningDuty {
    /// Comes back once the process has a handler of its own for a signal.
    fileprivate func untilItCatches(_ signal: Int32) async throws {
        for _ in 0..<1_000_000 {
            let status = try String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8)
            let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") })
            let mask = try #require(
                UInt64(line.dropFirst("SigCgt:".count).trimmingCharacters(in: .whitespaces), radix: 16))
            if mask & 1 << UInt64(signal - 1) != 0 { return }
            await Task.yield()
        }
        Issue.record("never caught signal \(signal)")
    }
}
