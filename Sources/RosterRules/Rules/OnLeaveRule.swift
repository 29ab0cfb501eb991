import Calendars
package import Rosters

/// Nobody is on duty while away.
package enum OnLeaveRule: Rule {
    package static let name = RuleName.onLeave
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
            2026-11-07,夜班,王芳
            """)
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        guard !context.place.absences.isEmpty else { return [] }
        return context.ownStands.flatMap { stand in
            context.absences[stand.assignment.person.index].compactMap { absence in
                stand.assignment.interval.intersection(absence.interval).map { common in
                    Finding(
                        rule: name, severity: severity, unit: stand.assignment.unit, post: stand.assignment.post,
                        interval: common, people: [stand.assignment.person], place: context.stands.source(of: stand),
                        reasons: [.duty(.away(reason: absence.reason))])
                }
            }
        }
    }
}
