/// The rules by the names that `place.yaml` and the findings use.
package enum RuleName: String, Sendable, Codable, CaseIterable {
    case leader
    case keyPost = "key-post"
    case qualified
    case eligible
    case doubleBooked = "double-booked"
    case rest
    case dutyLength = "duty-length"
    case onLeave = "on-leave"
    case rosterMissing = "roster-missing"
    case rosterLate = "roster-late"
    case reachable
    case weekday
    case calendarProvisional = "calendar-provisional"
    case coverReduced = "cover-reduced"
    case substitute
    case handoverOverlap = "handover-overlap"
    case principalsAway = "principals-away"
    case calendarAmended = "calendar-amended"
    case mostDuties = "most-duties"
    case mostInWindow = "most-in-window"
    case mostConsecutive = "most-consecutive"
    case apart
    case outranked
}

package enum Severity: String, Sendable, Codable, Comparable {
    case error
    case warning

    /// Worst first.
    package static func < (left: Severity, right: Severity) -> Bool { left == .error && right == .warning }
}

/// What a place says of one rule.
package struct RuleSetting: Hashable, Sendable, Codable {
    package enum Level: String, Sendable, Codable {
        case error
        case warning
        case off
    }

    /// How bad a finding is at a level, nil when that switches the rule off; without a level as bad as usual.
    package static func severity(_ level: Level?, default standard: Severity) -> Severity? {
        switch level {
        case .error: .error
        case .warning: .warning
        case .off: nil
        case nil: standard
        }
    }

    /// Nil: the rule's own default.
    package let level: Level?
    /// The rule's numbers, where it has any.
    package let hours: Int?
    package let count: Int?
    package let days: Int?

    package init(level: Level? = nil, hours: Int? = nil, count: Int? = nil, days: Int? = nil) {
        self.level = level
        self.hours = hours
        self.count = count
        self.days = days
    }
}

/// All rules of a place; a rule that is not named keeps its default.
package struct RuleSettings: Hashable, Sendable, Codable {
    private let settings: [RuleName: RuleSetting]
    /// The people of whom `apart` and `principals-away` speak.
    package let pairs: PersonPairs

    package init(_ settings: [RuleName: RuleSetting] = [:], pairs: PersonPairs = PersonPairs()) {
        self.settings = settings
        self.pairs = pairs
    }

    /// The same rules over pairs of people, once these are known.
    package func with(pairs: PersonPairs) -> RuleSettings { RuleSettings(settings, pairs: pairs) }

    package subscript(rule: RuleName) -> RuleSetting { settings[rule] ?? RuleSetting() }

    /// How bad a finding of this rule is; nil when the place has switched the rule off.
    package func severity(_ rule: RuleName, default standard: Severity) -> Severity? {
        RuleSetting.severity(settings[rule]?.level, default: standard)
    }

    /// Shortest rest between two duties; no text sets a number, so without one there is no limit.
    package var rest: Duration? { self[.rest].hours.map { .seconds($0 * 3600) } }

    /// Longest duty, 24 h unless configured.
    package var dutyLength: Duration { .seconds((self[.dutyLength].hours ?? 24) * 3600) }

    /// Most duties of one person in a period; nil: no limit.
    package var mostDuties: Int? { self[.mostDuties].count }

    /// Most duties of one person within so many dates in a row; nil: no limit.
    package var mostInWindow: (count: Int, days: Int)? {
        guard let count = self[.mostInWindow].count, let days = self[.mostInWindow].days else { return nil }
        return (count, days)
    }

    /// Most dates in a row on which shifts of one person begin; nil: no limit.
    package var mostConsecutive: Int? { self[.mostConsecutive].days }

    /// Whether nobody on duty may outrank the leader on duty: only where the place says so.
    package var isRankKept: Bool { self[.outranked].level.map { $0 != .off } ?? false }
}

extension RuleSettings {
    private enum Field: CodingKey {
        case settings, pairs
    }

    /// Snapshots of before 2026-11-28 know no pairs.
    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        self.init(
            try fields.decode([RuleName: RuleSetting].self, forKey: .settings),
            pairs: try fields.decodeIfPresent(PersonPairs.self, forKey: .pairs) ?? PersonPairs())
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(settings, forKey: .settings)
        if pairs != PersonPairs() { try fields.encode(pairs, forKey: .pairs) }
    }
}
