package import Calendars

extension RosterBook {
    /// Everybody who stands in the period or in one that overlaps it, by keys, as the published roster will say it.
    package var stands: [DutyStand] {
        ([roster] + overlapping).flatMap { roster in
            roster.assignments.map {
                DutyStand(
                    unit: place[$0.unit].id, post: place[$0.post].key, person: place[$0.person].id,
                    isPrimary: $0.isPrimary, interval: $0.interval, period: roster.period.key, version: 0)
            }
        }
    }

    /// The hull of all required units' windows.
    package var window: Interval { roster.period.window(in: place, calendar: calendar) }
}
