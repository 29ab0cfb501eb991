import RosterFiles
import Testing
import Wording

@Suite("What is wrong with a plan's keys, and where")
struct PlanKeyDiagnosticTests {
    private func english(_ change: (inout World) -> Void) -> [String] {
        var world = World()
        change(&world)
        return world.placeReading.diagnostics.map(describe)
    }

    @Test(
        "a wrong value in plan, rules, apart or not_away is refused where it stands",
        arguments: [
            ("plan: [1]", "found ‘[…]’, expected a mapping of keys and values"),
            ("plan: {wieghts: {}}", "unknown key ‘wieghts’, the nearest is ‘weights’"),
            ("plan: {weights: {eve_again: 3}}", "unknown key ‘eve_again’, the nearest is ‘eve-again’"),
            (
                "plan: {weights: {wishes: -1}}",
                "found ‘-1’, expected a number from 0 to 10000 with at most two decimals"
            ),
            (
                "plan: {weights: {spacing: 0.025}}",
                "found ‘0.025’, expected a number from 0 to 10000 with at most two decimals"
            ),
            ("plan: {spacing_days: 1.5}", "found ‘1.5’, expected a whole number from 0 to 366"),
            ("plan: {history_fades: 1.01}", "found ‘1.01’, expected a number from 0 to 1 with at most two decimals"),
            ("plan: {days: {初十: 2}}", "unknown key ‘初十’, the nearest is ‘初一’"),
            ("plan: {days: {2026-02-30: 2}}", "found ‘2026-02-30’, expected a date such as 2026-10-01"),
            ("plan: {days: {statutory: 2, 法定节假日: 3}}", "key ‘法定节假日’ stands twice, first on line 15"),
            ("plan: {shifts: {leadr: [day]}}", "unknown post ‘leadr’, the nearest is ‘leader’"),
            ("plan: {shifts: {leader: [dya]}}", "unknown shift ‘dya’, the nearest is ‘day’"),
            ("plan: {shifts: {leader: }}", "found ‘null’, expected a list"),
            ("plan: {shifts: {leader: day, 带班领导: day}}", "post ‘带班领导’ stands twice, first on line 15"),
            ("plan: {shifts: {应急管理局: [dya]}}", "unknown shift ‘dya’, the nearest is ‘day’"),
            ("plan: {shifts: {emergency-office: }}", "found ‘null’, expected a list"),
            (
                "plan: {shifts: {emergency-office: day, 应急管理局: day}}",
                "unit ‘应急管理局’ stands twice, first on line 15"
            ),
            ("plan: {rotation: sometimes}", "found ‘sometimes’, expected on, off, or a list of posts"),
            ("plan: {rotation: [leadr]}", "unknown post ‘leadr’, the nearest is ‘leader’"),
            ("plan: {rotation: {leader: maybe}}", "found ‘maybe’, expected true or false"),
            ("rules: {most-duties: {count: 0}}", "found ‘0’, expected a whole number from 1 to 1000"),
            ("rules: {most-in-window: {count: 2}}", "key ‘days’ or its value is missing"),
            ("rules: {most-in-window: {days: 2}}", "key ‘count’ or its value is missing"),
            ("rules: {most-duties: {days: 1}}", "rule ‘most-duties’ has no key ‘days’, expected count, severity"),
            (
                "rules: {most-consecutive: {count: 1}}",
                "rule ‘most-consecutive’ has no key ‘count’, expected days, severity"
            ),
            (
                "rules: {most-in-window: {count: 1, days: 2, hours: 3}}",
                "rule ‘most-in-window’ has no key ‘hours’, expected count, days, severity"
            ),
            ("rules: {rest: {days: 1}}", "rule ‘rest’ has no key ‘days’, expected hours, severity"),
            ("rules: {weekday: {count: 1}}", "rule ‘weekday’ has no key ‘count’, expected severity"),
            ("apart: [李建国, 张卫东]", "found ‘李建国’, expected two different people such as [李建国, 张卫东]"),
            ("apart: [[李建国, p001]]", "found ‘p001’, expected two different people such as [李建国, 张卫东]"),
            ("apart: [[李建国]]", "found ‘[…]’, expected two different people such as [李建国, 张卫东]"),
            ("not_away: [[李建国, 张卫冬]]", "unknown person ‘张卫冬’, the nearest is ‘张卫东’"),
            ("not_away: {a: b}", "found ‘{…}’, expected a list"),
        ])
    func place(text: String, expected: String) {
        let found = english {
            $0.place = $0.place.with(
                "rules: {rest: {hours: 12, severity: error}, reachable: {severity: warning}}", text)
        }
        #expect(found.prefix(1) == ["place.yaml:15: " + expected])
    }

    @Test("wishes.csv: unknown people, dates, words, weights and an end before the start")
    func wishes() {
        let found = english {
            $0.wishes = """
                人员,开始,结束,意愿,权重,备注
                孙莉,2026-10-01,2026-10-03,愿意,1
                孙丽,2026-10-03,2026-10-01,愿意,1
                孙丽,2026-10-32,2026-11-01,也许,-1
                孙丽,,2026-11-01,against,

                """
        }
        #expect(
            found == [
                "wishes.csv:1: unknown column ‘备注’, the nearest is ‘人员’",
                "wishes.csv:2: unknown person ‘孙莉’, the nearest is ‘孙丽’",
                "wishes.csv:3: the end (2026-10-01) is not after the start (2026-10-03)",
                "wishes.csv:4: found ‘2026-10-32’, expected a date such as 2026-10-01",
                "wishes.csv:4: found ‘也许’, expected one of for, 愿意, against, 不愿意",
                "wishes.csv:4: found ‘-1’, expected a number from 0 to 10000 with at most two decimals",
                "wishes.csv:5: ‘开始’ must not be empty",
            ])
        #expect(english { $0.wishes = "person,from,to\n" } == ["wishes.csv:1: column ‘wish’ is missing"])
    }

    @Test("history.csv: unknown people, dates, hours and weights")
    func history() {
        let found = english {
            $0.history = """
                person,date,hours,weight
                p099,2025-01-28,24,4
                孙丽,2025-13-01,24,x
                孙丽,2025-01-28,0,
                孙丽,2025-01-28,,

                """
        }
        #expect(
            found == [
                "history.csv:2: unknown person ‘p099’, the nearest is ‘p001’",
                "history.csv:3: found ‘2025-13-01’, expected a date such as 2026-10-01",
                "history.csv:3: found ‘x’, expected a number from 0 to 10000 with at most two decimals",
                "history.csv:4: found ‘0’, expected a number from 0.01 to 8760 with at most two decimals",
                "history.csv:5: ‘hours’ must not be empty",
            ])
        #expect(english { $0.history = "" } == ["history.csv:1: the file is empty, expected a header row"])
    }
}
