import Foundation
import Testing

@Suite("A leak from the first call to the final report")
struct StoryTests {
    /// 03:12 to 03:16: reported with losses unknown, a call unanswered, the next step, an acknowledgement.
    private func acknowledged() async throws -> DrillDesk {
        let desk = try await DrillDesk.atNight()
        try await desk.done(
            "report", "--what", "氯气泄漏", "--where", "化工园区南门", "--category", "accident", "--type", "危险化学品",
            "--happened", "2026-02-17T03:05", "--source", "企业值班电话", "--informant", "老周", "--caller-phone",
            "10000000000", "--measures", "企业已关闭进料阀", "--by", "古丽·艾山")
        try await desk.done("dispatch", "--until-idle")
        try await desk.done("called", "2026-0001", "俞振邦", "--outcome", "no-answer")
        #expect(try await desk.dispatch(until: "03:15").stdout.contains("骆秋实"))
        try await desk.clock("2026-02-17T03:16")
        try await desk.done("ack", "2026-0001", "--by", "骆秋实")
        return desk
    }

    /// 03:20: three are dead.
    private func raised() async throws -> DrillDesk {
        let desk = try await acknowledged()
        try await desk.clock("2026-02-17T03:20")
        try await desk.done(
            "follow-up", "2026-0001", "--dead", "3", "--serious", "6", "--missing", "1", "--leaders", "骆秋实已到现场",
            "--verified", "2026-02-17T03:19", "--by", "古丽·艾山")
        return desk
    }

    @Test("Losses that nobody knows make a provisional Grade IV, and its ladder runs until somebody acknowledges")
    func firstReport() async throws {
        let desk = try await acknowledged()
        let shown = try await desk.show()
        #expect(shown.text("state") == "acknowledged")
        #expect(shown.text("grade") == "IV")
        #expect(shown["grade_provisional"] as? Bool == true)
        #expect(shown.text("ladder") == "hazmat")
        #expect(shown["dead"] is NSNull)
        #expect(shown["next_step_at"] is NSNull)
        #expect(try shown.list("deadlines").map { $0.text("to") } == ["emergency-office", "county-office", "superior"])
        #expect(try shown.people("messages").contains("p003"))
        let first = try await desk.text("first", "zh")
        #expect(first.contains("死亡人数未掌握，下落不明人数未掌握"))
        #expect(first.contains("（首报）"))
    }

    @Test("Three dead raise it to Grade III: told anew over another ladder; first limits stay, stricter ones are added")
    func raising() async throws {
        let before = try await acknowledged().show()
        let after = try await raised().show()
        #expect(after.text("grade") == "III")
        #expect(after.text("state") == "open")
        #expect(after.text("ladder") == "serious")
        #expect(after["round"] as? Int == 2)
        #expect(after.text("next_step_at") == "2026-02-17T03:23:00+08:00")
        #expect(try after.people("telling").sorted() == ["p002", "p007", "p024"])
        for clock in 1...3 {
            let due = try before.deadline(clock).text("due")
            #expect(due != nil)
            #expect(try after.deadline(clock).text("due") == due)
        }
        #expect(try before.list("deadlines").count == 3)
        #expect(try after.list("deadlines").count == 5)
        #expect(try after.deadline(4).text("due") == "2026-02-17T03:25:00+08:00")
        #expect(try after.deadline(4).text("over") == "phone")
        #expect(try after.deadline(5).text("due") == "2026-02-17T03:45:00+08:00")
        #expect(try after.deadline(5).text("over") == "written")
    }

    @Test("A report upward stops the limits of its medium; a written one after its limit is late")
    func upward() async throws {
        let desk = try await raised()
        try await desk.clock("2026-02-17T03:22")
        try await desk.done("ack", "2026-0001", "--by", "顾怀瑾")
        let phone = try await desk.done(
            "reported", "2026-0001", "--to", "superior", "--over", "phone", "--by", "古丽·艾山", "--lang", "zh")
        #expect(phone.stdout.contains("时限内"))
        var shown = try await desk.show()
        #expect(
            try shown.list("deadlines").map { $0.text("state") } == [
                "running", "running", "stopped", "stopped", "running",
            ])
        #expect(try shown.deadline(4).text("reported_at") == "2026-02-17T03:22:00+08:00")
        try await desk.dispatch(until: "03:52")
        let written = try await desk.done(
            "reported", "2026-0001", "--to", "上级", "--over", "书面", "--by", "古丽·艾山", "--confirmed-by", "市应急局值班员")
        #expect(written.stdout.contains("late by 7 min"))
        shown = try await desk.show()
        #expect(try shown.list("deadlines").map { $0["late"] as? Bool } == [false, false, false, false, true])
        #expect(shown.text("state") == "acknowledged")
    }

    @Test("A task is given, told to its owner, done, and closed by a second person only")
    func task() async throws {
        let desk = try await acknowledged()
        let given = try await desk.done(
            "task", "give", "2026-0001", "--by", "骆秋实", "--owner", "陈刚", "--measure", "封堵雨水口", "--due",
            "2026-02-17T05:00", "--interim", "先用沙袋围挡", "--instruction", "务必防止次生污染", "--json")
        #expect(try given.object().text("incident") == "2026-0001")
        #expect(try await desk.duty("dispatch", "--until-idle").stdout.contains("陈刚"))
        try await desk.refused(1, "task", "close", "2026-0001", "1", "--by", "骆秋实")
        try await desk.done("task", "done", "2026-0001", "1", "--by", "陈刚", "--result", "雨水口已封堵")
        try await desk.refused(1, "task", "done", "2026-0001", "1", "--by", "陈刚", "--result", "again")
        let same = try await desk.refused(1, "task", "close", "2026-0001", "1", "--by", "陈刚", "--lang", "zh")
        #expect(same.stderr.contains("第二人"))
        try await desk.refused(1, "task", "close", "2026-0001", "2", "--by", "骆秋实")
        try await desk.done("task", "close", "2026-0001", "1", "--by", "骆秋实")
        try await desk.refused(1, "task", "close", "2026-0001", "1", "--by", "骆秋实")
        let task = try #require(try await desk.show().list("tasks").first)
        #expect(task.text("state") == "closed")
        #expect(task.text("owner") == "p024")
        #expect(task.text("done_by") == "p024")
        #expect(task.text("closed_by") == "p003")
        #expect(task.text("instruction") == "务必防止次生污染")
        #expect(task.text("interim") == "先用沙袋围挡")
        #expect(task.text("due") == "2026-02-17T05:00:00+08:00")
    }

    @Test("First, follow-up and final report are printed in Chinese and English, as the office signs them")
    func texts() async throws {
        let desk = try await raised()
        let none = try await desk.duty("show", "2026-0001", "--text", "follow-up", "--number", "7")
        #expect(none.exitCode == 1)
        let followUp = try await desk.text("follow-up", "zh")
        for line in ["（续报一）", "死亡由未掌握变为3人", "级别由一般变为较大", "演练", "签发：＿＿＿＿　审核：＿＿＿＿　拟稿：古丽·艾山"] {
            #expect(followUp.contains(line), "\(line)")
        }
        let english = try await desk.text("follow-up", "en")
        for line in ["(follow-up 1)", "dead: from unknown to 3.", "[DRILL]", "Written by: 古丽·艾山"] {
            #expect(english.contains(line), "\(line)")
        }
        #expect(try await desk.text("first", "zh").contains("死亡人数未掌握"))
        #expect(try await desk.text("first", "en").contains("dead unknown, missing unknown"))
        #expect(!(try await desk.text("first", "zh").contains("较大")))
    }

    @Test(
        "The final report tells it all; a closed incident still names the limits that nobody reported; the ledger is whole"
    )
    func ending() async throws {
        let desk = try await raised()
        try await desk.clock("2026-02-17T03:22")
        try await desk.done("ack", "2026-0001", "--by", "顾怀瑾")
        try await desk.done(
            "follow-up", "2026-0001", "--final", "--missing", "0", "--loss", "800000", "--cause", "法兰垫片老化破裂", "--by",
            "古丽·艾山")
        let zh = try await desk.text("final", "zh")
        for line in ["（终报）", "起因：法兰垫片老化破裂", "死亡3人，下落不明0人", "续报一：", "骆秋实", "签发：＿＿＿＿"] {
            #expect(zh.contains(line), "\(line)")
        }
        let en = try await desk.text("final", "en")
        for line in ["(final report)", "CNY 800000", "Reported upward", "Signed off by"] {
            #expect(en.contains(line), "\(line)")
        }
        try await desk.done("close", "2026-0001", "--by", "骆秋实", "--reason", "泄漏已止")
        let shown = try await desk.show()
        #expect(shown.text("state") == "closed")
        #expect(shown["final"] as? Bool == true)
        #expect(shown["follow_ups"] as? Int == 2)
        #expect(shown["grade_provisional"] as? Bool == false)
        #expect(shown["missing"] as? Int == 0)
        #expect(shown["loss"] as? Int == 800_000)
        #expect(shown.text("verified") == "2026-02-17T03:19:00+08:00")
        #expect((shown["elements"] as? [String: Any])?.text("cause") == "法兰垫片老化破裂")
        #expect(try shown.list("timeline").contains { $0.text("text")?.contains("raised") == true })
        try await desk.done("ledger", "verify")
        let later = try await desk.dispatch(until: "06:00").stdout
        #expect(!later.contains("Acknowledge before"))
        #expect(later.contains("limit passed"))
        #expect(try await desk.show().text("state") == "closed")
    }
}
