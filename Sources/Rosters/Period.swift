package import Calendars

package enum PeriodKind: String, Sendable, Codable, CaseIterable {
    case holiday
    case special
    case ordinary
}

/// A stretch of days that a notice puts under duty: which units and posts, by when, who may accept a finding.
package struct Period: Sendable, Codable {
    package enum Span: Hashable, Sendable, Codable {
        case holiday(Holiday, year: Int)
        /// Whole days, the last one inclusive.
        case dates(from: CivilDate, to: CivilDate)
        case exact(Interval)
    }

    package let key: String
    package let kind: PeriodKind
    package let span: Span
    package let source: String?
    package let requires: [UnitRequirement]
    package let due: Instant?
    /// When each unit's roster came in; nil where the place does not keep receipts.
    package let received: [Ordinal<Unit>: Instant]?
    package let acceptBy: [PersonID]

    package init(
        key: String, kind: PeriodKind, span: Span, source: String? = nil, requires: [UnitRequirement],
        due: Instant? = nil, received: [Ordinal<Unit>: Instant]? = nil, acceptBy: [PersonID] = []
    ) {
        self.key = key
        self.kind = kind
        self.span = span
        self.source = source
        self.requires = requires
        self.due = due
        self.received = received
        self.acceptBy = acceptBy
    }

    /// The same period with other demands.
    package func with(requires: [UnitRequirement], received: [Ordinal<Unit>: Instant]?) -> Period {
        Period(
            key: key, kind: kind, span: span, source: source, requires: requires, due: due, received: received,
            acceptBy: acceptBy)
    }

    /// The window of the period for a unit with these hours.
    package func window(hours: WorkingHours?, zone: Zone, calendar: HolidayCalendar) -> Interval {
        switch span {
        case .holiday(let holiday, _):
            calendar.window(of: holiday, hours: hours, zone: zone)
                ?? Interval(start: Instant(seconds: 0), end: Instant(seconds: 0))
        case .dates(let from, let to): calendar.window(from: from, to: to, zone: zone)
        case .exact(let interval): interval
        }
    }

    /// The hull of all required units' windows.
    package func window(in place: Place, calendar: HolidayCalendar) -> Interval {
        let windows = PeriodWindows(self, of: place, calendar: calendar)
        guard let first = requires.first else { return window(hours: nil, zone: place.zone, calendar: calendar) }
        return requires.dropFirst().reduce(windows[first.unit]) { $0.hull(windows[$1.unit]) }
    }
}

/// What a period asks of one unit.
package struct UnitRequirement: Hashable, Sendable, Codable {
    package let unit: Ordinal<Unit>
    package let posts: [PostRequirement]

    package init(unit: Ordinal<Unit>, posts: [PostRequirement]) {
        self.unit = unit
        self.posts = posts
    }
}

/// What a period asks of one post; nil keeps what the post says itself.
package struct PostRequirement: Hashable, Sendable, Codable {
    package let post: Ordinal<Post>
    package let count: Int?
    package let rank: Rank?
    package let cover: Cover?

    package init(post: Ordinal<Post>, count: Int? = nil, rank: Rank? = nil, cover: Cover? = nil) {
        self.post = post
        self.count = count
        self.rank = rank
        self.cover = cover
    }
}
