package import Rosters

/// A leader on duty in every required minute (领导干部带班).
package enum LeaderRule: Rule {
    package static let name = RuleName.leader
    package static let severity = Severity.error

    package static let good = [
        RuleExample(
            period: ExamplePlace.exactPeriod(requires: "[leader]"),
            """
            日期,班次,带班领导
            2026-11-07,夜班,李建国
            """)
    ]

    package static let bad = [
        RuleExample(
            period: ExamplePlace.exactPeriod(requires: "[leader]"),
            """
            日期,班次,带班领导
            2026-11-07,夜班,—
            """)
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        GapFindings(rule: name, context: context).all { $0.isLeader }
    }
}
