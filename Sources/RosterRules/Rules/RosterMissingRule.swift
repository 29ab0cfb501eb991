package import Rosters

/// Every required unit has sent its roster; one that has not is a gap of its own.
package enum RosterMissingRule: Rule {
    package static let name = RuleName.rosterMissing
    package static let severity = Severity.error

    package static let good = [
        RuleExample(
            """
            日期,班次,值班员
            2026-11-07,夜班,孙丽
            """)
    ]

    package static let bad = [
        RuleExample(nil),
        RuleExample(
            period: """
                period: 2026-weekend
                kind: ordinary
                from: 2026-11-07T17:30
                to: 2026-11-08T08:30
                requires: {office: [officer]}
                due: "2026-11-05T12:00"
                received: {}
                """,
            """
            日期,班次,值班员
            2026-11-07,夜班,孙丽
            """),
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        context.period.requires.compactMap { requirement in
            let table = context.tables[requirement.unit]
            let isReceived = context.period.received.map { $0[requirement.unit] != nil } ?? (table != nil)
            guard table == nil || !isReceived else { return nil }
            return Finding(
                rule: name, severity: severity, unit: requirement.unit, interval: context.window(of: requirement.unit),
                needed: 1, have: 0, place: table.map { SourcePlace(file: $0.file, line: 1) },
                reasons: [.paper(.rosterNotSent(hasFile: table != nil))])
        }
    }
}
