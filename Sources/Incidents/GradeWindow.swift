package import Calendars

/// How long a change of casualties is reported and graded anew: 国令493, art. 13.
package enum GradeWindow {
    /// 自事故发生之日起30日; 道路交通事故、火灾事故 7日.
    package static func days(type: String?) -> Int {
        let isShort = ["道路交通", "火灾"].contains { type?.contains($0) == true }
        return isShort ? 7 : 30
    }

    /// The last instant of the window; the day on which it happened does not count.
    package static func end(of facts: IncidentFacts, in zone: Zone) -> Instant {
        let first = zone.date(of: facts.happenedAt ?? facts.receivedAt)
        return zone.startOfDay(first + days(type: facts.type) + 1)
    }

    package static func isOpen(at now: Instant, for facts: IncidentFacts, in zone: Zone) -> Bool {
        now < end(of: facts, in: zone)
    }
}
