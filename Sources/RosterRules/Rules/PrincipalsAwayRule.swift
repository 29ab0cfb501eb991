import Calendars
package import Rosters

/// The principals of a unit are never away together (党政正职不得同时外出), nor are the pairs that the place names.
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
            ]),
        RuleExample(
            place: ExamplePlace.place(pairs: "not_away: [[p3, p4]]"),
            """
            日期,班次,值班员
            2026-11-07,夜班,刘洋
            """,
            changes: [
                ExamplePlace.absence(of: "p3", from: "2026-11-07T08:00", to: "2026-11-08T08:00"),
                ExamplePlace.absence(number: 2, of: "p4", from: "2026-11-07T20:00", to: "2026-11-09T08:00"),
            ]),
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        let place = context.place
        let principals = context.period.requires.flatMap { requirement -> [Finding] in
            let people = place[requirement.unit].principals.compactMap(place.person)
            return people.indices.flatMap { first in
                people[(first + 1)...].flatMap { second in
                    findings(people[first], second, of: requirement.unit, .bothPrincipalsAway, in: context)
                }
            }
        }
        let pairs = place.rules.pairs.notAway.flatMap { pair -> [Finding] in
            guard let first = place.person(pair.first), let second = place.person(pair.second) else { return [] }
            return findings(first, second, of: place[first].unit, .bothAway, in: context)
        }
        return principals + pairs
    }

    private static func findings(
        _ first: Ordinal<Person>, _ second: Ordinal<Person>, of unit: Ordinal<Unit>,
        _ reason: FindingReason.DutyReason, in context: CheckContext
    ) -> [Finding] {
        together(first, second, in: context).map { common in
            Finding(
                rule: name, severity: severity, unit: unit, interval: common, needed: 1, have: 0,
                people: [first, second], reasons: [.duty(reason)])
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
