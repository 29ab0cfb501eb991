import Calendars
package import Rosters

/// Enough rest between two duties of one person; without a number in `place.yaml` there is no limit.
package enum RestRule: Rule {
    package static let name = RuleName.rest
    package static let isLong = true
    package static let severity = Severity.error

    package static let good = [
        RuleExample(
            period: ExamplePlace.weekend,
            """
            日期,班次,值班员
            2026-11-07,白班,孙丽
            2026-11-07,夜班,周明
            2026-11-08,白班,孙丽
            """)
    ]

    package static let bad = [
        RuleExample(
            period: ExamplePlace.weekend,
            """
            日期,班次,值班员,危化品监管岗
            2026-11-07,白班,孙丽,
            2026-11-07,夜班,周明,孙丽
            2026-11-08,白班,孙丽,周明
            """)
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        guard let rest = context.place.rules.rest else { return [] }
        var duties: [Duty] = []
        return context.place.people.indices.flatMap { person -> [Finding] in
            context.stands.gatherDuties(of: Ordinal(person), into: &duties)
            guard duties.count > 1, isShort(rest, between: duties) else { return [] }
            return [true, false].flatMap { isOnSite in
                tooShort(rest, between: duties.filter { context.place[$0.post].isOnSite == isOnSite }, in: context)
            }
        }
    }

    /// Whether any duty begins too soon after any other has ended, wherever they are stood.
    private static func isShort(_ rest: Duration, between duties: [Duty]) -> Bool {
        let seconds = rest.components.seconds
        return duties.indices.contains { later in
            duties.indices.contains { earlier in
                let pause = duties[later].interval.start.seconds - duties[earlier].interval.end.seconds
                return earlier != later && pause >= 0 && pause < seconds
            }
        }
    }

    /// Holds each duty against those that ended last before it began; overlaps belong to `double-booked`.
    private static func tooShort(_ rest: Duration, between duties: [Duty], in context: CheckContext) -> [Finding] {
        duties.compactMap { duty in
            let before = duties.filter { $0.interval.end <= duty.interval.start && $0 != duty }
            guard let end = before.map(\.interval.end).max(), duty.interval.start - end < rest,
                duty.isOwn || before.contains(where: { $0.interval.end == end && $0.isOwn })
            else { return nil }
            let minutes = (duty.interval.start - end).wholeMinutes
            return Finding(
                rule: name, severity: severity, unit: duty.unit, post: duty.post,
                interval: Interval(start: end, end: duty.interval.start), needed: rest.wholeMinutes,
                have: minutes, people: [duty.person],
                place: context.stands.source(of: context.stands.all[Int(duty.first)]),
                reasons: [.duty(.restTooShort(minutes: minutes, needed: rest.wholeMinutes))])
        }
    }
}
