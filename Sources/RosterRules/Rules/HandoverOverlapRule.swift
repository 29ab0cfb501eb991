import Calendars
package import Rosters

/// Where a post asks for it, the incoming stand beside the outgoing for some minutes (提前10–15分钟到岗交接).
package enum HandoverOverlapRule: Rule {
    package static let name = RuleName.handoverOverlap
    package static let severity = Severity.error

    private static let period = """
        period: 2026-weekend
        kind: ordinary
        from: 2026-11-07T08:30
        to: 2026-11-08T08:30
        requires: {office: [desk]}
        received: {office: "2026-11-05T10:00"}
        """

    package static let good = [
        RuleExample(
            period: period,
            """
            日期,班次,总机台
            2026-11-07,白班,孙丽
            2026-11-07,早接夜班,周明
            """)
    ]

    package static let bad = [
        RuleExample(
            period: period,
            """
            日期,班次,总机台
            2026-11-07,白班,孙丽
            2026-11-07,夜班,周明
            """)
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        guard context.place.posts.contains(where: { $0.handoverMinutes != nil }) else { return [] }
        return context.needs.flatMap { need -> [Finding] in
            guard let minutes = context.place.posts[need.post.index].handoverMinutes else { return [] }
            let stands = Array(context.stands.stands(for: need, in: context.place))
            return stands.filter(\.isOwn).compactMap { outgoing in
                overlap(of: outgoing, with: stands, need: need, minutes: minutes, in: context)
            }
        }
    }

    /// A finding where those who come when somebody goes come too late; a post that nobody takes over is a gap.
    private static func overlap(
        of outgoing: Stand, with stands: [Stand], need: CoverNeed, minutes: Int, in context: CheckContext
    ) -> Finding? {
        let assignment = outgoing.assignment
        let end = assignment.interval.end
        guard need.isAsked(at: end), need.isAsked(at: end - .seconds(1)) else { return nil }
        let following = stands.map(\.assignment).filter { $0.interval.contains(end) }
        guard !following.contains(where: { $0.person == assignment.person }) else { return nil }
        let incoming = following.filter { $0.interval.start > assignment.interval.start }
        guard let first = incoming.map(\.interval.start).min() else { return nil }
        let have = Interval(start: first, end: end).wholeMinutes
        guard have < minutes else { return nil }
        return Finding(
            rule: name, severity: severity, unit: assignment.unit, post: assignment.post,
            interval: Interval(start: end - .seconds(Int64(minutes) * 60), end: end), needed: minutes, have: have,
            people: ([assignment.person] + incoming.filter { $0.interval.start == first }.map(\.person)).uniqued(),
            place: context.stands.source(of: outgoing),
            reasons: [.duty(.handoverTooShort(minutes: have, needed: minutes))])
    }
}

extension CoverNeed {
    fileprivate func isAsked(at instant: Instant) -> Bool { segments.contains { $0.interval.contains(instant) } }
}
