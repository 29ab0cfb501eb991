package import Rosters

/// Full headcount at every other post in every required minute (关键岗位24小时值班).
package enum KeyPostRule: Rule {
    package static let name = RuleName.keyPost
    package static let severity = Severity.error

    package static let good = [
        RuleExample(
            """
            日期,班次,值班员
            2026-11-07,夜班,孙丽
            """)
    ]

    package static let bad = [
        RuleExample(
            """
            日期,班次,值班员
            2026-11-07,夜班,
            """),
        RuleExample(
            period: ExamplePlace.exactPeriod(requires: "{officer: {count: 2}}"),
            """
            日期,班次,值班员
            2026-11-07,夜班,孙丽
            """),
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        GapFindings(rule: name, context: context).all { !$0.isLeader }
    }
}
