import Foundation
import Testing

@Suite("What the sheets of a handover say, through the binary")
struct HandoverSheetTests {
    @Test("What was missing stands on the next sheets of the unit until the incoming of a later change note it no more")
    func missing() async throws {
        let desk = try await WatchDesk(at: "09-22T08:20", language: "zh")
        let first = try await desk.done("handover", "--post", "officer", "--json").array().first
        #expect(try #require(first).list("missing").isEmpty)
        try await desk.done("handover", "sign", "--post", "officer", "--by", "孙丽", "--missing", "卫星电话")
        try await desk.done("handover", "sign", "--post", "officer", "--by", "王芳")
        try await desk.clock("09-23T08:20")
        let sheets = try await desk.done("handover").stdout
        #expect(sheets.components(separatedBy: "卫星电话（缺：见值班员 09-22 08:30 交接班单，孙丽签）").count == 4, "\(sheets)")
        #expect(sheets.contains("  值班室钥匙\n"))
        let next = try #require(try await desk.done("handover", "--post", "hazmat", "--json").array().first)
        let thing = try #require(try next.list("missing").first)
        #expect(thing.text("thing") == "卫星电话" && thing.text("by") == "p003" && thing.text("post") == "officer")
        #expect(thing.text("since") == "2026-09-22T08:30:00+08:00")
    }

    @Test("The page of a shift of 24 hours has the handover that ended it")
    func closing() async throws {
        let desk = try await WatchDesk(at: "09-22T08:20", language: "zh")
        try await desk.done("handover", "sign", "--post", "officer", "--by", "孙丽")
        let page = try await desk.done("log", "print", "--at", "2026-09-21T20:00").stdout
        #expect(page.contains("值班员 09-22 08:30"), "\(page)")
    }

    @Test("Each sheet of a drill has its mark, as each may be a page of its own")
    func marks() async throws {
        let desk = try await WatchDesk(at: "09-22T08:20", language: "zh")
        let sheets = try await desk.done("handover").stdout
        #expect(sheets.components(separatedBy: "【演练】交接班单").count == 4, "\(sheets)")
        #expect(sheets.components(separatedBy: "交接班单").count == 4)
    }

    @Test("A limit that has passed is not running any more: the sheet says for how long it is over")
    func passed() async throws {
        let desk = try await WatchDesk(at: "09-22T00:35", language: "zh")
        try await desk.done("report", "--what", "氨气泄漏", "--where", "南门", "--by", "孙丽", "--category", "accident")
        #expect(try await desk.done("handover", "--post", "officer").stdout.contains("报告时限在计时：报上级，时限 09-22 02:35"))
        try await desk.clock("09-22T08:20")
        let sheet = try await desk.done("handover", "--post", "officer").stdout
        #expect(sheet.contains("时限 09-22 02:35，已超时限 5 小时 45 分钟"), "\(sheet)")
        #expect(!sheet.contains("在计时"))
    }
}
