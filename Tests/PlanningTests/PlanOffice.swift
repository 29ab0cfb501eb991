import Calendars
import Rosters

@testable import Planning

/// One unit in Shanghai with shifts of half a day and of a whole day; a test changes what it is about.
struct PlanOffice {
    static let unit = Ordinal<Unit>(0)
    static let day = Ordinal<ShiftPattern>(0)
    static let night = Ordinal<ShiftPattern>(1)
    static let whole = Ordinal<ShiftPattern>(2)
    static let office = Ordinal<ShiftPattern>(3)

    var posts = [Post(key: "officer", name: "值班员", tier: .dutyOfficer)]
    var shifts = ["08:30-20:30", "20:30-08:30", "08:30-08:30", "08:30-17:30"]
    var hours: WorkingHours?
    var people = (0..<6).map { PlanOffice.person($0) }
    var absences: [Absence] = []
    var rules = RuleSettings()
    var plan = PlanSettings()
    var window = PlanOffice.interval("2026-03-02T08:30", "2026-03-04T08:30")
    var assignments: [Assignment] = []
    var rows: [TableSlot] = []
    var overlapping: [Roster] = []
    var wishes: [Wish] = []
    var past = PastDuties()
    var isReplacing = false
    var previous: [Assignment]?

    static func person(_ number: Int, rank: Int? = nil, qualifications: [String] = [], team: String = "") -> Person {
        Person(
            id: PersonID("p\(number)"), name: "某\(number)", unit: unit, rank: rank.map { Rank(level: $0) },
            employment: .established, mobile: "1000000000\(number)", qualifications: qualifications, team: team)
    }

    static func at(_ text: String) -> Instant { Zone.shanghai.instant(parsing: text) ?? Instant(seconds: 0) }

    static func interval(_ start: String, _ end: String) -> Interval { Interval(start: at(start), end: at(end)) }

    static func date(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }

    static func window(_ text: String) -> ClockWindow {
        ClockWindow(text) ?? ClockWindow(start: .midnight, end: .endOfDay)
    }

    /// Somebody is away, by clock times.
    static func absence(_ person: Int, _ start: String, _ end: String) -> Absence {
        Absence(person: Ordinal(person), interval: interval(start, end), reason: "")
    }

    /// One stretch of history, with everybody a member.
    static func past(_ person: Int, _ date: String, minutes: Int = 1440) -> PastDuties.Stretch {
        .init(
            duties: [PastDuty(person: Ordinal(person), date: self.date(date), minutes: minutes)], members: nil)
    }

    /// The spring festival and the national day of 2026 with their statutory days.
    static let calendar = HolidayCalendar(notices: [
        HolidayNotice(
            year: 2026, version: 1, status: .announced, title: "试验", number: nil, published: nil, source: "试验",
            holidays: [
                Holiday(
                    name: "春节", off: (15...23).map { date("2026-02-\($0)") }, work: [date("2026-02-14")],
                    statutory: (16...19).map { date("2026-02-\($0)") }),
                Holiday(
                    name: "国庆节", off: (1...7).map { date("2026-10-0\($0)") }, work: [date("2026-10-10")],
                    statutory: (1...3).map { date("2026-10-0\($0)") }),
            ])
    ])

    var place: Place {
        let posts = posts.indices.map { Ordinal<Post>($0) }
        return Place(
            key: "office", name: "试验县", zone: .shanghai, ranks: ["科员", "股级", "科级"],
            shifts: shifts.map { ShiftPattern(key: ShiftKey($0), name: $0, window: Self.window($0)) },
            posts: self.posts, units: [Unit(id: "office", name: "值班室", hours: hours, posts: posts)], people: people,
            absences: absences, rules: rules, plan: plan)
    }

    var book: RosterBook {
        let requirement = UnitRequirement(
            unit: Self.unit, posts: posts.indices.map { PostRequirement(post: Ordinal($0)) })
        let period = Period(key: "main", kind: .ordinary, span: .exact(window), requires: [requirement])
        return RosterBook(
            calendar: Self.calendar, place: place,
            roster: Roster(period: period, tables: [], assignments: assignments), overlapping: overlapping)
    }

    var request: PlanRequest {
        PlanRequest(
            book: book, rows: [Self.unit: rows], wishes: wishes, past: past, isReplacing: isReplacing,
            previous: previous)
    }

    var model: PlanModel { PlanModel(request) }

    /// Somebody stands in a shift of a date.
    func assignment(
        _ person: Int, _ date: String, _ shift: Ordinal<ShiftPattern>, post: Int = 0, isPinned: Bool = false
    ) -> Assignment {
        let date = Self.date(date)
        return Assignment(
            person: Ordinal(person), unit: Self.unit, post: Ordinal(post), date: date,
            interval: place[shift].window.interval(on: date, in: .shanghai), isPinned: isPinned)
    }

    mutating func stand(
        _ person: Int, _ date: String, _ shift: Ordinal<ShiftPattern>, post: Int = 0, isPinned: Bool = false
    ) {
        assignments.append(assignment(person, date, shift, post: post, isPinned: isPinned))
    }

    /// Another period over some time of this one that asks for so many people at the first post.
    mutating func overlap(_ window: Interval, count: Int, assignments: [Assignment] = []) {
        let requirement = UnitRequirement(
            unit: Self.unit, posts: [PostRequirement(post: Ordinal(0), count: count)])
        let period = Period(key: "other", kind: .special, span: .exact(window), requires: [requirement])
        overlapping.append(Roster(period: period, tables: [], assignments: assignments))
    }
}

extension PlanModel {
    /// `03-02 08:30 → 20:30 ×1`, by slot.
    var layout: [String] {
        slots.map { slot in
            let times = [slot.interval.start, slot.interval.end].map { place.zone.clockTime(of: $0).description }
            return "\(slot.date.description.dropFirst(5)) \(times.joined(separator: "–")) ×\(slot.count)"
        }
    }

    /// The best of so many moves.
    func solved(moves: Int = 20_000, seed: UInt64 = 1, from plan: SeatPlan? = nil) -> SeatPlan {
        var search = SeatSearch(problem, seed: seed, from: plan)
        search.run(moves: moves, progress: 1)
        return search.best
    }

    func ids(_ sitting: [Int32]) -> [String] { sitting.map { $0 < 0 ? "—" : place[person($0)].id.text } }
}
