import Foundation
import Testing

@Suite("Shifts that overlap for their handover, through the binary")
struct OverlapTests {
    private static let roster = """
        日期,星期,班次,带班领导,值班员,危化品监管岗
        2026-09-21,一,全天班,李建国,,陈刚
        2026-09-21,一,夜班,,孙丽,
        2026-09-22,二,全天班,张卫东,,刘洋
        2026-09-22,二,白班,,王芳,
        2026-09-22,二,夜班,,赵强,
        2026-09-23,三,全天班,李建国,,陈刚
        2026-09-23,三,白班,,周明,
        2026-09-23,三,夜班,,孙丽,

        """

    /// Officers stand 08:15–17:30 and 17:15–08:30, one at a time, as `handover: 15` of their post asks for.
    private func desk(at time: String) async throws -> WatchDesk {
        try await WatchDesk(at: time) { place in
            try place.scratch.edit(
                "small/place.yaml",
                #"day: {name: 白班, start: "08:30", end: "17:30"}, night: {name: 夜班, start: "17:30", end: "08:30"}"#,
                #"day: {name: 白班, start: "08:15", end: "17:30"}, night: {name: 夜班, start: "17:15", end: "08:30"}"#)
            try place.scratch.edit(
                "small/place.yaml", "count: 2, cover: always, employment: [在编]",
                "count: 1, cover: always, employment: [在编], handover: 15")
            try Data(Self.roster.utf8).write(
                to: place.scratch.url.appendingPathComponent("small/2026-mid/emergency-office.csv"))
        }
    }

    @Test("The change of shift is where the outgoing leave: it is shown before, signed in the overlap, and listed")
    func signed() async throws {
        let desk = try await desk(at: "09-22T17:00")
        let shown = try #require(try await desk.done("handover", "--post", "officer", "--json").array().first)
        #expect(shown.text("at") == "2026-09-22T17:30:00+08:00")
        #expect(shown["outgoing"] as? [String] == ["p005"] && shown["incoming"] as? [String] == ["p006"])
        try await desk.clock("09-22T17:20")
        for person in ["王芳", "赵强"] { try await desk.done("handover", "sign", "--post", "officer", "--by", person) }
        let list = try await desk.done("handover", "list", "--lang", "zh").stdout
        #expect(list.contains("应急管理局 值班员 09-22 17:30  王芳 → 赵强  双方已签"), "\(list)")
        #expect(list.contains("应急管理局 值班员 09-22 08:30  孙丽 → 王芳"), "\(list)")
        try await desk.clock("09-22T18:30")
        let page = try await desk.done("log", "print", "--lang", "zh").stdout
        #expect(page.contains("值班员 09-22 17:30  王芳 → 赵强"), "\(page)")
        #expect(try await desk.dispatch(until: "09-22T18:31").contains("09-22 17:30") == false)
    }

    @Test("Not signed in time: the leader is told at its own time, once")
    func late() async throws {
        let desk = try await desk(at: "09-22T17:00")
        #expect(try await desk.dispatch(until: "09-22T17:44").contains("09-22 17:30") == false)
        let late = try await desk.dispatch(until: "09-22T17:45")
        #expect(late.contains("值班员 09-22 17:30, waits for the outgoing: 王芳"), "\(late)")
        #expect(try await desk.dispatch(until: "09-22T19:00").isEmpty)
    }
}
