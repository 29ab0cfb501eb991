import Calendars
import Incidents
import Rosters
import Testing

@Suite("A county of 40 units and nine days")
struct CountyTests {
    private static let towns = 39
    private static let days = 9

    @Test("Found: exactly the nights that were left out, in every unit, in seconds", .timeLimit(.minutes(1)))
    func gaps() {
        let book = Self.book(without: [(7, 2), (23, 5)])
        var policy = Policy(
            fallback: [.person("p0-0"), .phone("u0")],
            ladders: [
                Ladder(
                    name: "default",
                    steps: [
                        Step(5, .tier(.dutyOfficer), .handling), Step(10, .tier(.leader)), Step(10, .unitAbove),
                    ])
            ])
        policy.handover = .zero
        policy.proof = [.typeUnhandled: .off]
        let report = RoutingProof.run(book, policy: policy)
        #expect(report.errors.map(\.rule) == [.stepEmpty, .stepEmpty])
        #expect(report.errors.map(\.unit) == ["u7", "u23"] && report.errors.map(\.step) == [2, 2])
        #expect(
            report.errors.map(\.interval)
                == [Self.night(2), Self.night(5)].map { night in
                    Interval(start: night.start - .minutes(5), end: night.end - .minutes(5))
                })
        #expect(report.errors.allSatisfy { $0.kinds.count == 10 })
        // Two ways of telling each: types that a post handles, and the others.
        #expect(report.routes.count == 2 * (Self.towns + 1))
        #expect(Set(report.routes.filter { !$0.leavesUnit }.map(\.unit)) == ["u0"])
    }

    private static let first = SmallPlace.at("10-01 08:30")
    private static let window = Interval(start: first, end: first + .minutes(days * 1440))

    private static func night(_ day: Int) -> Interval {
        let start = first + .minutes(day * 1440 + 540)
        return Interval(start: start, end: start + .minutes(900))
    }

    /// Every unit keeps a leader, an officer and a post that handles six types; one night's leader is missing.
    private static func book(without gaps: [(unit: Int, day: Int)]) -> RosterBook {
        let kinds = (1...6).map { IncidentKind(category: Category.allCases[$0 % 4], type: "类型\($0)") }
        let units = (0...towns).map { index in
            Unit(
                id: UnitID("u\(index)"), name: "单位\(index)", parent: index == 0 ? nil : Ordinal(0),
                dutyPhone: "0000-55501\(index)", posts: (0...2).map { Ordinal($0) })
        }
        let people = units.indices.flatMap { unit in
            (0...5).map { number in
                Person(
                    id: PersonID("p\(unit)-\(number)"), name: "人员", unit: Ordinal(unit),
                    mobile: "1000000\(1000 + unit * 10 + number)")
            }
        }
        let place = Place(
            key: "county", name: "县", zone: .shanghai, ranks: [], shifts: [],
            posts: [
                Post(key: "leader", name: "带班领导", tier: .leader),
                Post(key: "officer", name: "值班员", tier: .dutyOfficer),
                Post(key: "handler", name: "监管岗", tier: .keyPost, handles: kinds),
            ], units: units, people: people, absences: [], rules: RuleSettings())
        let assignments = units.indices.flatMap { unit in
            (0..<days).flatMap { day in
                (0...2).flatMap { post -> [Assignment] in
                    let night = night(day)
                    let isGap = post == 0 && gaps.contains { $0.unit == unit && $0.day == day }
                    let shifts =
                        [Interval(start: night.start - .minutes(540), end: night.start)] + (isGap ? [] : [night])
                    return shifts.enumerated().map { turn, hours in
                        Assignment(
                            person: Ordinal(unit * 6 + post + 3 * ((day + turn) % 2)), unit: Ordinal(unit),
                            post: Ordinal(post), date: CivilDate(dayNumber: 20_000), interval: hours)
                    }
                }
            }
        }
        let period = Period(
            key: "2026-national-day", kind: .special, span: .exact(window),
            requires: units.indices.map {
                UnitRequirement(unit: Ordinal($0), posts: (0...2).map { PostRequirement(post: Ordinal($0)) })
            })
        return RosterBook(
            calendar: HolidayCalendar(notices: []), place: place,
            roster: Roster(period: period, tables: [], assignments: assignments))
    }
}
