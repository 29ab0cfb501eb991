import Foundation
import Testing

@Suite("An incident that cannot be read")
struct UnreadableIncidentTests {
    /// Two incidents of the first night, the first one spoilt; no engine runs.
    private func desk() async throws -> DrillDesk {
        let desk = try await DrillDesk.atNight()
        for _ in 1...2 { _ = try await desk.report() }
        try Database.spoilIncident(DrillDesk.incident, in: desk.scratch.path("drill.db"))
        return desk
    }

    /// The row is named in the language asked for, and nothing of the program's inside shows.
    private func expectNamed(_ run: CommandRun, _ language: String) {
        let text = language == "zh" ? "事件 2026-0001 的记录读不出" : "incident 2026-0001 cannot be read"
        #expect(run.stderr.contains(text), "\(run.stderr)")
        for inside in ["DecodingError", "typeMismatch", "Swift", "Optional"] {
            #expect(!(run.stdout + run.stderr).contains(inside), "\(run.stdout)\(run.stderr)")
        }
    }

    @Test("holds up no report: the next one is stored, its number printed, exit 0, in words and as JSON")
    func report() async throws {
        let desk = try await desk()
        for (index, language) in ["zh", "en"].enumerated() {
            let words = try await desk.done("report", "--what", "q", "--where", "县城", "--lang", language)
            #expect(words.stdout.contains("2026-000\(3 + 2 * index)"))
            expectNamed(words, language)
            let json = try await desk.done("report", "--what", "q", "--where", "县城", "--json", "--lang", language)
            #expect(try json.object()["incident"] as? String == "2026-000\(4 + 2 * index)")
            #expect(try json.object()["setback"] is NSNull)
            expectNamed(json, language)
        }
    }

    @Test("hides no other from the list, which ends with 3; its own verbs name it", arguments: ["zh", "en"])
    func list(language: String) async throws {
        let desk = try await desk()
        for all in [[], ["--all"]] {
            let run = try await CommandRun.duty(["list", "--lang", language] + all, environment: desk.environment)
            #expect(run.exitCode == 3 && run.stdout.contains("2026-0002"))
            expectNamed(run, language)
        }
        let json = try await desk.duty("list", "--json", "--lang", language)
        #expect(json.exitCode == 3)
        #expect(try json.array().compactMap { $0["incident"] as? String } == ["2026-0002"])
        for verb in [["show", DrillDesk.incident], ["ack", DrillDesk.incident, "--by", "p007"]] {
            let run = try await CommandRun.duty(verb + ["--lang", language], environment: desk.environment)
            #expect(run.exitCode == 3 && run.stdout.isEmpty)
            expectNamed(run, language)
        }
    }

    @Test("ends no other verb: what is done ends with 0 and names it; the handover sheet carries it")
    func otherVerbs() async throws {
        let desk = try await desk()
        for language in ["zh", "en"] {
            for verb in [
                ["who"], ["log", "list"], ["roll-call", "start", "--by", "p001"], ["show", "2026-0002"],
                ["backup", desk.scratch.path("copy-\(language).db")], ["handover"],
            ] {
                let run = try await CommandRun.duty(verb + ["--lang", language], environment: desk.environment)
                #expect(run.exitCode == 0, "\(verb): \(run.stdout)\(run.stderr)")
                expectNamed(run, language)
                if verb == ["handover"] { #expect(run.stdout.contains("2026-0001")) }
            }
            let doctor = try await desk.duty("doctor", "--lang", language)
            #expect(doctor.exitCode == 1 && !doctor.stdout.contains("DecodingError"))
        }
    }
}
