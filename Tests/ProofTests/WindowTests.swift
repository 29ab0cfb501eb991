import Calendars
import Incidents
import Rosters
import Testing

@Suite("Which reports the proof judges")
struct WindowTests {
    @Test("A unit's own window counts, cut to that of the unit above, whose people it calls")
    func ownWindow() throws {
        let early = try Self.hours("early", "08:00-17:00")
        let late = try Self.hours("late", "09:00-18:00")
        let units = [
            Unit(id: "county", name: "县", hours: late, dutyPhone: "0000-5550100", posts: [Ordinal(0)]),
            Unit(id: "town", name: "镇", parent: Ordinal(0), hours: early, posts: [Ordinal(0)]),
        ]
        let saturday = try #require(CivilDate("2026-10-03"))
        let holiday = Holiday(name: "国庆节", off: [saturday, saturday + 1], work: [], statutory: [saturday])
        let notice = HolidayNotice(
            year: 2026, version: 1, status: .announced, title: "示例", number: nil, published: nil, source: "示例",
            holidays: [holiday])
        let place = Place(
            key: "c", name: "县", zone: .shanghai, ranks: [], shifts: [],
            posts: [Post(key: "leader", name: "带班领导", tier: .leader)], units: units, people: [], absences: [],
            rules: RuleSettings())
        let period = Period(
            key: "2026-national-day", kind: .holiday, span: .holiday(holiday, year: 2026),
            requires: units.indices.map {
                UnitRequirement(unit: Ordinal($0), posts: [PostRequirement(post: Ordinal(0))])
            })
        let book = RosterBook(
            calendar: HolidayCalendar(notices: [notice]), place: place,
            roster: Roster(period: period, tables: [], assignments: []))
        let report = RoutingProof.run(
            book, policy: SmallPlace.policy([Step(5, .tier(.leader)), Step(5, .phone("county"))]))
        let empty = report.findings.filter { $0.rule == .stepEmpty }
        #expect(report.window == SmallPlace.during("10-02 17:00", "10-05 09:00"))
        #expect(empty.first { $0.unit == "county" }?.interval == SmallPlace.during("10-02 18:00", "10-05 09:00"))
        #expect(empty.first { $0.unit == "town" }?.interval == SmallPlace.during("10-02 18:00", "10-05 08:00"))
    }

    private static func hours(_ key: String, _ window: String) throws -> WorkingHours {
        let from = try #require(CivilDate("2026-01-01"))
        let clock = try #require(ClockWindow(window))
        return try #require(WorkingHours(key: key, entries: [.init(from: from, window: clock)]))
    }
}
