import Calendars
package import Rosters

/// Nobody on duty outranks the leader on duty in the unit; only where the place names the rule.
package enum OutrankedRule: Rule {
    package static let name = RuleName.outranked
    package static let severity = Severity.error

    private static let place = ExamplePlace.place(rules: "outranked: {severity: error}")

    package static let good = [
        RuleExample(
            place: place,
            """
            日期,班次,带班领导,值班员
            2026-11-07,夜班,李建国,张卫东
            """),
        RuleExample(
            """
            日期,班次,带班领导,值班员
            2026-11-07,夜班,孙丽,李建国
            """),
    ]

    package static let bad = [
        RuleExample(
            place: place,
            """
            日期,班次,带班领导,值班员
            2026-11-07,夜班,孙丽,李建国
            """)
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        guard context.place.rules.isRankKept else { return [] }
        return context.place.units.indices.flatMap { unit -> [Finding] in
            let stands = context.stands.stands(unit: Ordinal(unit))
            let leaders = stands.filter { context.tier(of: $0) == .leader }
            return leaders.flatMap { leader in
                stands.compactMap { stand -> Finding? in
                    guard stand.isOwn || leader.isOwn, !context.tier(of: stand).isLeader else { return nil }
                    return finding(stand, under: leader, in: context)
                }
            }
        }
    }

    private static func finding(_ stand: Stand, under leader: Stand, in context: CheckContext) -> Finding? {
        let (own, leading) = (context.rank(of: stand), context.rank(of: leader))
        guard let own, own.outranks(leading),
            let common = stand.assignment.interval.intersection(leader.assignment.interval)
        else { return nil }
        return Finding(
            rule: name, severity: severity, unit: stand.assignment.unit, post: stand.assignment.post, interval: common,
            people: [stand.assignment.person, leader.assignment.person],
            place: context.stands.source(of: stand.isOwn ? stand : leader),
            reasons: [.outranks(own, leader: leading)])
    }
}

extension Rank {
    /// A person without rank is outranked by anybody with one.
    func outranks(_ other: Rank?) -> Bool { other.map { $0 < self } ?? true }
}

extension CheckContext {
    func tier(of stand: Stand) -> Tier { place[stand.assignment.post].tier }

    func rank(of stand: Stand) -> Rank? { place[stand.assignment.person].rank }
}
