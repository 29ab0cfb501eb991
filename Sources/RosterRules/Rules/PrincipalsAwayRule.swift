import Calendars
package import Rosters

/// The principals of a unit are never away together (党政正职不得同时外出).
package enum PrincipalsAwayRule: Rule {
    package static let name = RuleName.principalsAway
    package static let severity = Severity.error

    private static let table = """
        日期,班次,值班员
        2026-11-07,夜班,孙丽
        """

    package static let good = [
        RuleExample(table),
        RuleExample(table, changes: [ExamplePlace.absence(of: "p1", from: "2026-11-07T08:00", to: "2026-11-08T08:00")]),
    ]

    package static let bad = [
        RuleExample(
            table,
            changes: [
                ExamplePlace.absence(of: "p1", from: "2026-11-07T08:00", to: "2026-11-08T08:00"),
                ExamplePlace.absence(
                    number: 2, of: "p2", from: "2026-11-07T20:00", to: "2026-11-09T08:00"),
            ])
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        context.period.requires.flatMap { requirement -> [Finding] in
            let principals = context.place[requirement.unit].principals.compactMap(context.place.person)
            return principals.indices.flatMap { first in
                principals[(first + 1)...].flatMap { second in
                    together(principals[first], second, in: context).map { common in
                        Finding(
                            rule: name, severity: severity, unit: requirement.unit, interval: common, needed: 1,
                            have: 0, people: [principals[first], second], reasons: [.duty(.bothPrincipalsAway)])
                    }
                }
            }
        }
    }

    /// When both are away, within the window of the period.
    private static func together(
        _ first: Ordinal<Person>, _ second: Ordinal<Person>, in context: CheckContext
    ) -> [Interval] {
        let others = context.absences[second.index].map(\.interval)
        return context.absences[first.index].flatMap { absence in
            others.compactMap { $0.intersection(absence.interval)?.intersection(context.window) }
        }.union()
    }
}
