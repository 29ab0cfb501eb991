import Calendars
import Incidents
import Rosters
import TestSupport

/// A random small place with a roster full of gaps and a policy that says what it likes.
struct RandomWorld {
    private(set) var random: SplitMix64
    let book: RosterBook
    let policy: Policy
    let stands: [DutyStand]

    static let start = Instant(seconds: 1_790_000_400)
    private static let posts = [
        Post(key: "chief", name: "总带班", tier: .overallLeader),
        Post(key: "leader", name: "带班领导", tier: .leader),
        Post(key: "officer", name: "值班员", tier: .dutyOfficer),
        Post(key: "hazmat", name: "危化品监管岗", tier: .keyPost, handles: [hazmat]),
        Post(key: "flood", name: "防汛岗", tier: .keyPost, handles: [IncidentKind(category: .nature, type: nil)]),
        Post(key: "lent-leader", name: "借用带班", tier: .leader, from: "u0"),
        Post(key: "lent-hazmat", name: "借用危化岗", tier: .keyPost, handles: [hazmat], from: "u1"),
    ]
    private static let hazmat = IncidentKind(category: .accident, type: "危险化学品")
    private static let types = ["危险化学品", "洪水"]
    private static let ways = [
        ChannelDefinition(
            name: "hook", kind: .webhook(urlVariable: "HOOK", secretVariable: nil, timeout: .seconds(5))),
        ChannelDefinition.call,
    ]

    /// A world whose window is so many minutes long.
    init(seed: UInt64, minutes: ClosedRange<Int>) {
        var random = SplitMix64(seed: seed)
        let window = Interval(start: Self.start, end: Self.start + .minutes(random.number(minutes)))
        let place = Self.place(&random, window)
        let posts = place.units.indices.map { Ordinal<Unit>($0) }
        let period = Period(
            key: "2026-test", kind: .special, span: .exact(window),
            requires: posts.filter { _ in random.chance(80) }.map { UnitRequirement(unit: $0, posts: []) })
        let assignments = Self.assignments(&random, place, window)
        self.book = RosterBook(
            calendar: HolidayCalendar(notices: []), place: place,
            roster: Roster(period: period, tables: [], assignments: assignments),
            deputies: Self.deputies(&random, place, window))
        self.policy = Self.policy(&random, place)
        self.stands = assignments.map {
            DutyStand(
                unit: place[$0.unit].id, post: place[$0.post].key, person: place[$0.person].id,
                isPrimary: $0.isPrimary, interval: $0.interval, period: "2026-test", version: 1)
        }
        self.random = random
    }

    /// Who stands in for whom, mostly while he is away; one who is away himself may be named.
    private static func deputies(_ random: inout SplitMix64, _ place: Place, _ window: Interval) -> [Deputy] {
        let people = place.people.map(\.id)
        return random.some(0...3, of: people).enumerated().map { number, person in
            let away = place.absences.first { place[$0.person].id == person }?.interval
            let from = window.start + .minutes(random.number(-30...window.wholeMinutes))
            return Deputy(
                person: random.pick(people),
                interval: away ?? Interval(start: from, end: from + .minutes(random.number(1...900))),
                standIn: StandIn(for: person, change: ChangeNumber(number + 1), approvedBy: person))
        }
    }

    private static func place(_ random: inout SplitMix64, _ window: Interval) -> Place {
        let count = random.number(1...4)
        let units = (0..<count).map { index in
            Unit(
                id: UnitID("u\(index)"), name: "单位\(index)",
                parent: index > 0 && random.chance(75) ? Ordinal(random.number(0...index - 1)) : nil,
                dutyPhone: random.chance(70) ? "0000-555010\(random.number(0...count))" : "",
                posts: posts.indices.filter { _ in random.chance(55) }.map { Ordinal($0) })
        }
        let people = (1...8).map { number in
            Person(
                id: PersonID("p\(number)"), name: "人员\(number)", unit: Ordinal(random.number(0...count - 1)),
                mobile: random.chance(80) ? "1000000000\(random.number(1...8))" : "",
                officePhone: random.chance(20) ? "0000-555010\(random.number(0...count))" : "",
                inCharge: random.chance(25)
                    ? [IncidentKind(category: random.pick([.accident, .nature]), type: random.pick(types + [nil]))]
                    : nil)
        }
        let absences = random.some(0...3, of: people.indices.map { Ordinal<Person>($0) }).map { person in
            let from = window.start + .minutes(random.number(-30...window.wholeMinutes))
            return Absence(
                person: person, interval: Interval(start: from, end: from + .minutes(random.number(1...900))),
                reason: "外出")
        }
        return Place(
            key: "test", name: "测试县", zone: .shanghai, ranks: [], shifts: [], posts: posts, units: units,
            people: people, absences: absences, rules: RuleSettings())
    }

    private static func assignments(
        _ random: inout SplitMix64, _ place: Place, _ window: Interval
    ) -> [Assignment] {
        let seats = place.units.indices.flatMap { unit in place.units[unit].posts.map { (Ordinal<Unit>(unit), $0) } }
        return seats.flatMap { unit, post -> [Assignment] in
            (0..<random.number(0...3)).map { _ in
                let from = window.start + .minutes(random.number(-60...window.wholeMinutes))
                let length = random.number(1...max(1, window.wholeMinutes))
                return Assignment(
                    person: Ordinal(random.number(0...place.people.count - 1)), unit: unit, post: post,
                    date: CivilDate(dayNumber: 20_000),
                    interval: Interval(start: from, end: from + .minutes(length)), isPrimary: random.chance(60))
            }
        }
    }

    private static func targets(in place: Place) -> [Target] {
        let ids = place.units.map(\.id) + ["nowhere"]
        let people = place.people.map(\.id) + ["nobody"]
        let posts = place.posts.map { Target.post($0.key) }
        let often: [Target] = [.handling, .fieldLeader, .unitAbove, .tier(.leader), .tier(.dutyOfficer)]
        return often + often + Tier.allCases.map { .tier($0) } + posts + people.map { .person($0) }
            + ids.map { .phone($0) }
    }

    private static func policy(_ random: inout SplitMix64, _ place: Place) -> Policy {
        let targets = targets(in: place)
        func match(_ random: inout SplitMix64) -> IncidentMatch {
            IncidentMatch(
                units: random.chance(30) ? [random.pick(place.units).id] : [],
                categories: random.some(0...2, of: Category.allCases),
                types: random.chance(20) ? [random.pick(types)] : [],
                grades: random.chance(30) ? [random.pick(Grade.allCases)] : [])
        }
        var policy = Policy(
            fallback: random.some(0...2, of: targets), roundPause: .minutes(random.number(1...10)),
            ungradedAs: random.pick(Grade.allCases), channels: ways, contact: random.some(0...2, of: ways).map(\.name))
        policy.ladders = (0..<random.number(0...3)).map { index in
            Ladder(
                name: "ladder-\(index)", match: random.chance(50) ? IncidentMatch() : match(&random),
                steps: (0..<random.number(1...4)).map { _ in
                    Step(tell: random.some(1...3, of: targets), wait: .minutes(random.number(0...25)))
                })
        }
        policy.handover = .minutes(random.pick([0, 0, 5, 10]))
        policy.leaderWithin = random.chance(50) ? .minutes(random.number(0...30)) : nil
        if random.chance(30) {
            let (open, close) = (random.number(0...23), random.number(0...23))
            if let from = ClockTime(hour: open, minute: random.number(0...59)),
                let to = ClockTime(hour: close, minute: random.number(0...59))
            {
                policy.quiet = [QuietRule(match: match(&random), day: ClockWindow(start: from, end: to), reason: "夜间")]
            }
        }
        return policy
    }
}
