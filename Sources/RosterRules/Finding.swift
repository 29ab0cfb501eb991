package import Calendars
package import Rosters

/// The first 12 hex digits of SHA-256 over a finding's identity: another gap is another id.
package typealias FindingID = Key<Finding>

/// Something that a rule found, with where it stands and why it matters.
package struct Finding: Hashable, Sendable {
    package let rule: RuleName
    package let severity: Severity
    package let unit: Ordinal<Unit>?
    package let post: Ordinal<Post>?
    package let interval: Interval
    /// What the rule asks for and what there is, in the rule's own measure (people, minutes, days).
    package let needed: Int?
    package let have: Int?
    package let people: [Ordinal<Person>]
    package let place: SourcePlace?
    /// One, or several where different faults share one identity.
    package let reasons: [FindingReason]
    package let remedies: [Remedy]
    package let excluded: [Exclusion]

    package init(
        rule: RuleName, severity: Severity, unit: Ordinal<Unit>? = nil, post: Ordinal<Post>? = nil, interval: Interval,
        needed: Int? = nil, have: Int? = nil, people: [Ordinal<Person>] = [], place: SourcePlace? = nil,
        reasons: [FindingReason], remedies: [Remedy] = [], excluded: [Exclusion] = []
    ) {
        self.rule = rule
        self.severity = severity
        self.unit = unit
        self.post = post
        self.interval = interval
        self.needed = needed
        self.have = have
        self.people = people
        self.place = place
        self.reasons = reasons
        self.remedies = remedies
        self.excluded = excluded
    }
}

/// A line of a planner's file.
package struct SourcePlace: Hashable, Sendable {
    package let file: String
    package let line: Int

    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}

/// Why a finding stands: a value that log, page and message all show.
package enum FindingReason: Hashable, Sendable {
    /// Fewer people than the post needs; the period whose requirement is the strictest.
    case gap(period: String)
    case rankTooLow(have: Rank?, needed: Rank)
    case lacksQualifications([String])
    case employmentNotAllowed(Employment?, allowed: [Employment])
    case neverEligible(Employment)
    case alsoAt(unit: Ordinal<Unit>, post: Ordinal<Post>)
    case alsoThere
    /// Of a higher rank than the leader on duty; nil for a leader without one.
    case outranks(Rank, leader: Rank?)
    case duty(DutyReason)
    case paper(PaperReason)
    case contact(ContactReason)

    /// About one person's duties.
    package enum DutyReason: Hashable, Sendable {
        case restTooShort(minutes: Int, needed: Int)
        case dutyTooLong(minutes: Int, limit: Int)
        case away(reason: String)
        /// The incoming stood beside the outgoing for less than the post asks for.
        case handoverTooShort(minutes: Int, needed: Int)
        case bothPrincipalsAway
        /// Two people who must not be away at the same time.
        case bothAway
        case togetherOnDuty
        case tooManyDuties(count: Int, limit: Int)
        case tooManyInWindow(count: Int, limit: Int, days: Int)
        case tooManyInARow(days: Int, limit: Int)
    }

    /// About what was sent in and what it was held against.
    package enum PaperReason: Hashable, Sendable {
        case rosterNotSent(hasFile: Bool)
        case rosterLate(received: Instant, due: Instant)
        case wrongWeekday(date: CivilDate, written: String)
        case provisionalCalendar(years: [Int])
        case coverReduced(minutes: Int)
        /// A substitute who is not on the roster, and why that was accepted.
        case outsider(ChangeNumber, accepted: String?)
        /// The notice of the year was amended: the window before, and the days of another kind now.
        case calendarAmended(year: Int, before: Interval, days: [ChangedDay])
    }

    /// About how somebody can be reached.
    package enum ContactReason: Hashable, Sendable {
        case invalidMobile(String)
        case noSecondWay
        case sharedNumber(String)
        case noDutyPhone
    }
}

/// A day that an amended notice made another kind of day.
package struct ChangedDay: Hashable, Sendable {
    package let date: CivilDate
    package let kind: DayKind

    package init(date: CivilDate, kind: DayKind) {
        self.date = date
        self.kind = kind
    }
}

/// Somebody who could legally stand in a gap.
package struct Remedy: Hashable, Sendable {
    package let person: Ordinal<Person>
    /// Duties in this period so far.
    package let duties: Int
    /// The stretch that was tried: the gap, or its beginning up to the longest allowed duty.
    package let stretch: Interval

    package init(person: Ordinal<Person>, duties: Int, stretch: Interval) {
        self.person = person
        self.duties = duties
        self.stretch = stretch
    }
}

/// Why a group of people cannot stand in a gap.
package struct Exclusion: Hashable, Sendable {
    package let reason: ExclusionReason
    package let people: [Ordinal<Person>]

    package init(reason: ExclusionReason, people: [Ordinal<Person>]) {
        self.reason = reason
        self.people = people
    }
}

package enum ExclusionReason: Hashable, Sendable {
    case alreadyThere
    case rankTooLow(needed: Rank)
    case lacksQualifications([String])
    case notEligible
    case onLeave
    case onDutyElsewhere
    case restsUntil(Instant)
    case mustRestFrom(Instant)
    case dutyWouldBeTooLong
    case tooManyDuties(limit: Int)
    case tooManyInWindow(limit: Int, days: Int)
    case tooManyInARow(limit: Int)
    /// On duty at that time, and the two must not be together.
    case apartFrom(Ordinal<Person>)
    case outranksLeader(Ordinal<Person>)
    case outrankedBy(Ordinal<Person>)
}

/// What `check` found out about a period.
package struct CheckReport: Sendable {
    package let period: String
    package let window: Interval
    /// Sum over unit × post of required minutes, not times headcount.
    package let requiredMinutes: Int
    /// Of these, the minutes at full headcount.
    package let coveredMinutes: Int
    /// Errors first, then by start, unit, post and rule.
    package let findings: [Finding]

    package init(period: String, window: Interval, requiredMinutes: Int, coveredMinutes: Int, findings: [Finding]) {
        self.period = period
        self.window = window
        self.requiredMinutes = requiredMinutes
        self.coveredMinutes = coveredMinutes
        self.findings = findings
    }

    package var errors: [Finding] { findings.filter { $0.severity == .error } }
}

extension Finding {
    /// What the id is a digest of: `rule|unit|post|from|to|needed|have`, an absent part empty.
    package func identity(in place: Place) -> String {
        let parts: [String?] = [
            rule.rawValue, unit.map { place[$0].id.text }, post.map { place[$0].key.text },
            place.zone.iso(interval.start), place.zone.iso(interval.end), needed.map(String.init),
            have.map(String.init),
        ]
        return parts.map { $0 ?? "" }.joined(separator: "|")
    }
}

extension Finding {
    /// A finding about one assignment.
    init(rule: RuleName, severity: Severity, stand: Stand, in context: CheckContext, reasons: [FindingReason]) {
        self.init(
            rule: rule, severity: severity, unit: stand.assignment.unit, post: stand.assignment.post,
            interval: stand.assignment.interval, people: [stand.assignment.person],
            place: context.stands.source(of: stand),
            reasons: reasons)
    }
}
