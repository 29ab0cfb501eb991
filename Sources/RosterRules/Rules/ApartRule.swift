import Calendars
package import Rosters

/// Some people are never on duty at the same time (正副职、夫妻), wherever they stand.
package enum ApartRule: Rule {
    package static let name = RuleName.apart
    package static let severity = Severity.error

    private static let place = ExamplePlace.place(pairs: "apart: [[李建国, 孙丽]]")

    package static let good = [
        RuleExample(
            place: place,
            """
            日期,班次,带班领导,值班员
            2026-11-07,夜班,张卫东,孙丽
            """)
    ]

    package static let bad = [
        RuleExample(
            place: place,
            """
            日期,班次,带班领导,值班员
            2026-11-07,夜班,李建国,孙丽
            """)
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        context.place.rules.pairs.apart.flatMap { pair -> [Finding] in
            guard let first = context.place.person(pair.first), let second = context.place.person(pair.second) else {
                return []
            }
            let (one, other) = (context.stands.stands(of: first), context.stands.stands(of: second))
            let common = one.flatMap { stand in
                other.filter { stand.isOwn || $0.isOwn }
                    .compactMap { $0.assignment.interval.intersection(stand.assignment.interval) }
            }
            return common.union().compactMap { finding($0, [first, second], one + other, in: context) }
        }
    }

    /// Stands at the first own shift of either.
    private static func finding(
        _ common: Interval, _ people: [Ordinal<Person>], _ stands: [Stand], in context: CheckContext
    ) -> Finding? {
        let own = stands.filter { $0.isOwn && $0.assignment.interval.overlaps(common) }
        let first = own.min { left, right in
            let (left, right) = (left.assignment, right.assignment)
            return (left.interval, left.unit, left.post) < (right.interval, right.unit, right.post)
        }
        return first.map { stand in
            Finding(
                rule: name, severity: severity, unit: stand.assignment.unit, post: stand.assignment.post,
                interval: common, needed: 1, have: 2, people: people, place: context.stands.source(of: stand),
                reasons: [.duty(.togetherOnDuty)])
        }
    }
}
