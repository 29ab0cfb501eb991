import Calendars
import Incidents
import Rosters

/// The place of the design's example: one office without a unit above, two days, everybody at their posts.
///
///     office: leader p1, officer p2 (p3 second), hazmat p4; fallback p1 and the duty phone
struct SmallPlace {
    static let hazmat = IncidentKind(category: .accident, type: "危险化学品")
    static let other = IncidentKind(category: .accident, type: nil)

    var posts = [
        Post(key: "leader", name: "带班领导", tier: .leader),
        Post(key: "officer", name: "值班员", tier: .dutyOfficer, count: 2),
        Post(key: "hazmat", name: "危化品监管岗", tier: .keyPost, handles: [hazmat]),
    ]
    var units = [
        Unit(id: "office", name: "应急管理局", dutyPhone: "0000-5550110", posts: [Ordinal(0), Ordinal(1), Ordinal(2)])
    ]
    var people = (1...6).map { SmallPlace.person($0) }
    /// Person, from, to.
    var absences: [(Int, String, String)] = []
    /// Unit, post, person, from, to; an empty time is the edge of the window.
    var stands: [(String, String, Int, String, String)] = [
        ("office", "leader", 1, "", ""), ("office", "officer", 2, "", ""), ("office", "officer", 3, "", ""),
        ("office", "hazmat", 4, "", ""),
    ]
    var required: [String]?
    var policy = SmallPlace.policy([
        Step(tell: [.tier(.leader), .handling], wait: .minutes(5)), Step(tell: [.unitAbove], wait: .minutes(10)),
    ])

    static func person(_ number: Int, mobile: String? = nil, testedOn: String? = nil) -> Person {
        Person(
            id: PersonID("p\(number)"), name: "人员\(number)", unit: Ordinal(0),
            mobile: mobile ?? "1000000000\(number)", testedOn: testedOn.flatMap { CivilDate($0) })
    }

    static func policy(_ steps: [Step]) -> Policy {
        var policy = Policy(
            fallback: [.person("p1"), .phone("office")],
            ladders: steps.isEmpty ? [] : [Ladder(name: "default", steps: steps)])
        policy.handover = .zero
        return policy
    }

    /// `11-07 20:00`, in the year of the period.
    static func at(_ text: String) -> Instant {
        Zone.shanghai.instant(parsing: "2026-\(text)") ?? Instant(seconds: 0)
    }

    static func during(_ from: String, _ to: String) -> Interval { Interval(start: at(from), end: at(to)) }

    static let window = during("11-07 08:30", "11-09 08:30")

    var book: RosterBook {
        let place = Place(
            key: "qinghe", name: "清河县", zone: .shanghai, ranks: [], shifts: [], posts: posts, units: units,
            people: people,
            absences: absences.map {
                Absence(person: Ordinal($0.0 - 1), interval: Self.during($0.1, $0.2), reason: "年休假")
            }, rules: RuleSettings())
        let assignments = stands.compactMap { unit, post, person, from, to -> Assignment? in
            guard let unit = place.unit(UnitID(unit)), let post = place.post(PostKey(post)) else { return nil }
            return Assignment(
                person: Ordinal(person - 1), unit: unit, post: post, date: CivilDate(dayNumber: 20_000),
                interval: Interval(
                    start: from.isEmpty ? Self.window.start : Self.at(from),
                    end: to.isEmpty ? Self.window.end : Self.at(to)))
        }
        let names = required ?? units.map(\.id.text)
        let period = Period(
            key: "2026-weekend", kind: .special, span: .exact(Self.window),
            requires: names.compactMap { place.unit(UnitID($0)) }.map { unit in
                UnitRequirement(unit: unit, posts: place[unit].posts.map { PostRequirement(post: $0) })
            })
        return RosterBook(
            calendar: HolidayCalendar(notices: []), place: place,
            roster: Roster(period: period, tables: [], assignments: assignments))
    }

    func prove() -> RoutingProofReport { RoutingProof.run(book, policy: policy) }

    func findings(_ rule: RouteRule) -> [RouteFinding] { prove().findings.filter { $0.rule == rule } }

    /// A town under the office, with a leader and an officer of its own.
    mutating func addTown() {
        units.append(Unit(id: "town", name: "甲镇", parent: Ordinal(0), posts: [Ordinal(0), Ordinal(1)]))
        stands += [("town", "leader", 5, "", ""), ("town", "officer", 6, "", "")]
    }
}

extension Step {
    init(_ wait: Int, _ targets: Target...) { self.init(tell: targets, wait: .minutes(wait)) }
}
