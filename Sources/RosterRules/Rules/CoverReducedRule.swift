import Calendars
package import Rosters

/// On holidays and in special periods leaders and key posts stand 24 hours, unless a source allows less.
package enum CoverReducedRule: Rule {
    package static let name = RuleName.coverReduced
    package static let severity = Severity.warning

    private static func period(kind: String) -> String {
        """
        period: 2026-weekend
        kind: \(kind)
        from: 2026-11-07
        to: 2026-11-08
        source: 示例
        requires: {office: [patrol]}
        """
    }

    private static let table = """
        日期,班次,巡查岗
        2026-11-07,白班,孙丽
        2026-11-08,白班,周明
        """

    package static let good = [RuleExample(period: period(kind: "ordinary"), table)]
    package static let bad = [RuleExample(period: period(kind: "special"), table)]

    package static func findings(in context: CheckContext) -> [Finding] {
        guard context.period.kind != .ordinary else { return [] }
        return context.period.requires.flatMap { requirement in
            requirement.posts.compactMap { post in
                guard isBound(post, in: context) else { return nil }
                let window = context.window(of: requirement.unit)
                let segments = context.covers.own.segments(of: post, unit: requirement.unit)
                let required = segments.reduce(0) { $0 + $1.interval.wholeMinutes }
                let missing = window.wholeMinutes - required
                guard missing > 0 else { return nil }
                return Finding(
                    rule: name, severity: severity, unit: requirement.unit, post: post.post, interval: window,
                    needed: window.wholeMinutes, have: required, reasons: [.paper(.coverReduced(minutes: missing))])
            }
        }
    }

    /// Leaders and key posts without a source for their own, or the period's, lesser cover.
    private static func isBound(_ requirement: PostRequirement, in context: CheckContext) -> Bool {
        let (posts, post) = (context.place.posts, requirement.post.index)
        guard posts[post].tier.isLeader || posts[post].tier == .keyPost else { return false }
        return requirement.cover == nil ? posts[post].source == nil : context.period.source == nil
    }
}
