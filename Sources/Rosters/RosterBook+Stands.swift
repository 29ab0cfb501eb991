package import Calendars

extension RosterBook {
    /// Everybody who stands in the period or in one that overlaps it, by keys, as the published roster will say it.
    ///
    /// In parts, since those of a country are too many to be copied together.
    package func stands(by slicer: some Slicer) -> [[DutyStand]] {
        let (units, posts, people) = (place.units, place.posts, place.people)
        return ([roster] + overlapping).flatMap { roster in
            let (assignments, period) = (roster.assignments, roster.period.key)
            return slicer.overRanges(of: assignments.count) { range in
                assignments[range].map {
                    DutyStand(
                        unit: units[$0.unit.index].id, post: posts[$0.post.index].key,
                        person: people[$0.person.index].id, isPrimary: $0.isPrimary, interval: $0.interval,
                        period: period, version: 0)
                }
            }
        }
    }

    /// The hull of all required units' windows.
    package var window: Interval { roster.period.window(in: place, calendar: calendar) }
}
