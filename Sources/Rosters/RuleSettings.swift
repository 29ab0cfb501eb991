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
    /// The rule's number, where it has one.
    package let hours: Int?

    package init(level: Level? = nil, hours: Int? = nil) {
        self.level = level
        self.hours = hours
    }
}

/// All rules of a place; a rule that is not named keeps its default.
package struct RuleSettings: Hashable, Sendable, Codable {
    private let settings: [RuleName: RuleSetting]

    package init(_ settings: [RuleName: RuleSetting] = [:]) {
        self.settings = settings
    }

    package subscript(rule: RuleName) -> RuleSetting { settings[rule] ?? RuleSetting() }

    /// How bad a finding of this rule is; nil when the place has switched the rule off.
    package func severity(_ rule: RuleName, default standard: Severity) -> Severity? {
        RuleSetting.severity(settings[rule]?.level, default: standard)
    }

    /// Shortest rest between two duties; no text sets a number, so without one there is no limit.
    package var rest: Duration? { self[.rest].hours.map { .seconds($0 * 3600) } }

    /// Longest duty, 24 h unless configured.
    package var dutyLength: Duration { .seconds((self[.dutyLength].hours ?? 24) * 3600) }
}
