import RosterFiles
import Testing
import Wording

@Suite("What is wrong with a place, and where")
struct PlaceDiagnosticTests {
    /// The diagnostics of a world as `file:line: message`.
    private func english(_ change: (inout World) -> Void) -> [String] {
        var world = World()
        change(&world)
        return world.diagnostics.map(describe)
    }

    @Test("an unknown key names the nearest known key, with its line and column")
    func unknownKey() {
        var world = World()
        world.place = world.place.with("on_site", "on_sight")
        let expected = Diagnostic(
            file: "place.yaml", line: 10, column: 64, problem: .unknownKey("on_sight", nearest: "on_site"))
        #expect(world.diagnostics == [expected])
    }

    @Test("a wrong value in place.yaml is refused where it stands", arguments: PlaceFault.all)
    func placeFaults(fault: PlaceFault) {
        #expect(english { $0.place = $0.place.with(fault.part, fault.other) }.prefix(1) == [fault.expected])
    }

    @Test("a key that stands twice is found, and the rest of the file is read all the same")
    func duplicateKeys() {
        let found = english {
            $0.place = $0.place.with("  hazmat: ", "  leader: {name: 重复}\n  leader: {name: 三}\n  hazmat: ")
                .with("place: qinghe", "place: qinghe\nplace: other").with("start: \"17:30\"", "start: \"17:60\"")
        }
        let second = "place.yaml:3: key ‘place’ stands twice, first on line 2"
        #expect(found.prefix(1) == [second])
        #expect(found.contains("place.yaml:13: key ‘leader’ stands twice, first on line 11"))
        #expect(found.contains("place.yaml:14: key ‘leader’ stands twice, first on line 11"))
        #expect(found.contains("place.yaml:9: found ‘17:60’, expected a clock time such as \"08:30\""))
    }

    @Test("units that report to each other are named in a ring")
    func cycle() {
        let found = english {
            $0.place = $0.place.with("parent: null", "parent: b")
                .with("rules:", "  b: {parent: c}\n  c: {parent: emergency-office}\nrules:")
        }
        #expect(
            found == [
                "place.yaml:14: units report to each other in a ring: emergency-office → b → c → emergency-office"
            ])
    }

    @Test("missing keys and missing files are diagnostics of line 1")
    func missing() {
        #expect(
            english { $0.place = "\n# 空\nzone: Asia/Shanghai" }.prefix(5) == [
                "place.yaml:1: key ‘place’ or its value is missing", "place.yaml:1: key ‘name’ or its value is missing",
                "place.yaml:1: key ‘units’ or its value is missing",
                "place.yaml:1: key ‘posts’ or its value is missing", "people.csv:2: unknown unit ‘emergency-office’",
            ])
        #expect(english { $0.people = nil }.first == "people.csv:1: this file is missing")
        #expect(english { $0.calendar = [] }.first == "place.yaml:1: the calendar folder (calendar) is empty")
    }

    @Test("people.csv: unknown headers, units, ranks, ids twice and too many cells")
    func people() {
        let found = english {
            $0.people = Samples.people.replacingLine(
                1, with: "id,name,unit,title,rnak,employment,mobile,电话机,qualifications"
            )
            .replacingLine(4, with: "p001,孙丽,emergency-ofice,科员,科员,,,,,x")
        }
        #expect(
            found.prefix(4) == [
                "people.csv:1: unknown column ‘rnak’, the nearest is ‘rank’",
                "people.csv:1: unknown column ‘电话机’, the nearest is ‘座机’",
                "people.csv:4: the row has 10 cells, the header only 9 columns",
                "people.csv:4: unknown unit ‘emergency-ofice’, the nearest is ‘emergency-office’",
            ])
        #expect(
            english { $0.people = Samples.people.replacingLine(3, with: "p001,张卫东,应急管理局,,乡科级") }.prefix(1) == [
                "people.csv:3: unknown rank ‘乡科级’, the nearest is ‘乡科级副职’"
            ])
        #expect(
            english { $0.people = Samples.people + "p001,甲,应急管理局\n" }.contains(
                "people.csv:10: person ‘p001’ stands twice, first on line 2"))
        #expect(english { $0.people = "id,name\np1,甲\n" }.first == "people.csv:1: column ‘unit’ is missing")
        #expect(english { $0.people = "\n" }.first == "people.csv:1: the file is empty, expected a header row")
        #expect(english { $0.people = Samples.people + ",甲,\n" }.filter { $0.hasPrefix("people.csv:10") }.count == 2)
    }

    @Test("absences: unknown people name the nearest, ends before starts and impossible dates are refused")
    func absences() {
        let found = english {
            $0.absences = "人员,起,止,事由\n孙莉,2026-10-02,2026-10-03\n孙丽,2026-10-03,2026-10-02\n孙丽,2026-10-32,soon\n"
        }
        #expect(
            found == [
                "absences.csv:2: unknown person ‘孙莉’, the nearest is ‘孙丽’",
                "absences.csv:3: the end (2026-10-02) is not after the start (2026-10-03)",
                "absences.csv:4: found ‘2026-10-32’, expected a date such as 2026-10-01, or a date and time such as 2026-10-01T12:00",
                "absences.csv:4: found ‘soon’, expected a date such as 2026-10-01, or a date and time such as 2026-10-01T12:00",
            ])
    }

    @Test("every reference of policy.yaml is held against the place")
    func policy() {
        let found = english {
            $0.policy = """
                fallback: [person:p099, phone:fire, post:hazmta, tier:boss, everybody]
                round_pause: 0
                ungraded_as: V
                channels: {hook: {kind: webhok}, web: {kind: webhook}, call: {kind: call, timeout: 3}}
                contact: [hok]
                ladders: {a: {match: {grad: I}, steps: []}, b: {steps: [{tell: [], wait: 0}]}}
                limits: [{profile: n, to: x, starts: later, minutes: 1.5, source: s}]

                """
        }
        #expect(
            found == [
                "policy.yaml:1: unknown person ‘p099’, the nearest is ‘p001’",
                "policy.yaml:1: unknown unit ‘fire’, the nearest is ‘emergency-office’",
                "policy.yaml:1: unknown post ‘hazmta’, the nearest is ‘hazmat’",
                "policy.yaml:1: found ‘boss’, expected one of overall-leader, 总带班, leader, 在岗带班, duty-officer, 值班员, "
                    + "key-post, 关键岗位, standby, 备勤",
                "policy.yaml:1: found ‘everybody’, expected tier:T, post:P, person:ID, phone:UNIT, handling, field-leader or unit-above",
                "policy.yaml:2: found ‘0’, expected a whole number from 1 to 10080",
                "policy.yaml:3: found ‘V’, expected one of I, 特别重大, II, 重大, III, 较大, IV, 一般",
                "policy.yaml:4: found ‘webhok’, expected one of webhook, 网络回调, call, 电话, terminal, 终端",
                "policy.yaml:4: key ‘url_env’ or its value is missing",
                "policy.yaml:4: ‘timeout’ cannot stand beside ‘kind: call’",
                "policy.yaml:5: unknown channel ‘hok’, the nearest is ‘hook’",
                "policy.yaml:6: unknown key ‘grad’, the nearest is ‘grade’",
                "policy.yaml:6: found ‘[…]’, expected a list",
                "policy.yaml:6: found ‘[…]’, expected tier:T, post:P, person:ID, phone:UNIT, handling, field-leader or unit-above",
                "policy.yaml:6: found ‘0’, expected a whole number from 1 to 10080",
                "policy.yaml:7: found ‘later’, expected one of happened, 发生, learned, 获悉, received, 接报, verified, 核实",
                "policy.yaml:7: found ‘1.5’, expected a whole number from 1 to 525600",
            ])
    }

    @Test("a calendar file has a notice or special periods, each notice once")
    func calendar() {
        let found = english {
            $0.calendar = [
                Samples.calendar, "titel: x\n", Samples.calendar,
                "special: [{name: 汛, from: 2026-05-02, to: 2026-05-01, source: s}]",
            ]
        }
        #expect(
            found == [
                "calendar-1.yaml:1: key ‘notice’ or its value is missing",
                "calendar-1.yaml:1: key ‘status’ or its value is missing",
                "calendar-1.yaml:1: key ‘source’ or its value is missing",
                "calendar-1.yaml:1: key ‘holidays’ or its value is missing",
                "calendar-1.yaml:1: unknown key ‘titel’, the nearest is ‘title’",
                "calendar-2.yaml:1: holiday notice ‘2026 v1’ stands twice, first on line 1",
                "calendar-3.yaml:1: the end (2026-05-01) is not after the start (2026-05-02)",
            ])
    }
}
