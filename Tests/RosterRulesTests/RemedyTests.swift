import Calendars
import RandomPlaces
import RosterRules
import Rosters
import Testing

@Suite struct RemedyTests {
    /// Where all rules hold at their own severity: a remedy keeps to every rule, even to one that a place has switched off.
    private static func book(seed: Int) -> RosterBook {
        let book = RandomPlace.book(seed: seed)
        var settings: [RuleName: RuleSetting] = [:]
        for rule in RuleName.allCases {
            let own = book.place.rules[rule]
            settings[rule] = RuleSetting(hours: own.hours, count: own.count, days: own.days)
        }
        if book.place.rules.isRankKept { settings[.outranked] = RuleSetting(level: .error) }
        let place = Place(
            key: book.place.key, name: book.place.name, zone: book.place.zone, ranks: book.place.ranks,
            shifts: book.place.shifts, posts: book.place.posts, units: book.place.units, people: book.place.people,
            absences: book.place.absences,
            rules: RuleSettings(settings, pairs: book.place.rules.pairs))
        return RosterBook(calendar: book.calendar, place: place, roster: book.roster, overlapping: book.overlapping)
    }

    /// The rules about one person's duty; that a gap still lacks a second person is not that person's fault.
    private static func faults(of person: Ordinal<Person>, in report: CheckReport) -> Set<NaiveFinding> {
        let personal: [RuleName] = [
            .qualified, .eligible, .doubleBooked, .rest, .dutyLength, .onLeave, .mostDuties, .mostInWindow,
            .mostConsecutive, .apart, .outranked,
        ]
        let findings = report.findings.filter { personal.contains($0.rule) && $0.people.contains(person) }
        return Set(
            findings.map(NaiveFinding.init).map {
                var finding = $0
                finding.people = [person.index]  // others may share the finding
                return finding
            })
    }

    /// What is wrong with somebody in a gap that was not wrong before.
    private static func newFaults(
        of person: Ordinal<Person>, in gap: Finding, _ book: RosterBook, _ report: CheckReport
    )
        -> Set<NaiveFinding>?
    {
        Self.book(book, putting: person, into: gap).map {
            faults(of: person, in: Check.run($0)).subtracting(faults(of: person, in: report))
        }
    }

    private static func restsTooLittle(_ person: Ordinal<Person>, in report: CheckReport) -> Bool {
        faults(of: person, in: report).contains { $0.rule == .rest }
    }

    /// Whether somebody stands at two posts at once right before or after a gap.
    private static func isDoubleBooked(_ person: Ordinal<Person>, beside gap: Finding, in report: CheckReport) -> Bool {
        let time = NaiveSpan(gap.interval)
        return faults(of: person, in: report).contains {
            $0.rule == .doubleBooked && ($0.span.from == time.to || $0.span.to == time.from)
        }
    }

    /// The same book with one person more in a gap.
    private static func book(_ book: RosterBook, putting person: Ordinal<Person>, into gap: Finding) -> RosterBook? {
        guard let unit = gap.unit, let post = gap.post else { return nil }
        let time = stretch(of: gap, in: book)
        let added = Assignment(
            person: person, unit: unit, post: post, date: book.place.zone.date(of: time.start), interval: time)
        let roster = Roster(
            period: book.roster.period, tables: book.roster.tables, assignments: book.roster.assignments + [added])
        return RosterBook(
            calendar: book.calendar, place: book.place, roster: roster, overlapping: book.overlapping)
    }

    /// Into a roster that was never sent in nobody can be put.
    private static func isSent(_ gap: Finding, in book: RosterBook) -> Bool {
        guard let received = book.roster.period.received, let unit = gap.unit else { return true }
        return received[unit] != nil
    }

    /// What may be tried, longest first: the gap or as much of it as one duty may last, and the shifts that begin with it.
    private static func stretches(of gap: Finding, in book: RosterBook) -> [Interval] {
        let limit = Duration.seconds((book.place.rules[.dutyLength].hours ?? 24) * 3600)
        let start = gap.interval.start
        let whole = Interval(start: start, end: min(gap.interval.end, start + limit))
        let zone = book.place.zone
        let shifts = book.place.shifts.map { $0.window.interval(on: zone.date(of: start), in: zone) }
        return [whole] + shifts.filter { $0.start == start && $0.end < whole.end }.sorted { $0.end > $1.end }
    }

    /// What was tried last: the stretch of the remedies, or the shortest where nobody can stand.
    private static func stretch(of gap: Finding, in book: RosterBook) -> Interval {
        let all = stretches(of: gap, in: book)
        return gap.remedies.first?.stretch ?? all[all.count - 1]
    }

    @Test("Whoever is proposed for a gap can be put there without breaking any rule about that person")
    func remediesAreLegal() {
        var tried = 0
        for seed in 0..<300 {
            let book = Self.book(seed: seed)
            let report = Check.run(book)
            for gap in report.gaps {
                for remedy in gap.remedies {
                    #expect(Self.stretches(of: gap, in: book).contains(remedy.stretch))
                    let new = Self.newFaults(of: remedy.person, in: gap, book, report) ?? []
                    let text = new.map { $0.text(in: book.place) }
                    #expect(new.isEmpty, "seed \(seed), into \(NaiveFinding(gap).text(in: book.place)): \(text)")
                    tried += 1
                }
            }
        }
        #expect(tried > 250)
    }

    /// Not where a lender's people stand for a unit: by the first name of its own the unit keeps its own list.
    @Test("Whoever is proposed for a gap fills it: one more stands there, and no other minute is laid open")
    func remediesHelp() {
        for seed in 0..<150 {
            let book = Self.book(seed: seed)
            let report = Check.run(book)
            for gap in report.gaps where Self.isSent(gap, in: book) {
                guard let post = gap.post, let remedy = gap.remedies.first, book.place[post].from == nil,
                    let with = Self.book(book, putting: remedy.person, into: gap)
                else { continue }
                let after = Check.run(with)
                let asShort = after.gaps.filter {
                    $0.unit == gap.unit && $0.post == post && $0.interval.overlaps(remedy.stretch)
                        && ($0.have ?? 0) <= (gap.have ?? 0)
                }
                #expect(asShort.isEmpty, "seed \(seed), \(NaiveFinding(gap).text(in: book.place))")
                #expect(after.coveredMinutes >= report.coveredMinutes, "seed \(seed)")
            }
        }
    }

    /// Some people get no new fault because they have it already: somebody over a limit or with a partner, somebody unfit who stands in the very gap,
    /// somebody whose duty touches the gap and is itself too near to another one (the gap would only make it longer), and
    /// somebody who is double-booked where the gap begins or ends (the longer duty overlaps the other one, as before).
    @Test("Whoever is excluded from a gap stands there already or would break a rule by standing there")
    func exclusionsAreTrue() {
        var reasons: Set<String> = []
        for seed in 0..<200 {
            let book = Self.book(seed: seed)
            let report = Check.run(book)
            for gap in report.gaps.prefix(4) where Self.isSent(gap, in: book) {
                for exclusion in gap.excluded {
                    reasons.insert(String(String(describing: exclusion.reason).prefix { $0 != "(" }))
                    for person in exclusion.people where !gap.people.contains(person) {
                        if exclusion.reason.isOfRest,
                            Self.restsTooLittle(person, in: report)
                                || Self.isDoubleBooked(person, beside: gap, in: report)
                        {
                            continue
                        }
                        if let rule = exclusion.reason.limit,
                            Self.faults(of: person, in: report).contains(where: { $0.rule == rule })
                        {
                            continue
                        }
                        let new = Self.newFaults(of: person, in: gap, book, report) ?? []
                        let name = book.place[person].id
                        #expect(
                            !new.isEmpty,
                            "seed \(seed), \(name) \(exclusion.reason) of \(NaiveFinding(gap).text(in: book.place))")
                    }
                }
            }
        }
        #expect(reasons.count == 15, "\(reasons)")
    }

    @Test("Everybody of the unit, or of the unit that lends its people, is either proposed or excluded, once")
    func nobodyIsForgotten() {
        for seed in 0..<150 {
            let book = Self.book(seed: seed)
            for gap in Check.run(book).gaps {
                guard let unit = gap.unit, let post = gap.post else { continue }
                let home = book.place[post].from.flatMap { book.place.unit($0) } ?? unit
                let pool = book.place.people.indices.filter { book.place.people[$0].unit == home }
                let named = gap.remedies.map(\.person) + gap.excluded.flatMap(\.people)
                #expect(named.map(\.index).sorted() == pool, "seed \(seed)")
            }
        }
    }

    @Test("Those with the fewest duties are proposed first, and equals by their ids")
    func order() {
        for seed in 0..<150 {
            let book = Self.book(seed: seed)
            for gap in Check.run(book).gaps {
                let keys = gap.remedies.map { ($0.duties, book.place[$0.person].id.text) }
                #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
            }
        }
    }

    @Test("Duties are counted as runs of touching shifts, so a night of two halves is one")
    func countsDuties() {
        var office = SmallOffice()
        office.window = SmallOffice.interval("2026-11-08T08:30", "2026-11-08T20:30")
        office.stand(0, SmallOffice.leader, "2026-11-06T08:30", "2026-11-06T12:00")
        office.stand(0, SmallOffice.leader, "2026-11-06T12:00", "2026-11-06T20:30")
        office.stand(1, SmallOffice.officer, "2026-11-06T08:30", "2026-11-06T12:00")
        office.stand(1, SmallOffice.officer, "2026-11-06T13:00", "2026-11-06T20:30")
        let gap = office.report.gaps.first { $0.rule == .leader }
        #expect(gap?.remedies.map(\.duties) == [0, 0, 0, 0, 0, 0, 0, 1, 2])
        #expect(gap?.remedies.suffix(2).map(\.person.index) == [0, 1])
    }
}

extension ExclusionReason {
    fileprivate var isOfRest: Bool {
        switch self {
        case .restsUntil, .mustRestFrom: true
        default: false
        }
    }

    /// The rule of which somebody may have been in breach already.
    fileprivate var limit: RuleName? {
        switch self {
        case .tooManyDuties: .mostDuties
        case .tooManyInWindow: .mostInWindow
        case .tooManyInARow: .mostConsecutive
        case .apartFrom: .apart
        default: nil
        }
    }
}
