package import Rosters

/// Whoever stands has the rank and the qualifications of the post.
package enum QualifiedRule: Rule {
    package static let name = RuleName.qualified
    package static let severity = Severity.error

    package static let good = [
        RuleExample(
            period: ExamplePlace.exactPeriod(requires: "[leader, hazmat]"),
            """
            日期,班次,带班领导,危化品监管岗
            2026-11-07,夜班,李建国,孙丽
            """)
    ]

    package static let bad = [
        RuleExample(
            period: ExamplePlace.exactPeriod(requires: "[leader]"),
            """
            日期,班次,带班领导
            2026-11-07,夜班,周明
            """),
        RuleExample(
            period: ExamplePlace.exactPeriod(requires: "[hazmat]"),
            """
            日期,班次,危化品监管岗
            2026-11-07,夜班,李建国
            """),
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        let place = context.place
        let ranks = context.neededRanks()
        return context.ownStands.compactMap { stand in
            let person = place[stand.assignment.person]
            let post = place[stand.assignment.post]
            var reasons: [FindingReason] = []
            let standing = PostOfUnit(unit: stand.assignment.unit, post: stand.assignment.post)
            if let needed = ranks[standing] ?? post.rank, person.rank.map({ $0 < needed }) ?? true {
                reasons.append(.rankTooLow(have: person.rank, needed: needed))
            }
            let lacking = post.qualifications.filter { !person.qualifications.contains($0) }
            if !lacking.isEmpty { reasons.append(.lacksQualifications(lacking)) }
            return reasons.isEmpty ? nil : Finding(rule: name, severity: severity, stand: stand, reasons: reasons)
        }
    }
}

extension CheckContext {
    /// The ranks that the posts, or the strictest periods over them, ask for; nil where none is asked for.
    fileprivate func neededRanks() -> [PostOfUnit: Rank?] {
        Dictionary(
            needs.map { (PostOfUnit(unit: $0.unit, post: $0.post), $0.rank) }, uniquingKeysWith: { first, _ in first })
    }
}
