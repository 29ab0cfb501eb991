import Calendars
package import Rosters

/// No duty lasts longer than 24 hours, or whatever the place allows.
package enum DutyLengthRule: Rule {
    package static let name = RuleName.dutyLength
    package static let isLong = true
    package static let severity = Severity.error

    package static let good = [
        RuleExample(
            period: ExamplePlace.weekend,
            """
            日期,班次,值班员
            2026-11-07,全天,孙丽
            2026-11-08,白班,周明
            """)
    ]

    package static let bad = [
        RuleExample(
            period: ExamplePlace.weekend,
            """
            日期,班次,值班员
            2026-11-07,全天,孙丽
            2026-11-08,白班,孙丽
            """)
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        let limit = context.place.rules.dutyLength
        let seconds = limit.components.seconds
        var duties: [Duty] = []
        return context.place.people.indices.flatMap { person -> [Finding] in
            context.stands.gatherDuties(of: Ordinal(person), into: &duties)
            guard duties.contains(where: { $0.interval.end.seconds - $0.interval.start.seconds > seconds }) else {
                return []
            }
            return duties.filter { $0.isOwn && $0.interval.end.seconds - $0.interval.start.seconds > seconds }
                .map { duty in
                    let minutes = duty.interval.wholeMinutes
                    return Finding(
                        rule: name, severity: severity, unit: duty.unit, post: duty.post, interval: duty.interval,
                        needed: limit.wholeMinutes, have: minutes, people: [duty.person],
                        place: context.stands.source(of: context.stands.all[Int(duty.first)]),
                        reasons: [.duty(.dutyTooLong(minutes: minutes, limit: limit.wholeMinutes))])
                }
        }
    }
}
