import RosterFiles
import Testing
import Wording

/// One change to the sample place.yaml and the first diagnostic that it must give.
struct PlaceFault: Sendable, CustomTestStringConvertible {
    let part: String
    let other: String
    let expected: String

    var testDescription: String { other }

    init(_ part: String, _ other: String, _ expected: String) {
        self.part = part
        self.other = other
        self.expected = expected
    }

    static let all = [
        PlaceFault(
            "Asia/Shanghai", "Asia/Qinghe",
            "place.yaml:4: found ‘Asia/Qinghe’, expected a time zone such as Asia/Shanghai"),
        PlaceFault(
            "from: 2026-01-01", "from: 2026-02-30",
            "place.yaml:7: found ‘2026-02-30’, expected a date such as 2026-10-01"),
        PlaceFault(
            "\"08:30\", close", "\"24:00\", close",
            "place.yaml:7: found ‘24:00’, expected a clock time such as \"08:30\""),
        PlaceFault(
            "end: \"08:30\"", "end: \"8.30\"", "place.yaml:8: found ‘8.30’, expected a clock time such as \"08:30\""),
        PlaceFault("count: 2", "count: two", "place.yaml:11: found ‘two’, expected a whole number from 1 to 1000"),
        PlaceFault("count: 2", "count: [2]", "place.yaml:11: found ‘[…]’, expected a whole number from 1 to 1000"),
        PlaceFault("on_site: true", "on_site: maybe", "place.yaml:10: found ‘maybe’, expected true or false"),
        PlaceFault("rank: 乡科级副职", "rank: 乡科副职", "place.yaml:10: unknown rank ‘乡科副职’, the nearest is ‘乡科级副职’"),
        PlaceFault(
            "accident/危险化学品", "acident/危险化学品",
            "place.yaml:12: found ‘acident/危险化学品’, expected a category such as accident/危险化学品"),
        PlaceFault(
            "hours: office", "hours: offce", "place.yaml:14: unknown table of hours ‘offce’, the nearest is ‘office’"),
        PlaceFault(
            "posts: [leader, ", "posts: [leadr, ", "place.yaml:14: unknown post ‘leadr’, the nearest is ‘leader’"),
        PlaceFault(
            "posts: [leader, ", "posts: [leader, 带班领导, ", "place.yaml:14: post ‘带班领导’ stands twice, first on line 14"),
        PlaceFault(
            "parent: null", "parent: county", "place.yaml:14: unknown unit ‘county’, the nearest is ‘emergency-office’"),
        PlaceFault("rules: {rest", "rules: {rset", "place.yaml:15: unknown rule ‘rset’, the nearest is ‘rest’"),
        PlaceFault(
            "severity: warning", "severity: loud",
            "place.yaml:15: found ‘loud’, expected one of error, 错误, warning, 警告, off, 关闭"),
        PlaceFault(
            "cover: always", "cover: {holiday: always}",
            "place.yaml:10: unknown key ‘holiday’, the nearest is ‘workday’"),
        PlaceFault(
            "cover: always", "cover: {2026-13-01: always}",
            "place.yaml:10: found ‘2026-13-01’, expected a date such as 2026-10-01"),
        PlaceFault(
            "cover: always", "cover: {restday: 9-17}",
            "place.yaml:10: found ‘9-17’, expected a window such as \"09:00-17:00\", or always"),
        PlaceFault(
            "cover: always", "cover: sometimes",
            "place.yaml:10: found ‘sometimes’, expected always, off-hours, or windows by kind of day"),
        PlaceFault("ranks: [科员", "ranks: [科员, 科员", "place.yaml:6: rank ‘科员’ stands twice, first on line 6"),
        PlaceFault("tier: leader,", "", "place.yaml:10: key ‘tier’ or its value is missing"),
        PlaceFault(
            "units:\n", "units: [a]\nunit:\n", "place.yaml:13: found ‘[…]’, expected a mapping of keys and values"),
        PlaceFault("hours: {office", "hours: [office", "place.yaml:7: broken YAML: did not find expected ',' or ']'"),
    ]
}

/// `file:line: message` in English.
func describe(_ diagnostic: Diagnostic) -> String { diagnostic.text(in: .en) }
