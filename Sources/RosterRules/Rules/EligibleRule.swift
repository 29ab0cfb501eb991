package import Rosters

/// 必须正式在编；不得雇请临时人员、保安、门卫 (襄樊, 值班工作规定).
package enum EligibleRule: Rule {
    package static let name = RuleName.eligible
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
            2026-11-07,夜班,赵强
            """)
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        let people = context.place.people
        let allowed = context.place.posts.map(\.employment)
        return context.ownStands.compactMap { stand in
            let (person, post) = (stand.assignment.person.index, stand.assignment.post.index)
            guard people[person].mayNotStand(amongst: allowed[post]) else { return nil }
            let employment = people[person].employment
            let reason: FindingReason =
                if let employment, employment.isNeverEligible {
                    .neverEligible(employment)
                } else {
                    .employmentNotAllowed(employment, allowed: allowed[post])
                }
            return Finding(rule: name, severity: severity, stand: stand, in: context, reasons: [reason])
        }
    }
}
