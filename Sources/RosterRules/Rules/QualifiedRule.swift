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
        let people = context.place.people
        let asked = context.place.posts.map(\.rank)
        let demands = context.place.posts.map(\.qualifications)
        let ranks = context.raisedRanks()
        return context.ownStands.compactMap { stand in
            let (person, post) = (stand.assignment.person.index, stand.assignment.post.index)
            var reasons: [FindingReason] = []
            let raised =
                ranks.isEmpty ? nil : ranks[PostOfUnit(unit: stand.assignment.unit, post: stand.assignment.post)]
            if let needed = raised ?? asked[post], people[person].rank.map({ $0.level < needed.level }) ?? true {
                reasons.append(.rankTooLow(have: people[person].rank, needed: needed))
            }
            if !demands[post].isEmpty {
                let lacking = demands[post].filter { !people[person].qualifications.contains($0) }
                if !lacking.isEmpty { reasons.append(.lacksQualifications(lacking)) }
            }
            return reasons.isEmpty
                ? nil : Finding(rule: name, severity: severity, stand: stand, in: context, reasons: reasons)
        }
    }
}

extension CheckContext {
    /// The ranks that the strictest periods over a post of a unit ask for, where they are not the post's own.
    fileprivate func raisedRanks() -> [PostOfUnit: Rank] {
        var ranks: [PostOfUnit: Rank] = [:]
        for need in needs where need.rank != place.posts[need.post.index].rank {
            let standing = PostOfUnit(unit: need.unit, post: need.post)
            if ranks[standing] == nil { ranks[standing] = need.rank }
        }
        return ranks
    }
}
