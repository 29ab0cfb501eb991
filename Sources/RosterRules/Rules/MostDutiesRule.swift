import Calendars
package import Rosters

/// Nobody has more duties in a period than the place allows; without a number there is no limit.
package enum MostDutiesRule: Rule {
    package static let name = RuleName.mostDuties
    package static let severity = Severity.error

    private static let place = ExamplePlace.place(rules: "most-duties: {count: 1}")

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
        guard let most = context.place.rules.mostDuties else { return [] }
        var duties: [Duty] = []
        return context.place.people.indices.compactMap { person in
            context.stands.gatherDuties(of: Ordinal(person), into: &duties)
            let own = duties.filter(\.isOwn)
            guard own.count > most, let last = own.last else { return nil }
            return Finding(
                rule: name, severity: severity, unit: last.unit, post: last.post,
                interval: own.dropFirst().reduce(own[0].interval) { $0.hull($1.interval) }, needed: most,
                have: own.count, people: [Ordinal(person)], place: context.stands.source(of: last),
                reasons: [.duty(.tooManyDuties(count: own.count, limit: most))])
        }
    }
}
