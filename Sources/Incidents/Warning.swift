package import Calendars

/// The level of a warning (预警级别), 突发事件应对法 (2024) art. 63: 一级红 is the highest.
package enum WarningLevel: String, Sendable, Codable, CaseIterable {
    case red
    case orange
    case yellow
    case blue
}

/// The level of an emergency response (响应级别), art. 71; it need not equal the event's grade.
package enum ResponseLevel: String, Sendable, Codable, CaseIterable {
    case first = "1"
    case second = "2"
    case third = "3"
    case fourth = "4"
}

/// A standing warning (预警) with the elements of 突发事件应对法 (2024) art. 64.
package struct WarningNotice: Hashable, Sendable, Codable {
    /// 暴雨, 高温, 森林火险…
    package let kind: String
    package let level: WarningLevel
    package let from: Instant
    /// Nil: until it is lifted.
    package let until: Instant?
    package let area: String
    package let measures: String
    package let issuer: String
    package let issuedAt: Instant

    package init(
        kind: String, level: WarningLevel, from: Instant, until: Instant?, area: String, measures: String,
        issuer: String, issuedAt: Instant
    ) {
        self.kind = kind
        self.level = level
        self.from = from
        self.until = until
        self.area = area
        self.measures = measures
        self.issuer = issuer
        self.issuedAt = issuedAt
    }

    /// The same warning, raised or lowered.
    func with(level: WarningLevel) -> WarningNotice {
        WarningNotice(
            kind: kind, level: level, from: from, until: until, area: area, measures: measures, issuer: issuer,
            issuedAt: issuedAt)
    }

    /// Whether it is over.
    func isOver(at now: Instant) -> Bool { until.map { $0 <= now } ?? false }

    /// Whether it has begun and is not over.
    package func stands(at now: Instant) -> Bool { from <= now && !isOver(at: now) }
}
