import Calendars
import Incidents
import RosterFiles
import Rosters
import Testing

@Suite("The keys of policy.yaml")
struct PolicyKeyTests {
    private func policy(_ text: String) throws -> Policy {
        var world = World()
        world.policy = text
        let reading = world.placeReading
        #expect(reading.diagnostics.map(describe) == [])
        return try #require(reading.value?.policy)
    }

    @Test("keys that nobody wrote keep the policy's own defaults")
    func defaults() throws {
        #expect(try policy("round_pause: 5\n") == Policy())
    }

    @Test("times are minutes, tests of numbers are days")
    func times() throws {
        let policy = try policy(
            """
            ask_again: 30
            handover: 0
            leader_within: 15
            duplicate_window: 90
            tested_within: 180
            """)
        #expect(policy.askAgain == .minutes(30))
        #expect(policy.handover == .minutes(0))
        #expect(policy.leaderWithin == .minutes(15))
        #expect(policy.duplicateWindow == .minutes(90))
        #expect(policy.testedWithinDays == 180)
    }

    @Test(
        "whose acknowledgement stops a ladder is said in either language",
        arguments: [
            ("told", AckRule.told), ("被告知人", .told), ("anyone", .anyone), ("任何人", .anyone),
        ])
    func ackBy(word: String, expected: AckRule) throws {
        #expect(try policy("ack_by: \(word)").ackBy == expected)
    }

    @Test("profiles in force are those that the limits name")
    func profiles() throws {
        let limits = """
            profiles: [b, a]
            limits:
              - {profile: a, to: superior, starts: 获悉, minutes: 60, source: s}
              - {profile: b, to: superior, starts: 核实, minutes: 60, source: s}

            """
        #expect(try policy(limits).profiles == ["b", "a"])
        #expect(try policy(limits.with("[b, a]", "b")).profiles == ["b"])
    }

    @Test("category, type and grade of a limit are one word or a list, and every start and medium has its words")
    func limits() throws {
        let limits = try policy(
            """
            limits:
              - {profile: n, jurisdiction: 清河县, category: 事故灾难, type: 火灾, grade: 较大, to: 市局, over: 书面, starts: 发生, minutes: 40, source: s}
              - {profile: n, category: [health, 自然灾害], type: [a, b], grade: [I, 重大], to: superior, over: phone, starts: learned, minutes: 20, source: s}
              - {profile: n, to: superior, over: 不限, starts: verified, minutes: 1, source: s}
              - {profile: n, to: superior, starts: 接报, minutes: 2, source: s}
            """
        ).limits
        #expect(
            limits.first
                == ReportLimit(
                    profile: "n", jurisdiction: "清河县", categories: [.accident], types: ["火灾"], grades: [.III], to: "市局",
                    over: .written, starts: .happened, within: .minutes(40), source: "s"))
        #expect(limits[1].categories == [.health, .nature])
        #expect(limits[1].types == ["a", "b"])
        #expect(limits[1].grades == [.I, .II])
        #expect(limits.map(\.over) == [.written, .phone, .any, .any])
        #expect(limits.map(\.starts) == [.happened, .learned, .verified, .received])
    }

    @Test("a quiet rule says which incidents, in which part of the day they are told, and why")
    func quiet() throws {
        let rule = try #require(
            try policy("quiet: [{match: {category: 自然灾害, grade: IV}, day: \"07:00-22:00\", reason: 夜间不扰}]").quiet.first)
        #expect(
            rule
                == QuietRule(
                    match: IncidentMatch(categories: [.nature], grades: [.IV]),
                    day: try #require(ClockWindow("07:00-22:00")), reason: "夜间不扰"))
    }

    @Test(
        "levels of a warning are named by colour, any stands for all of them",
        arguments: [
            ("[red, orange, yellow, blue]", WarningLevel.allCases), ("[红, 橙色, 黄, 蓝色]", WarningLevel.allCases),
            ("红色", [.red]), ("any", []), ("全部", []), ("[]", []),
        ])
    func warnings(text: String, expected: [WarningLevel]) throws {
        let policy = try policy("standby: [{match: {warning: \(text)}, posts: [危化品监管岗, leader]}]")
        #expect(
            policy.standby == [
                StandbyRule(match: IncidentMatch(warnings: expected), posts: ["hazmat", "leader"])
            ])
    }

    @Test("a match that says nothing of warnings is for incidents and warnings alike")
    func noWarning() throws {
        let policy = try policy("ladders: {a: {match: {grade: I}, steps: [{tell: handling, wait: 1}]}}")
        #expect(policy.ladders.first?.match.warnings == nil)
        #expect(try self.policy("standby: [{posts: leader}]").standby.first?.match.warnings == [])
    }

    @Test("a checklist has its kind, its source and its lines; a line of another list may have the same id")
    func checklists() throws {
        let lists = try policy(
            """
            checklists:
              - {category: 公共卫生, source: 某标准, items: [{id: a, grade: 重大, text: 有人死亡}, {id: b, grade: IV, text: 无}]}
              - {category: nature, type: 暴雨, source: 某标准, items: [{id: a, grade: I, text: 三十人}]}
            """
        ).checklists
        #expect(
            lists.first
                == GradeChecklist(
                    kind: IncidentKind(category: .health, type: nil), source: "某标准",
                    items: [
                        GradeChecklist.Item(id: "a", grade: .II, text: "有人死亡"),
                        GradeChecklist.Item(id: "b", grade: .IV, text: "无"),
                    ]))
        #expect(lists.last?.kind == IncidentKind(category: .nature, type: "暴雨"))
        #expect(lists.last?.item("a")?.grade == .I)
    }

    @Test(
        "every finding of the routing proof can be made graver, milder or switched off", arguments: RouteRule.allCases)
    func proof(rule: RouteRule) throws {
        for (word, level) in [("error", RuleSetting.Level.error), ("警告", .warning), ("\"off\"", .off), ("off", .off)] {
            #expect(try policy("proof: {\(rule.rawValue): \(word)}").proof == [rule: level])
        }
    }

    @Test("a step can tell the leader in charge of the field", arguments: ["field-leader", "分管领导"])
    func fieldLeader(word: String) throws {
        let policy = try policy("ladders: {a: {steps: [{tell: [\(word)], wait: 1}]}}")
        #expect(policy.ladders.first?.steps.first?.tell == [.fieldLeader])
    }
}
