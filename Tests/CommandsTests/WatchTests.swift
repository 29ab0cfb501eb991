import Foundation
import Testing

@Suite("Handovers, log, spot checks, nil reports and readiness, through the binary")
struct WatchTests {
    @Test("The outgoing signs, then the incoming; open items and incidents stand on the sheet until they are closed")
    func handover() async throws {
        let desk = try await WatchDesk(at: "09-22T08:20")
        try await desk.done("report", "--what", "氨气泄漏", "--where", "南门", "--by", "孙丽", "--category", "accident")
        #expect(
            try await desk.refused(1, "handover", "sign", "--post", "officer", "--by", "王芳").contains(
                "outgoing sign first"))
        let signed = try await desk.done(
            "handover", "sign", "--post", "值班员", "--by", "孙丽", "--item", "水位每小时一报", "--missing", "卫星电话", "--json")
        let sheet = try #require(try signed.array().first)
        #expect(sheet.text("state") == "signed-by-outgoing")
        #expect(sheet["outgoing"] as? [String] == ["p003", "p004"])
        #expect(sheet["things"] as? [String] == ["值班室钥匙", "卫星电话"])
        #expect(try sheet.list("work").contains { $0.text("kind") == "incident" && $0.text("incident") == "2026-0001" })
        #expect(
            try await desk.refused(1, "handover", "sign", "--post", "officer", "--by", "孙丽").contains(
                "signed already by 孙丽"))
        #expect(try await desk.refused(1, "handover", "sign", "--post", "officer", "--by", "李建国").contains("not named"))
        try await desk.done("handover", "sign", "--post", "officer", "--by", "赵强")
        #expect(try await desk.done("handover", "list", "--lang", "zh").stdout.contains("双方已签"))
        try await desk.clock("09-23T08:25")
        let next = try await desk.done("handover", "--post", "officer", "--lang", "zh").stdout
        for words in ["交班人：王芳、赵强", "接班人：孙丽、周明", "#1  水位每小时一报", "事件未办结：氨气泄漏", "值班室钥匙"] {
            #expect(next.contains(words), "\(words) in \(next)")
        }
        try await desk.done("handover", "item", "close", "1", "--by", "王芳", "--result", "水位回落")
        #expect(
            try await desk.refused(1, "handover", "item", "close", "1", "--by", "赵强", "--result", "x").contains("王芳"))
        #expect(
            try await desk.refused(2, "handover", "item", "close", "9", "--by", "赵强", "--result", "x").contains("#9"))
        #expect(try await desk.done("handover", "--post", "officer").stdout.contains("Open items: none"))
    }

    @Test("Which sheet is meant: the nearest change to a time given, the last one signed, his own for who signs second")
    func whichSheet() async throws {
        let desk = try await WatchDesk(at: "09-23T08:20")
        let given = try await desk.done("handover", "--post", "officer", "--at", "2026-09-22T08:31", "--json").array()
        #expect(given.first?.text("at") == "2026-09-22T08:30:00+08:00")
        for person in ["王芳", "孙丽"] {
            let signed = try await desk.done("handover", "sign", "--post", "officer", "--by", person, "--json").array()
            #expect(signed.first?.text("at") == "2026-09-23T08:30:00+08:00")
        }
        try await desk.clock("09-23T08:31")
        let shown = try await desk.done("handover", "--post", "officer", "--json").array()
        #expect(shown.first?.text("state") == "done", "not yesterday's, which nobody signed")
        #expect(try await desk.refused(1, "handover", "sign", "--post", "officer", "--by", "周明").contains("孙丽"))
        let unknown = ["handover", "sign", "--post", "hazmat", "--by", "刘洋", "--missing", "不存在之物"]
        for (language, words) in [("zh", "清点单上没有“不存在之物”"), ("en", "is not on the list")] {
            let run = try await CommandRun.duty(unknown + ["--lang", language], environment: desk.environment)
            #expect(run.exitCode == 2 && run.stderr.contains(words) && run.stderr.contains("卫星电话"), "\(run.stderr)")
        }
    }

    @Test("What is asked for cannot be: a draw of nobody, a nil report at a time that owes none")
    func small() async throws {
        let desk = try await WatchDesk(at: "09-22T10:00")
        #expect(try await desk.refused(2, "roll-call", "start", "--by", "p001", "--draw", "0").contains("from 1,"))
        let report = try await desk.refused(
            1, "nil-report", "--by", "王芳", "--nothing", "--for", "2026-09-22T14:00")
        #expect(report.contains("owes no nil report at 2026-09-22 14:00") && !report.contains("--for"))
    }

    @Test("A drill finds the late handover and the missing nil report at their own times, once each")
    func byTheClock() async throws {
        let desk = try await WatchDesk(at: "09-22T08:00")
        #expect(try await desk.dispatch(until: "09-22T08:44").isEmpty)
        let late = try await desk.dispatch(until: "09-22T08:45")
        #expect(late.contains("张卫东"), "the leader on duty: \(late)")
        #expect(late.contains("15 min after the change of shift the handover is not signed"))
        #expect(late.contains("值班员 09-22 08:30, waits for the outgoing: 孙丽, 周明"))
        #expect(try await desk.dispatch(until: "09-22T14:59").isEmpty)
        let missing = try await desk.dispatch(until: "09-22T15:00")
        #expect(missing.contains("was due 09-22 15:00"))
        #expect(missing.contains("duty nil-report --unit emergency-office"))
        #expect(missing.contains("王芳"))
        #expect(try await desk.dispatch(until: "09-22T20:00").isEmpty)
        let doctor = try await desk.duty("doctor", "--period", "2026-mid", "--lang", "zh")
        #expect(doctor.stdout.contains("! 零报告缺报 应急管理局：应于 09-22 15:00 前报送"))
        #expect(try await desk.done("ledger", "verify", "--json").object()["intact"] as? Bool == true)
    }

    @Test("Both reported in time and signed: nobody is told of anything")
    func quiet() async throws {
        let desk = try await WatchDesk(at: "09-22T08:20")
        for (post, by) in [("officer", "周明"), ("hazmat", "陈刚")] {
            try await desk.done("handover", "sign", "--post", post, "--by", by)
        }
        for (post, by) in [("officer", "王芳"), ("hazmat", "刘洋")] {
            try await desk.done("handover", "sign", "--post", post, "--by", by)
        }
        let report = try await desk.done("nil-report", "--by", "王芳", "--nothing", "--json").object()
        #expect(report.text("due") == "2026-09-22T15:00:00+08:00")
        #expect(report["late"] as? Bool == false)
        #expect(try await desk.refused(1, "nil-report", "--by", "赵强", "--nothing").contains("王芳"))
        #expect(try await desk.dispatch(until: "09-22T20:00").isEmpty)
        #expect(try await desk.refused(2, "nil-report", "--by", "赵强").contains("--nothing"))
    }

    @Test("The duty log is printed for a shift, with who stood, corrections and incidents, in both languages")
    func log() async throws {
        let desk = try await WatchDesk(at: "09-22T10:00")
        try await desk.done("log", "add", "--by", "王芳", "--text", "水位 3.2 米", "--at", "2026-09-22T09:30")
        try await desk.done("log", "correct", "1", "--by", "赵强", "--text", "水位 2.3 米")
        #expect(
            try await desk.refused(1, "log", "correct", "1", "--by", "王芳", "--text", "x").contains("correct that one"))
        #expect(try await desk.refused(2, "log", "correct", "8", "--by", "王芳", "--text", "x").contains("8"))
        #expect(
            try await desk.refused(1, "log", "add", "--by", "王芳", "--text", "x", "--at", "2026-09-22T11:00").contains(
                "future"))
        try await desk.done("report", "--what", "停电", "--where", "南门", "--by", "王芳")
        let page = try await desk.done("log", "print", "--lang", "zh").stdout
        for words in [
            "值班日志  应急管理局  2026-09-22 08:30 → 2026-09-23 08:30", "值班员：王芳、赵强", "水位 3.2 米（已更正，见 2）",
            "水位 2.3 米（更正 1）", "王芳 09-22 10:00 记", "停电", "带班领导签字",
        ] { #expect(page.contains(words), "\(words) in \(page)") }
        let english = try await desk.done("log", "print", "--at", "2026-09-22T20:00").stdout
        #expect(english.contains("(corrected by 2)") && english.contains("Duty officer: ___"))
        let json = try await desk.done("log", "print", "--json").object()
        #expect(try json.list("entries").count == 2)
        #expect(try await desk.done("log", "print", "--at", "2026-09-23T10:00").stdout.contains("nothing was written"))
    }

    @Test("A spot check: drawn by a seed, tried in order, its misses told upward, a call back awaited five minutes")
    func rollCall() async throws {
        let desk = try await WatchDesk(at: "09-22T10:00")
        try await desk.done("dispatch", "--until-idle")
        let first = try await desk.done("roll-call", "start", "--by", "p001", "--draw", "2", "--seed", "5", "--json")
            .object()
        let again = try await desk.done("roll-call", "start", "--by", "p001", "--draw", "2", "--seed", "5", "--json")
            .object()
        #expect(first["drawn_from"] as? Int == 3)
        #expect(
            try first.list("posts").compactMap { $0.text("post") } == again.list("posts").compactMap { $0.text("post") }
        )
        try await desk.done("roll-call", "start", "--by", "p001", "--post", "officer")
        #expect(
            try await desk.refused(1, "roll-call", "record", "3", "--way", "mobile", "--outcome", "busy").contains(
                "landline"))
        try await desk.done("roll-call", "record", "3", "--way", "landline", "--outcome", "no-answer")
        try await desk.done(
            "roll-call", "record", "3", "--way", "mobile", "--outcome", "answered", "--answered-by", "王芳")
        #expect(try await desk.dispatch(until: "09-22T10:04").isEmpty)
        let told = try await desk.dispatch(until: "09-22T10:05")
        #expect(told.contains("no call back from the landline within 5 min") && told.contains("张卫东"))
        let sheet = try await desk.done("roll-call", "sheet", "3", "--json").object()
        #expect(sheet["misses"] as? Int == 0, "its five minutes end with 10:05")
        try await desk.clock("09-22T10:06")
        try await desk.done("roll-call", "start", "--by", "p001", "--post", "hazmat")
        let stranger = try await desk.done(
            "roll-call", "record", "4", "--way", "landline", "--outcome", "answered", "--answered-by", "门卫", "--lang",
            "zh")
        #expect(stranger.stdout.contains("非当班人员接听：门卫"))
        #expect(try await desk.done("dispatch", "--until-idle", "--lang", "zh").stdout.contains("查岗发现异常：应急管理局 危化品监管岗"))
        #expect(try await desk.refused(2, "roll-call", "sheet", "9").contains("9"))
    }

    @Test("Before a period: teams and equipment are checked off, ways tested, and doctor says what is open")
    func readiness() async throws {
        let desk = try await WatchDesk(at: "09-20T10:00")
        let before = try await desk.duty("doctor", "--period", "2026-mid", "--json")
        #expect(before.exitCode == 1)
        let lines = try before.object().list("lines")
        #expect(lines.count { $0.text("kind") == "way-untested" } == 8)
        #expect(lines.first { $0.text("kind") == "roster" }?["errors"] as? Int == 0)
        for person in 1...8 {
            try await desk.done("contact", "test", "p00\(person)", "--outcome", "answered", "--by", "p001")
        }
        try await desk.done("ready", "check", "--period", "2026-mid", "--item", "抢险队", "--by", "孙丽")
        #expect(
            try await desk.refused(1, "ready", "check", "--period", "2026-mid", "--all", "--by", "周明").contains("孙丽"))
        try await desk.done("ready", "check", "--period", "2026-mid", "--item", "卫星电话", "--by", "孙丽", "--fault", "欠费")
        #expect(
            try await desk.duty("doctor", "--period", "2026-mid", "--lang", "zh").stdout.contains(
                "! 装备 应急管理局 卫星电话：孙丽 09-20 10:00 核对，有问题：欠费"))
        try await desk.done("ready", "check", "--period", "2026-mid", "--item", "卫星电话", "--by", "孙丽")
        let after = try await desk.done("doctor", "--period", "2026-mid", "--lang", "zh").stdout
        #expect(after.contains("✓ 备勤队伍 应急管理局 抢险队（孙丽、周明）：孙丽 09-20 10:00 核对，完好"))
        #expect(after.contains("准备就绪") && !after.contains("!"))
        #expect(
            try await desk.refused(2, "ready", "check", "--period", "2026-mid", "--item", "无人机", "--by", "孙丽").contains(
                "抢险队"))
        #expect(try await desk.refused(2, "doctor", "--period", "2030").contains("2026-mid"))
    }

    @Test("A way that was tested counts in the routing proof of the published roster, and only there")
    func proof() async throws {
        let desk = try await WatchDesk(at: "09-20T10:00")
        func untested(_ arguments: String...) async throws -> Int {
            let run = try await CommandRun.duty(arguments, environment: desk.environment)
            return try run.object().list("findings").count { $0.text("rule") == "way-untested" }
        }
        let before = try await untested("prove", "--json", "--in-force", "2026-mid")
        #expect(before > 0)
        try await desk.done("contact", "test", "p001", "--outcome", "no-answer", "--by", "p002")
        #expect(try await untested("prove", "--json", "--in-force", "2026-mid") == before)
        for person in 1...8 {
            try await desk.done("contact", "test", "p00\(person)", "--outcome", "answered", "--by", "p001")
        }
        #expect(try await untested("prove", "--json", "--in-force", "2026-mid") == 0)
        #expect(try await untested("prove", "--json", desk.place.period) == before)
    }
}
