import Calendars
import Foundation
import RosterFiles
import Rosters
import Testing

@Suite("What a planner writes for a plan")
struct PlanKeyTests {
    private static let plan = """
        plan:
          weights: {fairness: 1.5, spacing: 0.05, wishes: 7, change: 0, months: 0.1, teams: 2, eve-again: 30}
          spacing_days: 5
          days: {除夕: 8, 2026-10-01: 2.5, 法定节假日: 3, workday: 0.5}
          history_fades: 0.8
          shifts: {leader: [day, 夜班], 值班员: [night], 应急管理局: [夜班]}
          rotation: [officer, 带班领导]
        rules: {most-duties: {count: 4}, most-in-window: {count: 2, days: 7, severity: warning}, most-consecutive: {days: 3}, outranked: error}
        apart: [[李建国, p002], [张卫东@应急管理局, 李建国]]
        not_away: [[p003, 周明]]

        """

    /// The book of the sample with a few changes; nothing of it may be refused.
    private func book(_ change: (inout World) -> Void) throws -> PlaceBook {
        var world = World()
        change(&world)
        let reading = world.placeReading
        #expect(reading.diagnostics.map(describe) == [])
        return try #require(reading.value)
    }

    private func place(with text: String) throws -> Place {
        try book {
            $0.place = $0.place.with(
                "rules: {rest: {hours: 12, severity: error}, reachable: {severity: warning}}", text)
        }
        .place
    }

    @Test("a place that says nothing of a plan plans as usual")
    func usual() throws {
        let plan = try book { _ in }.place.plan
        #expect(plan == PlanSettings())
        #expect("\(plan.weights.spacing) \(plan.weights.eveAgain) \(plan.historyFades)" == "0.02 20 0.5")
        let calendar = HolidayCalendar(notices: [])
        let weights = ["2026-02-16", "2026-02-17", "2026-02-19", "2026-02-20", "2026-02-21"].map { text in
            CivilDate(text).map { plan.weight(on: $0, in: calendar).description }
        }
        #expect(weights == ["4", "3", "3", "1", "1"])
    }

    @Test("every number of the plan can be written, and days that are not written keep their weight")
    func everyKey() throws {
        let place = try place(with: Self.plan)
        let plan = place.plan
        #expect(plan.weights.fairness == Hundredths(150))
        #expect(plan.weights.spacing == Hundredths(5))
        #expect(plan.weights.change == .zero)
        #expect(plan.weights.eveAgain == Hundredths(3000))
        #expect(plan.spacingDays == 5)
        #expect(plan.historyFades == Hundredths(80))
        let calendar = try book { _ in }.calendar
        let weights = ["2026-02-16", "2026-02-17", "2026-10-01", "2026-10-02", "2026-10-04", "2026-10-12"].map { text in
            CivilDate(text).map { plan.weight(on: $0, in: calendar).description }
        }
        #expect(weights == ["8", "3", "2.5", "3", "1", "0.5"])
        #expect(plan.shifts(of: Ordinal<Post>(0)) == [Ordinal(0), Ordinal(1)])
        #expect(plan.shifts(of: Ordinal<Post>(1)) == [Ordinal(1)])
        #expect(plan.shifts(of: Ordinal<Post>(2)) == nil)
        let unit = try #require(place.units.firstIndex { $0.name == "应急管理局" })
        #expect(plan.shifts(of: Ordinal<Rosters.Unit>(unit)) == [Ordinal(1)])
        #expect(plan.unitShifts?.count == 1)
        #expect(plan.rotation == [Ordinal(0), Ordinal(1)])
    }

    @Test("limits and pairs of people are read, each pair once and in any order")
    func limits() throws {
        let rules = try place(with: Self.plan).rules
        #expect(rules.mostDuties == 4)
        #expect(rules.mostInWindow?.count == 2)
        #expect(rules.mostInWindow?.days == 7)
        #expect(rules[.mostInWindow].level == .warning)
        #expect(rules.mostConsecutive == 3)
        #expect(rules.isRankKept)
        #expect(rules.pairs.apart == [PersonPair("p001", "p002")])
        #expect(rules.pairs.notAway == [PersonPair("p004", "p003")])
        let none = RuleSettings()
        #expect(none.mostDuties == nil && none.mostInWindow == nil && none.mostConsecutive == nil && !none.isRankKept)
    }

    @Test(
        "posts rotate all, none, some by a list, or each by a word",
        arguments: [
            ("on", [0, 1, 2]), ("否", []), ("off", []), ("officer", [1]),
            ("{hazmat: 是, leader: on, officer: off}", [0, 2]),
        ])
    func rotation(word: String, posts: [Int]) throws {
        #expect(try place(with: "plan: {rotation: \(word)}").plan.rotation.map(\.index) == posts)
    }

    @Test("what is written comes back from a snapshot, and a snapshot of before knows the usual plan")
    func snapshots() throws {
        let place = try place(with: Self.plan)
        let again = try JSONDecoder().decode(Place.self, from: JSONEncoder().encode(place))
        #expect(again.plan == place.plan)
        #expect(again.rules == place.rules)
        let plain = try JSONEncoder().encode(book { _ in }.place)
        #expect(!String(decoding: plain, as: UTF8.self).contains("history"))
        #expect(try JSONDecoder().decode(Place.self, from: plain).plan == PlanSettings())
    }

    @Test("people may belong to a team, which a snapshot keeps")
    func teams() throws {
        let people = "编号,姓名,单位,班组\np001,李建国,emergency-office,一班\np002,张卫东,应急管理局,\n"
        let place = try book { ($0.people, $0.absences, $0.policy) = (people, nil, nil) }.place
        #expect(place.people.map(\.team) == ["一班", ""])
        let again = try JSONDecoder().decode([Person].self, from: JSONEncoder().encode(place.people))
        #expect(again == place.people)
    }

    @Test("wishes and earlier duties are read in either language")
    func wishesAndHistory() throws {
        let book = try book {
            $0.wishes = "人员,开始,结束,意愿,权重\n李建国,2026-10-01,2026/10/3,不想值,2.5\np002,2026-10-05,2026-10-05,for,\n"
            $0.history = "person,date,hours,weight\np001,2025-01-28,15.5,4\n张卫东,2025年10月1日,24,\n"
        }
        let dates = ["2026-10-01", "2026-10-03", "2026-10-05", "2025-01-28", "2025-10-01"].compactMap { CivilDate($0) }
        #expect(
            book.wishes == [
                Wish(person: Ordinal(0), from: dates[0], to: dates[1], isFor: false, weight: Hundredths(250)),
                Wish(person: Ordinal(1), from: dates[2], to: dates[2], isFor: true),
            ])
        #expect(book.wishes[0].covers(dates[1]) && !book.wishes[0].covers(dates[1] + 1))
        #expect(
            book.history == [
                PastDuty(person: Ordinal(0), date: dates[3], minutes: 930, weight: Hundredths(400)),
                PastDuty(person: Ordinal(1), date: dates[4], minutes: 1440),
            ])
    }

    @Test("a name with a mark is pinned, and is the same person as without it")
    func pins() throws {
        var world = World()
        world.table = """
            日期,班次,带班领导,值班员,危化品监管岗
            2026-10-01,白班,张卫东!,王芳 ！、赵强,p008！

            """
        let book = try #require(world.placeReading.value)
        let reading = PeriodReader.read(world.periodSources, in: book)
        #expect(reading.diagnostics.map(describe) == [])
        let assignments = try #require(reading.value).assignments
        #expect(assignments.map { book.place[$0.person].id.text } == ["p002", "p006", "p007", "p008"])
        #expect(assignments.map(\.isPinned) == [true, true, false, true])
        let again = try JSONDecoder().decode([Assignment].self, from: JSONEncoder().encode(assignments))
        #expect(again == assignments)
        world.table = world.table.with("张卫东!", "!")
        #expect(
            world.diagnostics.map(describe) == [
                "period/emergency-office.csv:2: unknown person ‘!’"
            ])
    }

    @Test(
        "hundredths are read as written and never rounded",
        arguments: [
            ("0", 0), ("3", 300), ("0.5", 50), ("0.02", 2), ("12.34", 1234), ("1.50", 150),
        ])
    func hundredths(text: String, count: Int) {
        #expect(Hundredths(text)?.count == count)
        #expect(Hundredths(Hundredths(count).description)?.count == count)
    }

    @Test(
        "no sign, no third decimal and no other notation",
        arguments: [
            "", ".", "1.", ".5", "-1", "+1", "1.234", "1,5", "1e3", "0x1", "٣", "12345678901", "1.2.3", " 1",
        ])
    func noHundredths(text: String) { #expect(Hundredths(text) == nil) }
}
