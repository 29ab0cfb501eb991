import Calendars
import Incidents
import RosterFiles
import Rosters
import Testing

@Suite("Other ways to write the same place")
struct PlaceVariantTests {
    @Test("Chinese headers and values of people.csv mean the same as English ones, in any order")
    func chinesePeople() throws {
        var world = World()
        let english = try #require(world.placeReading.value)
        world.people = Samples.people.replacingLine(1, with: "工号,姓名,单位,职务,职级,身份,移动电话,固话,持证")
        #expect(world.placeReading.diagnostics == [])
        #expect(world.placeReading.value?.place.people == english.place.people)
        world.people = "单位, 姓名 ,编号\n　应急管理局　,　孙丽　,p003\n"
        world.absences = nil
        world.policy = nil
        let person = try #require(world.placeReading.value?.place.people.first)
        #expect(person == Person(id: "p003", name: "孙丽", unit: Ordinal(0), line: 2))
    }

    @Test("a byte order mark and carriage returns change nothing")
    func lineEnds() throws {
        let plain = World()
        func windows(_ text: String) -> String { "\u{FEFF}" + text.with("\n", "\r\n") }
        var other = plain
        other.place = windows(plain.place)
        other.people = windows(Samples.people)
        other.absences = windows(Samples.absences)
        other.policy = windows(Samples.policy)
        other.calendar = plain.calendar.map(windows)
        other.period = windows(plain.period)
        other.table = windows(plain.table)
        #expect(other.diagnostics == [])
        let left = try #require(plain.placeReading.value)
        let right = try #require(other.placeReading.value)
        #expect(left.place.people == right.place.people)
        #expect(left.place.units == right.place.units)
        #expect(left.policy == right.policy)
        let first = PeriodReader.read(plain.periodSources, in: left).value
        let second = PeriodReader.read(other.periodSources, in: right).value
        #expect(first?.assignments == second?.assignments)
    }

    @Test(
        "a cover can be written in each way",
        arguments: [
            ("off-hours", "off"), ("非工作时间", "off"), ("全天", "always"), ("always", "always"),
            ("{restday: [\"09:00-17:00\"]}", "09:00-17:00"), ("{休息日: 9:00-17:00}", "09:00-17:00"),
            ("{restday: 全天, source: 某办法}", "00:00-24:00"), ("{restday: 18:00-24:00}", "18:00-24:00"),
        ])
    func covers(text: String, expected: String) throws {
        let post = try #require(read(cover: text).first)
        switch post.cover {
        case .always: #expect(expected == "always")
        case .offHours: #expect(expected == "off")
        case .windows(let table):
            #expect(table[.kind(.restday)]?.map(\.description) == [expected])
            #expect(post.source == (text.contains("source") ? "某办法" : nil))
        }
    }

    @Test("a cover can name a date, a label of the lunar year and several windows")
    func namedDays() throws {
        let text = "{2026-02-17: [\"08:00-12:00\", \"14:00-18:00\"], 除夕: always, 法定节假日: []}"
        let date = try #require(CivilDate("2026-02-17"))
        guard case .windows(let table) = try #require(read(cover: text).first).cover else {
            Issue.record("no windows")
            return
        }
        #expect(table[.date(date)]?.count == 2)
        #expect(table[.label(.newYearsEve)]?.map(\.description) == ["00:00-24:00"])
        #expect(table[.kind(.statutory)] == [])
    }

    @Test("clock times may stand without quotes and without a leading zero")
    func clocks() throws {
        var world = World()
        world.place = world.place.with("open: \"08:30\"", "open: 8:30").with("end: \"17:30\"", "end: 24:00")
        let reading = world.placeReading
        #expect(reading.diagnostics == [])
        #expect(reading.value?.place.units.first?.hours?.entries.first?.window.start == ClockTime("08:30"))
        #expect(reading.value?.place.shifts.first?.window.end == .endOfDay)
    }

    @Test("a rule takes a bare severity, off also without quotes")
    func rules() throws {
        var world = World()
        world.place = world.place.with(
            "rules: {rest: {hours: 12, severity: error}, reachable: {severity: warning}}",
            "rules: {rest: 警告, reachable: off, weekday: false, leader: {severity: \"off\"}, duty-length: {hours: 30}}")
        let rules = try #require(world.placeReading.value?.place.rules)
        #expect(world.placeReading.diagnostics == [])
        #expect(rules[.rest].level == .warning)
        #expect(rules[.reachable].level == .off)
        #expect(rules[.weekday].level == .off)
        #expect(rules[.leader].level == .off)
        #expect(rules[.dutyLength] == RuleSetting(hours: 30))
    }

    @Test("targets, grades and categories are read in Chinese too")
    func chinesePolicy() throws {
        var world = World()
        world.policy = """
            ungraded_as: 较大
            contact: call
            fallback: [人员:李建国, "值班电话：应急管理局"]
            ladders:
              first: {match: {category: 事故灾难, grade: [特别重大, Ⅱ], unit: 应急管理局, type: 火灾}, steps: [{tell: "tier: 在岗带班", need: 全部, wait: 1}]}
              second: {steps: [{tell: [岗位:危化品监管岗, 对口岗位, 上级单位], wait: 2}]}

            """
        #expect(world.placeReading.diagnostics == [])
        let policy = try #require(world.placeReading.value?.policy)
        #expect(policy.ungradedAs == .III)
        #expect(policy.fallback == [.person("p001"), .phone("emergency-office")])
        #expect(policy.ladders.map(\.name) == ["first", "second"])
        #expect(
            policy.ladders[0].match
                == IncidentMatch(
                    units: ["emergency-office"], categories: [.accident], types: ["火灾"], grades: [.I, .II]))
        #expect(policy.ladders[0].steps == [Step(tell: [.tier(.leader)], need: .all, wait: .minutes(1))])
        #expect(policy.ladders[1].steps[0].tell == [.post("hazmat"), .handling, .unitAbove])
    }

    private func read(cover: String) -> [Post] {
        var world = World()
        world.place = world.place.with("cover: always", "cover: \(cover)")
        #expect(world.placeReading.diagnostics == [])
        return world.placeReading.value?.place.posts ?? []
    }
}
