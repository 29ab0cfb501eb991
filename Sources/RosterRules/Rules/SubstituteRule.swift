import Calendars
package import Rosters

/// Only people on the roster stand in for one another (非值班表人员不得顶班); whoever accepts another says why.
package enum SubstituteRule: Rule {
    package static let name = RuleName.substitute
    package static let severity = Severity.error

    private static let table = """
        日期,班次,值班员
        2026-11-07,夜班,孙丽
        """

    package static let good = [
        RuleExample(table),
        RuleExample(
            period: ExamplePlace.weekend,
            """
            日期,班次,值班员
            2026-11-07,白班,周明
            2026-11-07,夜班,孙丽
            2026-11-08,白班,周明
            """,
            changes: [ExamplePlace.relief(from: "2026-11-07T17:30", to: "2026-11-08T08:30", of: "p3", by: "p4")]),
    ]

    package static let bad = [
        RuleExample(
            table,
            changes: [ExamplePlace.relief(from: "2026-11-07T17:30", to: "2026-11-08T08:30", of: "p3", by: "p7")])
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        context.book.takeovers.filter { !$0.isOnRoster }.map { takeover in
            let table = context.tables[takeover.unit]
            return Finding(
                rule: name, severity: takeover.outsiderReason == nil ? severity : .warning, unit: takeover.unit,
                post: takeover.post, interval: takeover.interval, people: [takeover.substitute],
                place: table.map { SourcePlace(file: $0.file, line: Int(takeover.line)) },
                reasons: [.paper(.outsider(takeover.number, accepted: takeover.outsiderReason))])
        }
    }
}
