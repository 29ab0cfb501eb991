import Foundation
import Testing

@Suite("Follow-ups, duplicates, merging")
struct FollowUpTests {
    @Test("A follow-up changes only what it says, and may make a value smaller")
    func changes() async throws {
        let desk = try await DrillDesk.atNight()
        _ = try await desk.report("--dead", "2", "--scene", "smoke", "--source", "alarm")
        try await desk.clock("2026-02-17T03:20")
        try await desk.done("follow-up", "2026-0001", "--dead", "1", "--trend", "stopped")
        let shown = try await desk.show()
        #expect(shown["dead"] as? Int == 1)
        #expect(shown["missing"] is NSNull)
        #expect(shown.text("received") == "2026-02-17T03:12:00+08:00")
        #expect(shown.text("what") == "chlorine leak")
        #expect(shown.text("source") == "alarm")
        let elements = try #require(shown["elements"] as? [String: Any])
        #expect(elements.text("scene") == "smoke")
        #expect(elements.text("trend") == "stopped")
        let text = try await desk.text("follow-up", "zh")
        #expect(text.contains("死亡由2人变为1人"))
        #expect(!text.contains("smoke"))
    }

    @Test("A follow-up that says nothing, or of no incident, is exit 2, and nothing is stored")
    func nothing() async throws {
        let desk = try await DrillDesk.atNight()
        _ = try await desk.report()
        try await desk.refused(2, "follow-up", "2026-0001")
        try await desk.refused(2, "follow-up", "2026-0001", "--by", "p012")
        try await desk.refused(2, "follow-up", "2026-0001", "--scene", " ")
        try await desk.refused(2, "follow-up", "2026-0009", "--dead", "1")
        try await desk.refused(1, "show", "2026-0001", "--text", "follow-up")
        #expect(try await desk.show()["follow_ups"] as? Int == 0)
    }

    @Test("A second report of one place is offered for merging, never merged by itself")
    func duplicates() async throws {
        let desk = try await DrillDesk.atNight()
        #expect(try await desk.report()["duplicates"] as? [String] == [])
        #expect(try await desk.report()["duplicates"] as? [String] == ["2026-0001"])
        #expect(try await desk.show("2026-0002").text("state") == "open")
        #expect(try await desk.duty("list", "--json").array().count == 2)
        let elsewhere = try await desk.done(
            "report", "--json", "--what", "leak", "--where", "north", "--category", "accident")
        #expect(try elsewhere.object()["duplicates"] as? [String] == [])
        let spoken = try await desk.done("report", "--what", "leak", "--where", "south gate", "--category", "accident")
        #expect(spoken.stdout.contains("duty merge 2026-0004 --into 2026-0001"))
    }

    @Test("A merged report keeps number, informant and clocks; it takes nothing further, and a split tells anew")
    func merging() async throws {
        let desk = try await DrillDesk.atNight()
        _ = try await desk.report("--informant", "老周")
        _ = try await desk.report("--informant", "老吴")
        let clocks = try await desk.show("2026-0002").list("deadlines").map { $0.text("due") }
        #expect(!clocks.isEmpty)
        let merged = try await desk.done(
            "merge", "2026-0002", "--into", "2026-0001", "--by", "p012", "--reason", "same leak", "--json")
        #expect(try merged.object().text("merged_into") == "2026-0001")
        var second = try await desk.show("2026-0002")
        #expect(second.text("state") == "closed")
        #expect(second.text("informant") == "老吴")
        #expect(try second.list("deadlines").map { $0.text("due") } == clocks)
        let first = try await desk.show()
        #expect(first.text("state") == "open")
        #expect(first.text("informant") == "老周")
        #expect(first["merged"] as? [String] == ["2026-0002"])
        try await desk.refused(1, "ack", "2026-0002", "--by", "p007")
        try await desk.refused(1, "follow-up", "2026-0002", "--dead", "1")
        try await desk.refused(1, "split", "2026-0001", "--by", "p012", "--reason", "x")
        try await desk.done("split", "2026-0002", "--by", "p012", "--reason", "two leaks")
        second = try await desk.show("2026-0002")
        #expect(second.text("state") == "open")
        #expect(second["merged_into"] is NSNull)
        #expect(second["round"] as? Int == 2)
        #expect(try await desk.show()["merged"] as? [String] == [])
        try await desk.done("ledger", "verify")
    }

    @Test("Nothing is merged into itself, into a closed incident, or into one that is not there")
    func wrongMerging() async throws {
        let desk = try await DrillDesk.atNight()
        _ = try await desk.report()
        _ = try await desk.report()
        let itself = try await desk.refused(
            1, "merge", "2026-0001", "--into", "2026-0001", "--by", "p012", "--reason", "x")
        #expect(itself.stderr.contains("into itself"))
        try await desk.refused(2, "merge", "2026-0001", "--into", "2026-0009", "--by", "p012", "--reason", "x")
        try await desk.refused(2, "merge", "2026-0001", "--into", "2026-0002", "--by", "p012", "--reason", " ")
        try await desk.done("close", "2026-0002", "--by", "p001", "--reason", "done")
        try await desk.refused(1, "merge", "2026-0001", "--into", "2026-0002", "--by", "p012", "--reason", "x")
        let shown = try await desk.show()
        #expect(shown.text("state") == "open")
        #expect(shown["merged_into"] is NSNull)
    }
}
