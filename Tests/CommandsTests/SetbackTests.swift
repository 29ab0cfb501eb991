import Foundation
import Testing

@Suite("A report whose first step cannot be written")
struct SetbackTests {
    @Test(
        "A file that may grow just enough for the report: stored, exit 0, the fault said, and the people on duty named with their numbers"
    )
    func fileLimit() async throws {
        let desk = try await DrillDesk.atNight()
        var setbacks = 0
        for blocks in stride(from: 8, through: 400, by: 8) {
            let before = try await desk.stored()
            let language = blocks % 16 == 0 ? "zh" : "en"
            let run = try await CommandRun.duty(
                under: CommandRun.limited(toBlocks: blocks),
                [
                    "report", "--json", "--what", "leak", "--where", "gate", "--category", "accident", "--type",
                    "危险化学品",
                    "--lang", language,
                ], environment: desk.environment)
            let new = try await desk.stored().subtracting(before)
            #expect(new.count == (run.exitCode == 0 ? 1 : 0), "\(blocks): \(run.exitCode) \(run.stderr)")
            guard run.exitCode == 0 else { continue }
            let answer = try run.object()
            #expect(new == [try #require(answer.text("incident"))])
            #expect(answer["unroutable"] as? Bool == false, "somebody is on duty")
            guard answer.text("setback") != nil else { break }
            setbacks += 1
            #expect(try answer.list("telling").isEmpty)
            #expect(run.stderr.contains(language == "zh" ? "已存盘，但第一步告知未能写入" : "could not be written"))
            for call in ["俞振邦  1000", "陈刚  1000"] { #expect(run.stderr.contains(call), "\(run.stderr)") }
        }
        #expect(setbacks > 0, "no limit was met between the report and its first step")
        // With room again the engine takes the step.
        try await desk.clock("2026-02-17T03:13")
        #expect(try await desk.done("dispatch", "--until-idle").stdout.contains("俞振邦"))
    }
}

extension DrillDesk {
    fileprivate func stored() async throws -> Set<String> {
        Set(try await duty("list", "--all", "--json").array().compactMap { $0.text("incident") })
    }
}
