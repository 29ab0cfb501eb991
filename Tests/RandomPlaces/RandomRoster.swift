import Calendars
import Rosters
import TestSupport

/// The periods and tables of a random place.
extension RandomPlace {
    mutating func book(_ calendar: HolidayCalendar, _ place: Place) -> RosterBook {
        let main = roster("main", calendar, place, near: [])
        let overlapping = (0..<random.pick([0, 0, 0, 1, 1, 2])).map { index in
            near(main, of: roster("other\(index)", calendar, place, near: main.assignments), calendar, place)
        }
        return RosterBook(calendar: calendar, place: place, roster: main, overlapping: overlapping)
    }

    /// Duties of another period bear on this one within two days of it, unless days are counted; the truth is not asked about later ones.
    private func near(_ main: Roster, of other: Roster, _ calendar: HolidayCalendar, _ place: Place) -> Roster {
        if place.rules.mostInWindow != nil || place.rules.mostConsecutive != nil { return other }
        let window = main.period.window(in: place, calendar: calendar)
        let near = Interval(start: window.start - .minutes(2880), end: window.end + .minutes(2880))
        return Roster(
            period: other.period, tables: other.tables,
            assignments: other.assignments.filter { $0.interval.overlaps(near) })
    }

    private mutating func roster(
        _ key: String, _ calendar: HolidayCalendar, _ place: Place, near known: [Assignment]
    ) -> Roster {
        let period = period(key, calendar, place)
        var tables: [UnitTable] = []
        var assignments: [Assignment] = []
        for unit in place.units.indices.map({ Ordinal<Unit>($0) }) where random.chance(85) {
            tables.append(
                UnitTable(unit: unit, file: "\(place[unit].id).csv", posts: place[unit].posts, weekdays: weekdays()))
            if random.chance(90) { assignments += table(of: unit, in: period, calendar, place) }
        }
        // The table of an overlapping period often repeats the very duties of the other.
        assignments += random.some(of: known, percent: 30)
        return Roster(period: period, tables: tables, assignments: assignments)
    }

    private mutating func period(_ key: String, _ calendar: HolidayCalendar, _ place: Place) -> Period {
        let (kind, span) = span(calendar)
        let units = place.units.indices.map { Ordinal<Unit>($0) }
        var requires = random.some(of: units, percent: 80).map { requirement($0, key, place) }
        if requires.isEmpty { requires = [requirement(random.pick(units), key, place)] }
        var received: [Ordinal<Unit>: Instant]?
        if random.chance(40) {
            received = [:]
            for unit in random.some(of: units, percent: 85) { received?[unit] = at(base - 3) }
        }
        return Period(
            key: key, kind: kind, span: span, source: random.chance(40) ? "试验" : nil, requires: requires,
            due: random.chance(60) ? zone.instant(base - 3, .midnight) + .minutes(600) : nil, received: received)
    }

    private mutating func span(_ calendar: HolidayCalendar) -> (PeriodKind, Period.Span) {
        let kind = random.pick([PeriodKind.ordinary, .special])
        switch random.number(1...10) {
        case 1...2:
            if let holiday = calendar.holiday("试验", year: 2026) { return (.holiday, .holiday(holiday, year: 2026)) }
            return (kind, .dates(from: base, to: base))
        case 3...5:
            let from = base + random.number(-1...1)
            return (kind, .dates(from: from, to: from + random.pick([0, 0, 0, 0, 1, 2])))
        default:
            let start = at(base + random.number(-1...1))
            return (kind, .exact(Interval(start: start, end: start + .minutes(random.number(1...1500)))))
        }
    }

    /// All posts as they are, or some of them with other numbers.
    private mutating func requirement(_ unit: Ordinal<Unit>, _ key: String, _ place: Place) -> UnitRequirement {
        let change = key == "main" ? 15 : 50
        var posts = random.some(of: place[unit].posts, percent: 80)
        if posts.isEmpty { posts = place[unit].posts }
        return UnitRequirement(
            unit: unit,
            posts: posts.map { post in
                PostRequirement(
                    post: post, count: random.chance(change) ? random.number(1...3) : nil,
                    rank: random.chance(change) ? Rank(level: random.number(0...2)) : nil,
                    cover: random.chance(15) ? cover() : nil)
            })
    }

    private mutating func weekdays() -> [WeekdayCell] {
        guard random.chance(40) else { return [] }
        return (0..<2).map { WeekdayCell(date: base + $0, text: random.pick(Self.weekdayTexts), line: $0 + 2) }
    }

    /// Weekdays in every spelling, words that are none, and what may stand in their place.
    private static let weekdayTexts = [
        "0", "2", "7", "Fri", "Sun", "Wed", "thursday", "一", "三", "二", "五", "八", "六", "周", "周 五", "周一", "四", "日",
        "星期二", "星期六", "星期天", "礼拜四", "", "除夕", "初一", "试验节", "试验",
    ]

    /// A unit's duties by one scheme of shifts, more or less complete.
    private mutating func table(
        of unit: Ordinal<Unit>, in period: Period, _ calendar: HolidayCalendar, _ place: Place
    ) -> [Assignment] {
        let window = period.window(hours: place[unit].hours, zone: zone, calendar: calendar)
        let first = zone.date(of: window.start) - 1
        let last = zone.date(of: window.end)
        let scheme = random.pick([[0], [1, 2], [1, 2], [3], [4, 5], [6, 7], [1, 8, 7], [0, 6]])
        let present = random.pick([40, 85, 97])
        var assignments: [Assignment] = []
        for day in first...last {
            for shift in scheme {
                let interval = place.shifts[shift].window.interval(on: day, in: zone)
                for post in place[unit].posts where random.chance(present) {
                    assignments += cell(unit, post, day, interval, place, line: assignments.count + 2)
                }
            }
        }
        return assignments
    }

    /// The names of one cell; a wrong one, or the same one twice, slips in.
    private mutating func cell(
        _ unit: Ordinal<Unit>, _ post: Ordinal<Post>, _ day: CivilDate, _ interval: Interval, _ place: Place, line: Int
    ) -> [Assignment] {
        let everybody = place.people.indices.map { Ordinal<Person>($0) }
        let own = everybody.filter { place[$0].unit == unit }
        let names = random.chance(85) ? place[post].count : random.number(0...3)
        return (0..<names).map { index in
            let person = random.pick(own.isEmpty || random.chance(10) ? everybody : own)
            return Assignment(
                person: person, unit: unit, post: post, date: day, interval: interval, isPrimary: index == 0,
                line: line)
        }
    }
}
