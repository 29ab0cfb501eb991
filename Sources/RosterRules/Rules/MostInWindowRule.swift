import Calendars
package import Rosters

/// Nobody has too many duties within so many dates in a row; without numbers there is no limit.
package enum MostInWindowRule: Rule {
    package static let name = RuleName.mostInWindow
    package static let severity = Severity.error

    private static let place = ExamplePlace.place(rules: "most-in-window: {count: 1, days: 2}")

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
        guard let limit = context.place.rules.mostInWindow else { return [] }
        var duties: [Duty] = []
        return context.place.people.indices.flatMap { person -> [Finding] in
            context.stands.gatherDuties(of: Ordinal(person), into: &duties)
            guard duties.count > limit.count else { return [] }
            let dated = context.stands.dated(duties)
            var findings: [Finding] = []
            var from = 0
            while from < dated.count {
                let inside = dated[from...].prefix { $0.day < dated[from].day + limit.days }
                if inside.count > limit.count, let last = inside.last(where: \.duty.isOwn)?.duty {
                    findings.append(
                        finding(from: dated[from].day, limit.days, have: inside.count, limit.count, last, in: context))
                    from = inside.endIndex
                } else {
                    from += 1
                }
            }
            return findings
        }
    }

    /// Stands at the last own duty of the window.
    private static func finding(
        from day: CivilDate, _ days: Int, have: Int, _ most: Int, _ last: Duty, in context: CheckContext
    ) -> Finding {
        let zone = context.place.zone
        return Finding(
            rule: name, severity: severity, unit: last.unit, post: last.post,
            interval: Interval(start: zone.startOfDay(day), end: zone.startOfDay(day + days)), needed: most,
            have: have, people: [last.person], place: context.stands.source(of: last),
            reasons: [.duty(.tooManyInWindow(count: have, limit: most, days: days))])
    }
}
