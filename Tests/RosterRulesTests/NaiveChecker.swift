import Calendars
import RosterRules
import Rosters

/// The twin of ``Check``: it looks at every minute of every post and keeps no cleverness.
struct NaiveChecker {
    let book: RosterBook
    let clock: NaiveClock
    let days: NaiveDays
    /// All assignments of this and the overlapping periods.
    let stands: [NaiveStand]
    /// What every period asks of a required post of a unit, this one first.
    private var demands: [UnitPost: [NaiveDemand]] = [:]

    private struct UnitPost: Hashable {
        let unit: Int
        let post: Int
    }

    init(_ book: RosterBook) {
        self.book = book
        self.clock = NaiveClock(book.place.zone)
        self.days = NaiveDays(notices: book.calendar.notices, clock: clock)
        self.stands =
            Self.sent(book.roster).map { NaiveStand($0, isOwn: true) }
            + book.overlapping.flatMap { Self.sent($0).map { NaiveStand($0, isOwn: false) } }
        for requirement in period.requires {
            let unit = requirement.unit.index
            for post in requirement.posts.map(\.post.index) {
                demands[UnitPost(unit: unit, post: post)] = workOutDemands(unit, post)
            }
        }
    }

    /// What a unit never sent in covers nothing (DESIGN section 6), even where a file lies in the folder.
    private static func sent(_ roster: Roster) -> [Assignment] {
        roster.assignments.filter { roster.period.received == nil || roster.period.received?[$0.unit] != nil }
    }

    var place: Place { book.place }
    var period: Period { book.roster.period }

    func report() -> NaiveReport {
        var report = NaiveReport()
        for requirement in period.requires {
            for post in requirement.posts {
                walk(requirement.unit.index, post.post.index, into: &report)
            }
        }
        report.findings += ruleFindings()
        report.findings = merged(report.findings.compactMap(withSeverityOfPlace))
        return report
    }

    func window(_ unit: Int, of period: Period) -> NaiveSpan {
        days.window(of: period, hours: place.units[unit].hours)
    }

    func window(_ unit: Int) -> NaiveSpan { window(unit, of: period) }

    /// Empty for a post that this period does not require.
    func demands(_ unit: Int, _ post: Int) -> [NaiveDemand] {
        demands[UnitPost(unit: unit, post: post)] ?? []
    }

    private func workOutDemands(_ unit: Int, _ post: Int) -> [NaiveDemand] {
        ([period] + book.overlapping.map(\.period)).flatMap { period in
            period.requires.filter { $0.unit.index == unit }.flatMap(\.posts).filter { $0.post.index == post }.map {
                demand($0, unit, in: period)
            }
        }
    }

    private func demand(_ requirement: PostRequirement, _ unit: Int, in period: Period) -> NaiveDemand {
        let post = place.posts[requirement.post.index]
        let window = window(unit, of: period)
        return NaiveDemand(
            window: window, count: requirement.count ?? post.count,
            rank: [post.rank?.level, requirement.rank?.level].compactMap { $0 }.max(),
            asked: NaiveCover(
                requirement.cover ?? post.cover, hours: place.units[unit].hours, within: window, days: days
            ).answers(in: window))
    }

    /// Whoever stands for this post: the unit's own, else those at the lender's same post, or its first of that tier.
    func standsServing(_ unit: Int, _ post: Int) -> [NaiveStand] {
        let own = stands.filter { $0.unit == unit && $0.post == post }
        guard own.isEmpty, let from = place.posts[post].from,
            let lender = place.units.firstIndex(where: { $0.id == from })
        else { return own }
        let same = stands.filter { $0.unit == lender && $0.post == post }
        guard same.isEmpty else { return same }
        let tier = place.posts[post].tier
        let equal = place.units[lender].posts.first { place.posts[$0.index].tier == tier }
        return stands.filter { $0.unit == lender && $0.post == equal?.index }
    }

    /// Looks at every minute of a post and glues what is equally short of people.
    private func walk(_ unit: Int, _ post: Int, into report: inout NaiveReport) {
        let window = window(unit)
        let demands = demands(unit, post)
        let present = presence(of: standsServing(unit, post), in: window)
        let rule: RuleName = place.posts[post].tier.isLeader ? .leader : .keyPost
        var open: NaiveGap?
        var next = window.from
        while next < window.to {
            let minute = next
            next += 1
            var needed = 0
            for demand in demands { needed = max(needed, demand.count(at: minute)) }
            if needed > 0 { report.requiredMinutes += 1 }
            let people = present[minute - window.from]
            if people.nonzeroBitCount >= needed {
                if needed > 0 { report.coveredMinutes += 1 }
            } else if let gap = open, gap.continues(at: minute, needed: needed, people: people) {
                open?.span.to = minute + 1
                open?.people |= people
            } else {
                if let gap = open { report.findings.append(gap.finding(rule, unit, post)) }
                open = NaiveGap(minute: minute, needed: needed, people: people)
            }
        }
        if let gap = open { report.findings.append(gap.finding(rule, unit, post)) }
    }

    /// For every minute of a window the set of people there, one bit for each.
    private func presence(of stands: [NaiveStand], in window: NaiveSpan) -> [Int] {
        var present = [Int](repeating: 0, count: window.length)
        for stand in stands {
            let (from, to) = (max(stand.span.from, window.from), min(stand.span.to, window.to))
            var minute = from
            while minute < to {
                present[minute - window.from] |= 1 << stand.person
                minute += 1
            }
        }
        return present
    }

    private func withSeverityOfPlace(_ finding: NaiveFinding) -> NaiveFinding? {
        var finding = finding
        switch place.rules[finding.rule].level {
        case .off: return nil
        case .error: finding.severity = .error
        case .warning: finding.severity = .warning
        case nil: break
        }
        return finding
    }

    /// Findings of one identity are one finding that names everybody.
    private func merged(_ findings: [NaiveFinding]) -> [NaiveFinding] {
        var result: [NaiveFinding] = []
        for finding in findings {
            if let index = result.firstIndex(where: { $0.hasIdentity(of: finding) }) {
                result[index].people = Set(result[index].people + finding.people).sorted()
            } else {
                result.append(finding)
            }
        }
        return result
    }
}

/// What one period asks of one post of one unit.
struct NaiveDemand {
    let window: NaiveSpan
    let count: Int
    let rank: Int?
    /// For every minute of the window.
    let asked: [Bool]

    /// How many people it asks for at a minute.
    func count(at minute: Int) -> Int {
        window.has(minute) && asked[minute - window.from] ? count : 0
    }
}

/// An assignment as bare numbers.
struct NaiveStand: Hashable {
    let person: Int
    let unit: Int
    let post: Int
    let span: NaiveSpan
    /// The shift's date.
    let day: Int
    let isOwn: Bool

    init(_ assignment: Assignment, isOwn: Bool) {
        self.person = assignment.person.index
        self.unit = assignment.unit.index
        self.post = assignment.post.index
        self.span = NaiveSpan(assignment.interval)
        self.day = Int(assignment.date.dayNumber)
        self.isOwn = isOwn
    }
}

/// Minutes of one post with the same shortage.
private struct NaiveGap {
    var span: NaiveSpan
    let needed: Int
    let have: Int
    var people: Int

    init(minute: Int, needed: Int, people: Int) {
        self.span = NaiveSpan(from: minute, to: minute + 1)
        self.needed = needed
        self.have = people.nonzeroBitCount
        self.people = people
    }

    func continues(at minute: Int, needed: Int, people: Int) -> Bool {
        span.to == minute && self.needed == needed && have == people.nonzeroBitCount
    }

    func finding(_ rule: RuleName, _ unit: Int, _ post: Int) -> NaiveFinding {
        NaiveFinding(
            rule: rule, unit: unit, post: post, span: span, needed: needed, have: have,
            people: (0..<63).filter { people & (1 << $0) != 0 })
    }
}
