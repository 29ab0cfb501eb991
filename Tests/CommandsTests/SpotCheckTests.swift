import Foundation
import Testing

@Suite("Spot checks of a county, through the binary")
struct SpotCheckTests {
    private func desk(at time: String = "2026-02-17T10:00") async throws -> DrillDesk {
        try await DrillDesk.atNight(time)
    }

    /// One try of the only post of check 1.
    @discardableResult
    private func record(
        _ way: String, _ outcome: String, by person: String? = nil, on desk: DrillDesk, language: String = "zh"
    ) async throws -> String {
        let arguments =
            ["roll-call", "record", "1", "--way", way, "--outcome", outcome, "--lang", language]
            + (person.map { ["--answered-by", $0] } ?? [])
        let run = try await CommandRun.duty(arguments, environment: desk.environment)
        #expect(run.exitCode == 0, "\(arguments): \(run.stdout)\(run.stderr)")
        return run.stdout
    }

    @Test("A unit without a landline: the mobile first, then the call back; the sheet has every try and the counts")
    func noLandline() async throws {
        let desk = try await desk()
        try await desk.done("roll-call", "start", "--by", "陆一鸣", "--unit", "住房和城乡建设局", "--post", "燃气监管岗")
        let landline = try await desk.refused(
            1, "roll-call", "record", "1", "--way", "landline", "--outcome", "busy")
        #expect(landline.stderr.contains("--way mobile"))
        try await record("mobile", "answered", by: "鲁志刚", on: desk)
        try await desk.clock("2026-02-17T10:03")
        try await record("call-back", "answered", by: "鲁志刚", on: desk)
        let sheet = try await desk.done("roll-call", "sheet", "1", "--lang", "zh").stdout
        for words in ["在岗，鲁志刚接听", "手机：接通，鲁志刚接听 10:00；回拨：接通，鲁志刚接听 10:03", "到位 1，异常 0，未查 0"] {
            #expect(sheet.contains(words), "\(words) in \(sheet)")
        }
    }

    @Test("A miss at the top is told to the overall leader, never to the one who was missed, and the sheet says so")
    func top() async throws {
        let desk = try await desk()
        try await desk.done("dispatch", "--until-idle")
        try await desk.done("roll-call", "start", "--by", "陆一鸣", "--unit", "县委县政府总值班室", "--post", "带班领导")
        let open = try await record("landline", "no-answer", on: desk)
        #expect(open.contains("到位 0，异常 0，未查 0，待续 1"))
        let sheet = try await record("mobile", "no-answer", on: desk)
        #expect(sheet.contains("县委县政府总值班室 带班领导 的异常告知：尉迟海。"), "\(sheet)")
        #expect(sheet.contains("到位 0，异常 1，未查 0"))
        let told = try await desk.done("dispatch", "--until-idle", "--lang", "zh").stdout
        #expect(told.contains("尉迟海") && told.contains("查岗发现异常"), "\(told)")
    }

    @Test("The shared landline answered by an officer on duty is no miss of the leader: his mobile is next")
    func shared() async throws {
        let desk = try await desk()
        try await desk.done("roll-call", "start", "--by", "陆一鸣", "--unit", "应急管理局", "--post", "带班领导")
        let shared = try await record("landline", "answered", by: "孙丽", on: desk, language: "en")
        #expect(shared.contains("landline answered by 孙丽, 值班员 on duty: try the mobile"), "\(shared)")
        let post = try #require(
            try await desk.done("roll-call", "sheet", "1", "--json").object().list("posts").first)
        #expect(post.text("result") == "waits-for-mobile" && post["is_miss"] as? Bool == false)
        #expect(try post.list("tries").first?.text("answered_by") == "p018")
        let sheet = try await record("mobile", "answered", by: "李建国", on: desk)
        #expect(sheet.contains("座机：接通，值班员 孙丽接听 10:00；手机：接通，李建国接听 10:00"), "\(sheet)")
    }
}
