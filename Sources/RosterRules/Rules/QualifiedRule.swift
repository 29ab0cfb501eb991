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
        return context.ownStands.compactMap { stand in
            let person = place[stand.assignment.person]
            let post = place[stand.assignment.post]
            var reasons: [FindingReason] = []
            if let needed = context.neededRank(at: stand.assignment), person.rank.map({ $0 < needed }) ?? true {
                reasons.append(.rankTooLow(have: person.rank, needed: needed))
            }
            let lacking = post.qualifications.filter { !person.qualifications.contains($0) }
            if !lacking.isEmpty { reasons.append(.lacksQualifications(lacking)) }
            return reasons.isEmpty ? nil : Finding(rule: name, severity: severity, stand: stand, reasons: reasons)
        }
    }
}

extension CheckContext {
    /// The rank that the post, or the strictest period over it, asks for.
    fileprivate func neededRank(at assignment: Assignment) -> Rank? {
        let need = needs.first { $0.unit == assignment.unit && $0.post == assignment.post }
        return need.map(\.rank) ?? place[assignment.post].rank
    }
}
