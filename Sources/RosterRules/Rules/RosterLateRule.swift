package import Rosters

/// Rosters come in by the due time of the notice.
package enum RosterLateRule: Rule {
    package static let name = RuleName.rosterLate
    package static let severity = Severity.warning

    private static func period(received: String) -> String {
        """
        period: 2026-weekend
        kind: ordinary
        from: 2026-11-07T17:30
        to: 2026-11-08T08:30
        requires: {office: [officer]}
        due: "2026-11-05T12:00"
        received: {office: "\(received)"}
        """
    }

    private static let table = """
        日期,班次,值班员
        2026-11-07,夜班,孙丽
        """

    package static let good = [RuleExample(period: period(received: "2026-11-05T12:00"), table)]
    package static let bad = [RuleExample(period: period(received: "2026-11-05T12:01"), table)]

    package static func findings(in context: CheckContext) -> [Finding] {
        guard let due = context.period.due, let received = context.period.received else { return [] }
        return context.period.requires.compactMap { requirement in
            guard let at = received[requirement.unit], at > due else { return nil }
            let table = context.tables[requirement.unit]
            return Finding(
                rule: name, severity: severity, unit: requirement.unit, interval: context.window(of: requirement.unit),
                place: table.map { SourcePlace(file: $0.file, line: 1) },
                reasons: [.paper(.rosterLate(received: at, due: due))]
            )
        }
    }
}
