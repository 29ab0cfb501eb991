import Calendars
import RosterRules
import Rosters

/// One office with a leader and two officers on duty, in two shifts from 2026-11-07 08:30 to 2026-11-09 08:30.
struct SmallOffice {
    static let leader = Ordinal<Post>(0)
    static let officer = Ordinal<Post>(1)
    static let office = Ordinal<Unit>(0)

    let place: Place
    var window = Interval(start: at("2026-11-07T08:30"), end: at("2026-11-09T08:30"))
    var hasTable = true
    var assignments: [Assignment] = []
    var overlapping: [Roster] = []

    init(rules: RuleSettings = RuleSettings()) {
        let posts = [
            Post(key: "leader", name: "带班领导", tier: .leader),
            Post(key: "officer", name: "值班员", tier: .dutyOfficer, count: 2),
        ]
        let people = (0..<9).map { index in
            Person(
                id: PersonID("p\(index)"), name: "某\(index)", unit: Self.office, employment: .established,
                mobile: "1000000000\(index)", officePhone: "0000-555010\(index)")
        }
        self.place = Place(
            key: "small", name: "试验县", zone: .shanghai, ranks: [], shifts: [], posts: posts,
            units: [Unit(id: "office", name: "值班室", dutyPhone: "0000-5550100", posts: [Self.leader, Self.officer])],
            people: people, absences: [], rules: rules)
    }

    /// Everybody in place: three people by day, three by night, on both days.
    static var full: SmallOffice {
        var office = SmallOffice()
        for (start, end, first) in [
            ("2026-11-07T08:30", "2026-11-07T20:30", 0), ("2026-11-07T20:30", "2026-11-08T08:30", 3),
            ("2026-11-08T08:30", "2026-11-08T20:30", 0), ("2026-11-08T20:30", "2026-11-09T08:30", 3),
        ] {
            office.stand(first, leader, start, end)
            office.stand(first + 1, officer, start, end)
            office.stand(first + 2, officer, start, end)
        }
        return office
    }

    static func at(_ text: String) -> Instant {
        Zone.shanghai.instant(parsing: text) ?? Instant(seconds: 0)
    }

    static func interval(_ start: String, _ end: String) -> Interval { Interval(start: at(start), end: at(end)) }

    static func assignment(_ person: Int, _ post: Ordinal<Post>, _ interval: Interval) -> Assignment {
        Assignment(
            person: Ordinal(person), unit: office, post: post, date: Zone.shanghai.date(of: interval.start),
            interval: interval)
    }

    mutating func stand(_ person: Int, _ post: Ordinal<Post>, _ start: String, _ end: String) {
        assignments.append(Self.assignment(person, post, Self.interval(start, end)))
    }

    /// Another period over some time of this one that asks for so many officers.
    mutating func overlap(_ key: String, _ interval: Interval, officers: Int) {
        let requirement = UnitRequirement(
            unit: Self.office, posts: [PostRequirement(post: Self.officer, count: officers)])
        let period = Period(key: key, kind: .special, span: .exact(interval), source: "试验", requires: [requirement])
        overlapping.append(Roster(period: period, tables: [], assignments: []))
    }

    var book: RosterBook {
        let requirement = UnitRequirement(
            unit: Self.office, posts: [PostRequirement(post: Self.leader), PostRequirement(post: Self.officer)])
        let period = Period(key: "weekend", kind: .ordinary, span: .exact(window), requires: [requirement])
        let table = UnitTable(unit: Self.office, file: "office.csv", posts: [Self.leader, Self.officer])
        return RosterBook(
            calendar: HolidayCalendar(notices: [Self.notice]), place: place,
            roster: Roster(period: period, tables: hasTable ? [table] : [], assignments: assignments),
            overlapping: overlapping)
    }

    static let notice = HolidayNotice(
        year: 2026, version: 1, status: .announced, title: "试验", number: nil, published: nil, source: "试验", holidays: []
    )

    var report: CheckReport { Check.run(book) }
}

extension CheckReport {
    /// The findings of the coverage proof.
    var gaps: [Finding] { findings.filter { $0.rule == .leader || $0.rule == .keyPost } }
}
