package import Calendars
package import Rosters

/// Incidents that are told by day only, and why (夜间不告知).
package struct QuietRule: Hashable, Sendable, Codable {
    package let match: IncidentMatch
    /// The part of the day in which people are told.
    package let day: ClockWindow
    package let reason: String

    package init(match: IncidentMatch, day: ClockWindow, reason: String) {
        self.match = match
        self.day = day
        self.reason = reason
    }

    /// When people may be told; nil where that is now.
    package func opens(after now: Instant, in zone: Zone) -> Instant? {
        let today = zone.date(of: now)
        let days = [today - 1, today, today + 1].map { day.interval(on: $0, in: zone) }
        return days.contains { $0.contains(now) } ? nil : days.first { $0.start > now }?.start
    }
}

/// Which posts a standing warning puts on standby (备勤).
package struct StandbyRule: Hashable, Sendable, Codable {
    package let match: IncidentMatch
    package let posts: [PostKey]

    package init(match: IncidentMatch, posts: [PostKey]) {
        self.match = match
        self.posts = posts
    }
}
