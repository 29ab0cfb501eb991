import Calendars
package import Rosters
import TestSupport

/// Small places with every kind of fault, from a seed.
package struct RandomPlace {
    var random: SplitMix64
    let zone: Zone
    /// The day about which the periods lie.
    let base: CivilDate

    static let newYork = Zone("America/New_York") ?? .shanghai

    package static func book(seed: Int) -> RosterBook {
        var random = SplitMix64(seed: UInt64(seed))
        let isNewYork = random.chance(15)
        let days =
            isNewYork
            ? ["2026-03-07", "2026-03-08", "2026-10-31", "2026-11-01"]
            : ["2026-02-16", "2026-05-01", "2026-06-18", "2026-08-12", "2026-09-25", "2026-12-31"]
        let base = (CivilDate(random.pick(days)) ?? CivilDate(dayNumber: 20_700)) + random.number(-1...1)
        var maker = RandomPlace(random: random, zone: isNewYork ? newYork : .shanghai, base: base)
        let calendar = maker.calendar()
        let book = maker.book(calendar, maker.place())
        return book.changed(by: maker.changes(of: book))
    }

    /// Sometimes somebody stands in for another, wherever they belong.
    private mutating func changes(of book: RosterBook) -> [ApprovedChange] {
        guard random.chance(20), !book.roster.assignments.isEmpty else { return [] }
        let slot = book.slot(of: random.pick(book.roster.assignments))
        let substitute = random.pick(book.place.people).id
        return [
            ApprovedChange(
                number: ChangeNumber(1), change: .relief(of: slot, during: slot.interval, by: substitute),
                approvedBy: "r", outsiderReason: random.chance(50) ? "试验" : nil)
        ]
    }

    mutating func at(_ day: CivilDate) -> Instant {
        zone.instant(day, ClockTime(hour: random.number(0...23), minute: random.pick([0, 0, 30, 17])) ?? .midnight)
    }

    /// A notice with a holiday about the base day; sometimes a notice of the year after speaks too.
    private mutating func calendar() -> HolidayCalendar {
        let first = base + random.number(0...1)
        let off = (0..<random.number(1...3)).map { first + $0 }
        let work = [first - random.number(2...7), first + random.number(4...8)]
        let holiday = Holiday(
            name: "试验节", off: off, work: random.some(of: work, percent: 60),
            statutory: random.some(of: off, percent: 40))
        var notices = [notice(2026, random.chance(85) ? .announced : .provisional, [holiday])]
        if random.chance(50) {
            let day = base + random.number(-3...3)
            let other = Holiday(
                name: "补节", off: random.chance(50) ? [day] : [], work: random.chance(30) ? [day + 1] : [],
                statutory: random.chance(30) ? [day] : [])
            notices.append(notice(2027, random.chance(70) ? .announced : .provisional, [other]))
        }
        if random.chance(30) {
            let moved = Holiday(
                name: "试验节", off: off.map { $0 + random.number(0...1) }, work: random.some(of: work, percent: 60),
                statutory: [])
            notices.append(notice(2026, .announced, version: 0, random.chance(80) ? [moved] : [holiday]))
        }
        return HolidayCalendar(notices: notices)
    }

    private func notice(
        _ year: Int, _ status: HolidayNotice.Status, version: Int = 1, _ holidays: [Holiday]
    ) -> HolidayNotice {
        HolidayNotice(
            year: year, version: version, status: status, title: "试验", number: nil, published: nil, source: "试验",
            holidays: holidays)
    }

    private mutating func place() -> Place {
        let shifts = shiftPatterns()
        let unitIDs = Array(["m", "k", "z"].prefix(random.number(1...3)))
        let posts = (0..<random.number(1...4)).map { post($0, lenders: unitIDs) }
        let units = unitIDs.map { unit($0, posts: posts.count) }
        let people = (0..<random.number(3...7)).map { person($0, units: units.count) }
        var absences = (0..<random.number(0...3)).map { _ in absence(people.count) }
        if random.chance(10) {
            absences += [0, 1].map { index in
                let start = at(base + random.number(-1...1))
                return Absence(
                    person: Ordinal(index), interval: Interval(start: start, end: start + .seconds(200_000)),
                    reason: "外出")
            }
        }
        return Place(
            key: "place", name: "试验县", zone: zone, ranks: ["科员", "股级", "科级"], shifts: shifts, posts: posts,
            units: units, people: people, absences: absences, rules: rules().with(pairs: pairs(people)))
    }

    private mutating func unit(_ id: String, posts: Int) -> Unit {
        let kept = random.some(of: Array(0..<posts), percent: 65).map { Ordinal<Post>($0) }
        return Unit(
            id: UnitID(id), name: "单位\(id)", hours: hours(), dutyPhone: random.chance(85) ? "0000-5550100" : "",
            posts: kept.isEmpty ? [Ordinal(random.number(0...(posts - 1)))] : kept,
            principals: random.chance(50) ? ["r", "d"] : [])
    }

    /// Office hours, sometimes changing with the season in the midst of the period, sometimes over midnight.
    private mutating func hours() -> WorkingHours? {
        guard random.chance(75) else { return nil }
        let table = ["08:30-17:30", "09:00-17:00", "08:00-12:00", "20:00-04:00", "00:00-24:00"]
        var entries = [
            WorkingHours.Entry(from: base + random.pick([-300, -300, 1, 40]), window: window(random.pick(table)))
        ]
        if random.chance(30) {
            entries.append(.init(from: base + random.number(-1...3), window: window("08:00-18:00")))
        }
        return WorkingHours(key: "hours", entries: entries)
    }

    private func window(_ text: String) -> ClockWindow {
        ClockWindow(text) ?? ClockWindow(start: .midnight, end: .endOfDay)
    }

    private func shiftPatterns() -> [ShiftPattern] {
        [
            "08:30-08:30", "08:30-17:30", "17:30-08:30", "00:00-24:00", "07:00-19:30", "19:00-07:30", "12:00-14:00",
            "00:00-01:30", "20:15-24:00",
        ].map { ShiftPattern(key: ShiftKey($0), name: $0, window: window($0)) }
    }

    private mutating func post(_ index: Int, lenders: [String]) -> Post {
        Post(
            key: PostKey(["q", "b", "x", "a"][index]), name: "岗位\(index)",
            tier: random.pick([.overallLeader, .leader, .leader, .dutyOfficer, .keyPost, .keyPost, .standby]),
            count: random.number(1...2), cover: cover(), isOnSite: random.chance(85),
            rank: random.chance(40) ? Rank(level: random.number(0...2)) : nil,
            employment: random.chance(30) ? [.established, .contract] : [],
            qualifications: random.some(of: ["急救", "危化品"], percent: 20),
            from: random.chance(20) ? UnitID(random.pick(lenders + ["nowhere"])) : nil,
            source: random.chance(25) ? "试验" : nil, handoverMinutes: random.chance(40) ? random.pick([10, 30]) : nil)
    }

    mutating func cover() -> Cover {
        switch random.number(1...10) {
        case 1...3: return .always
        case 4...5: return .offHours
        default: break
        }
        var table: [DaySelector: [ClockWindow]] = [:]
        for kind in random.some(of: DayKind.allCases, percent: 60) { table[.kind(kind)] = windows() }
        for offset in random.some(of: [-1, 0, 1], percent: 15) { table[.date(base + offset)] = windows() }
        let labels: [DayLabel] = [.newYearsEve, .newYear1, .dragonBoat, .midAutumn, .lanterns]
        for label in random.some(of: labels, percent: 15) { table[.label(label)] = windows() }
        return .windows(table)
    }

    private mutating func windows() -> [ClockWindow] {
        let table = [
            "09:00-17:00", "17:00-09:00", "00:00-24:00", "22:30-06:15", "18:00-24:00", "12:00-12:00", "01:30-02:30",
            "02:15-02:45", "16:00-20:00",
        ]
        return (0..<random.number(0...2)).map { _ in window(random.pick(table)) }
    }

    private mutating func person(_ index: Int, units: Int) -> Person {
        let mobile = random.chance(80) ? "1000000000\(index)" : random.pick(["10000000000", "", "2345", "1000000000x"])
        return Person(
            id: PersonID(["r", "d", "w", "a", "y", "c", "f"][index]), name: "某\(index)",
            unit: Ordinal(random.number(0...(units - 1))),
            rank: random.chance(80) ? Rank(level: random.number(0...2)) : nil,
            employment: random.pick([
                .established, .established, .established, .contract, .seconded, .temporary, .guardStaff, .doorkeeper,
                .other("借用"), nil,
            ]),
            mobile: mobile, officePhone: random.chance(85) ? "0000-555010\(index)" : "",
            qualifications: random.some(of: ["急救", "危化品"], percent: 60))
    }

    private mutating func absence(_ people: Int) -> Absence {
        let day = base + random.number(-1...3)
        let isWholeDays = random.chance(50)
        let start = isWholeDays ? zone.startOfDay(day) : at(day)
        let end = isWholeDays ? zone.startOfDay(day + random.number(1...2)) : start + .minutes(random.number(1...1000))
        return Absence(
            person: Ordinal(random.number(0...(people - 1))), interval: Interval(start: start, end: end), reason: "休假")
    }

    private mutating func rules() -> RuleSettings {
        var settings: [RuleName: RuleSetting] = [:]
        for rule in random.some(of: RuleName.allCases, percent: 10) {
            settings[rule] = RuleSetting(level: random.pick([.error, .warning, .off]))
        }
        if let hours = random.pick([nil, 8, 12]) {
            settings[.rest] = RuleSetting(level: settings[.rest]?.level, hours: hours)
        }
        if let hours = random.pick([nil, nil, 12, 36]) {
            settings[.dutyLength] = RuleSetting(level: settings[.dutyLength]?.level, hours: hours)
        }
        limit(.mostDuties, &settings) { RuleSetting(level: $1, count: $0.number(1...3)) }
        limit(.mostInWindow, &settings) { RuleSetting(level: $1, count: $0.number(1...3), days: $0.number(1...4)) }
        limit(.mostConsecutive, &settings) { RuleSetting(level: $1, days: $0.number(1...3)) }
        if random.chance(25) { settings[.outranked] = RuleSetting(level: random.pick([.error, .warning])) }
        return RuleSettings(settings)
    }

    private mutating func limit(
        _ rule: RuleName, _ settings: inout [RuleName: RuleSetting],
        _ make: (inout SplitMix64, RuleSetting.Level?) -> RuleSetting
    ) {
        if random.chance(25) { settings[rule] = make(&random, settings[rule]?.level) }
    }

    /// Pairs of people, whoever they are.
    private mutating func pairs(_ people: [Person]) -> PersonPairs {
        var pairs = PersonPairs()
        if random.chance(30) { pairs.apart = [pair(people)] }
        if random.chance(10) { pairs.apart.append(pair(people)) }
        if random.chance(30) { pairs.notAway = [pair(people)] }
        return pairs
    }

    private mutating func pair(_ people: [Person]) -> PersonPair {
        let first = random.number(0...(people.count - 2))
        return PersonPair(people[first].id, people[random.number((first + 1)...(people.count - 1))].id)
    }
}
