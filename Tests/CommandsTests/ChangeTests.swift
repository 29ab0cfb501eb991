import Foundation
import Testing

@Suite("Relieve, swap, absent")
struct ChangeTests {
    private static let swap = [
        "swap", "孙丽", "刘翀", "--at", "2026-02-17", "--with-at", "2026-02-16", "--by", "孙丽", "--reason", "family",
    ]

    private func desk() async throws -> DrillDesk { try await DrillDesk.atNight("2026-02-13T09:00") }

    private func run(_ desk: DrillDesk, _ arguments: [String]) async throws -> CommandRun {
        try await CommandRun.duty(arguments, environment: desk.environment)
    }

    @Test("A swap that a leader on duty approves is in force at once: who, check and the engine follow, both are told")
    func swapped() async throws {
        let desk = try await desk()
        let run = try await run(desk, Self.swap + ["--approved-by", "张卫东", "--json"])
        #expect(run.exitCode == 0, "\(run.stderr)")
        let json = try run.object()
        #expect(json.text("change") == "c1")
        #expect(json.text("state") == "approved")
        #expect(json["people"] as? [String] == ["p018", "p022"])

        let who = try await desk.done(
            "who", "--at", "2026-02-16T10:00", "--unit", "应急管理局", "--post", "officer", "--json")
        let staffed = try #require(try who.array().first)
        #expect(staffed["people"] as? [String] == ["p018", "p023"])
        let standIn = try #require(try staffed.list("stand_ins").first)
        #expect(standIn.text("person") == "p018" && standIn.text("for") == "p022")
        #expect(standIn.text("change") == "c1" && standIn.text("approved_by") == "p016")
        #expect(
            try await desk.done("who", "--at", "2026-02-16T10:00").stdout.contains(
                "孙丽 10000000118 (for 刘翀, approved by 张卫东, c1)"))

        let told = try await desk.duty("dispatch", "--until-idle", "--lang", "zh").stdout
        #expect(told.contains("call 孙丽") && told.contains("call 刘翀"))
        #expect(told.contains("您的值班有变动：调班 c1，张卫东批准"))
        #expect(
            try await desk.duty("check", "--in-force", "2026-spring-festival", "--json").object()["covered_minutes"]
                as? Int == 272_190)
        #expect(try await desk.duty("ledger", "verify").exitCode == 0)
    }

    @Test("An alert in a swapped shift reaches whoever stands in")
    func engineFollows() async throws {
        let desk = try await desk()
        _ = try await desk.done(
            "relieve", "陈刚", "--with", "陈垚", "--at", "2026-02-17T03:00", "--from", "2026-02-17T02:00", "--by", "陈刚",
            "--reason", "ill", "--approved-by", "逄锦秀")
        try await desk.clock("2026-02-17T03:12")
        let told = try await desk.report().list("telling").compactMap { $0.text("person") }
        let id = try #require(
            try await desk.done("who", "--post", "hazmat", "--json").array().first?["people"] as? [String])
        #expect(id == ["p026"], "陈垚 stands in for 陈刚")
        #expect(told.contains("p026") && !told.contains("p024"))
    }

    @Test("A change that would break a rule is refused with the finding, and nothing is stored")
    func refused() async throws {
        let desk = try await desk()
        let refused = try await desk.duty(
            "relieve", "王芳", "--with", "孙丽", "--at", "2026-02-16T20:00", "--by", "王芳", "--reason", "ill", "--json")
        #expect(refused.exitCode == 1)
        let finding = try #require(try refused.object().list("findings").first)
        #expect(finding.text("rule") == "rest" && finding["people"] as? [String] == ["p018"])
        #expect(refused.stderr.contains("refused"))
        #expect(try await desk.done("change", "list", "--all", "--json").array().isEmpty)
    }

    @Test("Without approval a change waits, and changes nothing; whoever may not approve it is told who may")
    func waits() async throws {
        let desk = try await desk()
        let asked = try await run(desk, Self.swap)
        #expect(asked.exitCode == 0)
        #expect(asked.stdout.contains("waits for approval") && asked.stdout.contains("who may approve"))
        let officers = {
            try await desk.done("who", "--at", "2026-02-16T10:00", "--unit", "应急管理局", "--post", "officer", "--json")
                .array()[0]["people"] as? [String]
        }
        #expect(try await officers() == ["p022", "p023"])
        let other = try await desk.refused(1, "change", "approve", "c1", "--by", "王芳")
        #expect(other.stderr.contains("王芳 may not approve it") && other.stderr.contains("逄锦秀"))
        let party = try await desk.refused(1, "change", "approve", "c1", "--by", "孙丽")
        #expect(party.stderr.contains("party"))
        try await desk.done("change", "approve", "c1", "--by", "逄锦秀")
        #expect(try await officers() == ["p018", "p023"])
        let twice = try await desk.refused(1, "change", "approve", "c1", "--by", "张卫东")
        #expect(twice.stderr.contains("c1 is decided: approved by 逄锦秀"))
    }

    @Test("An undone change stays as a record, and the published people stand again")
    func undone() async throws {
        let desk = try await desk()
        _ = try await run(desk, Self.swap + ["--approved-by", "张卫东"])
        try await desk.done("change", "undo", "c1", "--by", "张卫东", "--reason", "back")
        let change = try #require(try await desk.done("change", "list", "--all", "--json").array().first)
        #expect(change.text("state") == "undone")
        #expect(try change.list("decisions").compactMap { $0.text("verdict") } == ["approved", "undone"])
        let staffed = try await desk.done(
            "who", "--at", "2026-02-16T10:00", "--unit", "应急管理局", "--post", "officer", "--json"
        ).array()
        #expect(staffed.first?["people"] as? [String] == ["p022", "p023"])
        #expect(
            try await desk.refused(1, "change", "undo", "c1", "--by", "张卫东", "--reason", "again").stderr.contains(
                "decided"))
    }

    @Test("Somebody who is not on the unit's roster stands in only for a reason, and stays a warning")
    func outsider() async throws {
        let desk = try await desk()
        let relief = [
            "relieve", "王芳", "--with", "岳鹏程", "--at", "2026-02-16T20:00", "--by", "王芳", "--reason", "ill",
            "--approved-by", "逄锦秀", "--json",
        ]
        let refused = try await run(desk, relief)
        #expect(refused.exitCode == 1)
        #expect(try refused.object().list("findings").compactMap { $0.text("rule") } == ["substitute"])
        let message = try refused.object().list("findings").first?.text("message")
        #expect(message == "岳鹏程: not on the unit's roster of this period, may not stand in")
        let accepted = try await run(desk, relief + ["--outsider-reason", "everybody else is ill"])
        #expect(accepted.exitCode == 0, "\(accepted.stderr)")
        let findings = try await desk.duty("check", "--in-force", "2026-spring-festival", "--json").object()
            .list("findings").filter { $0.text("rule") == "substitute" }
        #expect(findings.count == 1 && findings[0].text("severity") == "warning")
        #expect(findings[0].text("message")?.contains("everybody else is ill") == true)
    }

    @Test(
        "An absence prints the gaps that it opens with who could stand in, tells the leaders, and a relief closes them")
    func absent() async throws {
        let desk = try await desk()
        let away = try await desk.done(
            "absent", "李建国", "--from", "2026-02-17", "--to", "2026-02-17", "--by", "李建国", "--reason", "hospital",
            "--approved-by", "郑怀远")
        #expect(away.stdout.contains("This opens gaps:") && away.stdout.contains("can stand: 张卫东"))
        #expect(
            try await desk.duty("who", "--at", "2026-02-17T10:00", "--unit", "应急管理局", "--post", "leader").exitCode == 1)
        try await expectGap(desk)
        let gaps = try await desk.duty("check", "--in-force", "2026-spring-festival", "--json").object().list(
            "findings"
        )
        .filter { $0.text("rule") == "leader" }
        #expect(gaps.count == 1 && gaps[0].text("from") == "2026-02-17T08:30:00+08:00")
        let told = try await desk.duty("dispatch", "--until-idle").stdout
        #expect(told.contains("李建国 is away") && told.contains("arrange a relief"))
        try await desk.done(
            "relieve", "李建国", "--with", "张卫东", "--at", "2026-02-17T10:00", "--by", "李建国", "--reason", "hospital",
            "--approved-by", "郑怀远")
        let left = try await desk.duty("check", "--in-force", "2026-spring-festival", "--json").object().list(
            "findings"
        )
        .filter { $0.text("rule") == "leader" }
        #expect(left.allSatisfy { $0.text("from") != "2026-02-17T08:30:00+08:00" })
    }

    /// A required post that nobody holds is a row of `who`, and whoever is called instead has a name and a number.
    private func expectGap(_ desk: DrillDesk) async throws {
        let noon = ["who", "--at", "2026-02-17T10:00", "--unit", "应急管理局"]
        for (language, gap) in [("zh", "缺岗 1 人"), ("en", "GAP: 1 missing")] {
            let unit = try await run(desk, noon + ["--lang", language])
            #expect(unit.exitCode == 0)
            let line = unit.stdout.split(separator: "\n").first { $0.contains("带班领导") }
            #expect(line?.hasSuffix(gap) == true, "\(unit.stdout)")
            #expect(unit.stdout.contains("、") == (language == "zh"))
            let whole = try await run(desk, ["who", "--at", "2026-02-17T10:00", "--lang", language])
            #expect(whole.stdout.contains(gap), "\(whole.stdout)")
            let post = try await run(desk, noon + ["--post", "leader", "--lang", language])
            #expect(post.stdout.contains(gap))
            #expect(!post.stderr.contains("p001  —") && post.stderr.contains("0000-"), "\(post.stderr)")
        }
        let rows = try await run(desk, noon + ["--json"]).array()
        let leader = try #require(rows.first { $0.text("post") == "leader" })
        #expect(leader["people"] as? [String] == [] && leader["missing"] as? Int == 1)
        let gap = [leader.text("from"), leader.text("to")]
        #expect(gap == ["2026-02-17T08:30:00+08:00", "2026-02-18T00:00:00+08:00"], "the gap, not the whole period")
        #expect(rows.filter { $0.text("post") != "leader" }.allSatisfy { $0["missing"] as? Int == 0 })
    }

    @Test("Two people who change the same duty at once: one is done, the other is told, nothing is overwritten")
    func atOnce() async throws {
        let desk = try await desk()
        let other = [
            "relieve", "孙丽", "--with", "王芳", "--at", "2026-02-17", "--by", "孙丽", "--reason", "x", "--approved-by",
            "张卫东",
        ]
        async let first = run(desk, Self.swap + ["--approved-by", "张卫东"])
        async let second = run(desk, other)
        let runs = try await [first, second]
        #expect(runs.map(\.exitCode).sorted() == [0, 1], "\(runs.map(\.stdout)) \(runs.map(\.stderr))")
        let told = try #require(runs.first { $0.exitCode == 1 })
        #expect(!told.stderr.isEmpty)
        let changes = try await desk.done("change", "list", "--json").array()
        #expect(changes.count == 1 && changes[0].text("state") == "approved")
    }

    @Test(
        "A new version prints who gained and lost which duty, tells them, and refuses to replace what it does not know")
    func newVersion() async throws {
        let desk = try await desk()
        let rosters = try desk.scratch.copyRosters()
        let period = rosters + "/qinghe/2026-spring-festival-mended"
        try desk.scratch.edit(
            "rosters/qinghe/2026-spring-festival-mended/emergency-office.csv",
            "2026-02-15,日,白班,张卫东,\"王芳,赵强\",陈垚", "2026-02-15,日,白班,张卫东,\"刘翀,赵强\",陈垚")
        let accept = ["publish", period, "--accept", DrillDesk.accepted, "--by", "p001", "--reason", "agreed"]
        let stale = try await run(desk, accept + ["--replaces", "0"])
        #expect(stale.exitCode == 1 && stale.stderr.contains("version 1 was published meanwhile"), "\(stale.stderr)")
        let run = try await run(desk, accept + ["--replaces", "1"])
        #expect(run.exitCode == 0, "\(run.stderr)\(run.stdout)")
        #expect(run.stdout.contains("2 people's duties changed"))
        #expect(run.stdout.contains("gains: 应急管理局 值班员 02-15 08:30–17:30"))
        #expect(run.stdout.contains("loses: 应急管理局 值班员 02-15 08:30–17:30") && !run.stdout.contains("you stand"))
        let told = try await desk.duty("dispatch", "--until-idle").stdout
        #expect(told.contains("call 王芳") && told.contains("call 刘翀") && !told.contains("call 赵强"))
    }

    @Test("Wrong words are one clear error each")
    func misuse() async throws {
        let desk = try await desk()
        #expect(
            try await desk.refused(
                1, "relieve", "孙丽", "--with", "王芳", "--at", "2026-02-20T03:00", "--by", "孙丽", "--reason", "x"
            ).stderr.contains("is not rostered"))
        #expect(try await desk.refused(2, "change", "approve", "zwölf", "--by", "孙丽").stderr.contains("write c12"))
        #expect(try await desk.refused(2, "change", "approve", "c9", "--by", "孙丽").stderr.contains("no change c9"))
        #expect(
            try await desk.refused(
                2, "absent", "孙丽", "--from", "2026-02-20", "--to", "2026-02-19", "--by", "孙丽", "--reason", "x"
            ).stderr.contains("later"))
    }
}
