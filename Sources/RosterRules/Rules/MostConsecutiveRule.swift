import Calendars
package import Rosters

/// Nobody begins shifts on too many dates in a row; without a number there is no limit.
package enum MostConsecutiveRule: Rule {
    package static let name = RuleName.mostConsecutive
    package static let severity = Severity.error

    private static let place = ExamplePlace.place(rules: "most-consecutive: {days: 1}")

    package static let good = [
        RuleExample(
            place: place, period: ExamplePlace.weekend,
            """
            日期,班次,值班员
            2026-11-07,白班,周明
            2026-11-07,夜班,周明
            2026-11-08,白班,孙丽
            """)
    ]

    package static let bad = [
        RuleExample(
            place: place, period: ExamplePlace.weekend,
            """
            日期,班次,值班员
            2026-11-07,白班,周明
            2026-11-07,夜班,孙丽
            2026-11-08,白班,周明
            """)
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        guard let most = context.place.rules.mostConsecutive else { return [] }
        return context.place.people.indices.flatMap { person -> [Finding] in
            let stands = context.stands.stands(of: Ordinal(person))
            return runs(of: Set(stands.map(\.assignment.date))).compactMap { run in
                guard run.count > most else { return nil }
                let own = stands.filter { $0.isOwn && run.contains($0.assignment.date) }
                return own.max(by: isBefore).map { finding(run, most, at: $0, in: context) }
            }
        }
    }

    /// The maximal stretches of dates in a row.
    private static func runs(of dates: Set<CivilDate>) -> [ClosedRange<CivilDate>] {
        dates.sorted().reduce(into: []) { runs, date in
            if let last = runs.last, last.upperBound + 1 == date {
                runs[runs.count - 1] = last.lowerBound...date
            } else {
                runs.append(date...date)
            }
        }
    }

    private static func isBefore(_ left: Stand, _ right: Stand) -> Bool {
        let (left, right) = (left.assignment, right.assignment)
        return (left.date, left.interval, left.unit, left.post) < (right.date, right.interval, right.unit, right.post)
    }

    private static func finding(
        _ run: ClosedRange<CivilDate>, _ most: Int, at stand: Stand, in context: CheckContext
    ) -> Finding {
        let zone = context.place.zone
        return Finding(
            rule: name, severity: severity, unit: stand.assignment.unit, post: stand.assignment.post,
            interval: Interval(start: zone.startOfDay(run.lowerBound), end: zone.startOfDay(run.upperBound + 1)),
            needed: most, have: run.count, people: [stand.assignment.person], place: context.stands.source(of: stand),
            reasons: [.duty(.tooManyInARow(days: run.count, limit: most))])
    }
}
