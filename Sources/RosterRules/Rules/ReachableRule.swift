import Calendars
package import Rosters

/// Whoever stands can be called in two ways, no number serves two names, and each unit has a duty phone.
package enum ReachableRule: Rule {
    package static let name = RuleName.reachable
    package static let isLong = true
    package static let severity = Severity.warning

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
            2026-11-07,夜班,刘洋
            """),
        RuleExample(
            """
            日期,班次,值班员
            2026-11-07,夜班,陈刚
            """),
        RuleExample(
            period: """
                period: 2026-weekend
                kind: ordinary
                from: 2026-11-07T17:30
                to: 2026-11-08T08:30
                requires: {office: [officer], depot: [officer]}
                """,
            """
            日期,班次,值班员
            2026-11-07,夜班,孙丽
            """),
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        var spans = [Interval?](repeating: nil, count: context.place.people.count)
        for stand in context.ownStands {
            let interval = stand.assignment.interval
            let person = stand.assignment.person.index
            spans[person] = spans[person]?.hull(interval) ?? interval
        }
        let everybody = context.place.people
        let standing = spans.indices.flatMap { person -> [Finding] in
            guard let span = spans[person], !everybody[person].hasValidMobile || everybody[person].officePhone.isEmpty
            else { return [] }
            return people(Ordinal(person), span: span, in: context.place)
        }
        return standing + sharedNumbers(spans, in: context.place) + units(in: context)
    }

    private static func people(_ ordinal: Ordinal<Person>, span: Interval, in place: Place) -> [Finding] {
        let person = place[ordinal]
        func finding(needed: Int, have: Int, _ reason: FindingReason) -> Finding {
            Finding(
                rule: name, severity: severity, unit: person.unit, interval: span, needed: needed, have: have,
                people: [ordinal], reasons: [reason])
        }
        var findings: [Finding] = []
        if !person.hasValidMobile {
            findings.append(finding(needed: 1, have: 0, .contact(.invalidMobile(person.mobile))))
        }
        if person.officePhone.isEmpty { findings.append(finding(needed: 2, have: 1, .contact(.noSecondWay))) }
        return findings
    }

    /// One finding for each mobile number that several people of the place give as theirs.
    private static func sharedNumbers(_ spans: [Interval?], in place: Place) -> [Finding] {
        let everybody = place.people
        let all = everybody.indices.filter { !everybody[$0].mobile.isEmpty }
        let mobiles = all.map { everybody[$0].mobile }
        let shared = TextIndex(count: all.count) { mobiles[$0] }.shared { mobiles[$0] }
        let groups = shared.map { (number: mobiles[$0[0]], people: $0.map { Ordinal<Person>(all[$0]) }) }
        return groups.sorted { $0.number < $1.number }.compactMap { number, people in
            let onDuty = people.compactMap { spans[$0.index] }
            guard let first = onDuty.first else { return nil }
            return Finding(
                rule: name, severity: severity, unit: people.first { spans[$0.index] != nil }.map { place[$0].unit },
                interval: onDuty.dropFirst().reduce(first) { $0.hull($1) }, needed: people.count, have: 1,
                people: people, reasons: [.contact(.sharedNumber(number))])
        }
    }

    private static func units(in context: CheckContext) -> [Finding] {
        context.period.requires.filter { context.place.units[$0.unit.index].dutyPhone.isEmpty }.map { requirement in
            Finding(
                rule: name, severity: severity, unit: requirement.unit, interval: context.window(of: requirement.unit),
                needed: 1, have: 0, reasons: [.contact(.noDutyPhone)])
        }
    }
}
