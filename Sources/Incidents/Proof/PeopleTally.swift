import Calendars
import Rosters

/// What the roads of all units say of single people: away, without a way, untested.
struct PeopleTally: Sendable {
    private var told: Set<PersonID> = []
    private var withoutWay: Set<PersonID> = []
    private var away: [PersonID: [Interval]] = [:]

    /// Who is told matters only where the policy wants numbers tried.
    mutating func note(_ reach: Reach, wantsTested: Bool) {
        if wantsTested { for case .person(let id) in reach.recipients { told.insert(id) } }
        withoutWay.formUnion(reach.withoutWay)
    }

    /// Named while away, though the step tells others too.
    mutating func noteLeave(of person: PersonID, _ reports: Interval) {
        away[person, default: []].append(reports)
    }

    /// What the roads of other units say.
    mutating func add(_ other: PeopleTally) {
        told.formUnion(other.told)
        withoutWay.formUnion(other.withoutWay)
        away.merge(other.away) { $0 + $1 }
    }

    func findings(in context: ProofContext) -> [RouteFinding] {
        withoutWay.sorted().compactMap { finding(.noWay, of: $0, in: context) } + untested(in: context)
            + away.keys.sorted().flatMap { person in
                away[person, default: []].union().compactMap { reports in
                    var finding = finding(.personOnLeave, of: person, during: reports, in: context)
                    finding?.remedies = context.standIns(for: person, during: reports)
                    return finding
                }
            }
    }

    private func untested(in context: ProofContext) -> [RouteFinding] {
        guard let limit = context.policy.testedWithinDays else { return [] }
        let start = context.place.zone.date(of: context.window.start)
        return told.sorted().compactMap { person in
            let testedOn = context.place.person(person).flatMap { context.place[$0].testedOn }
            let days = testedOn.map { Int(start.dayNumber - $0.dayNumber) }
            guard days.map({ $0 > limit }) ?? true else { return nil }
            var finding = finding(.wayUntested, of: person, in: context)
            finding?.measured = days
            finding?.limit = limit
            return finding
        }
    }

    private func finding(
        _ rule: RouteRule, of person: PersonID, during reports: Interval? = nil, in context: ProofContext
    ) -> RouteFinding? {
        guard let severity = context.severity(rule, usually: rule.usualSeverity) else { return nil }
        let place = context.place
        var finding = RouteFinding(
            rule: rule, severity: severity, unit: place.person(person).map { place[place[$0].unit].id },
            interval: reports ?? context.window)
        finding.person = person
        if rule == .noWay { finding.remedies = [RouteRemedy(.giveNumber(person))] }
        if rule == .wayUntested { finding.remedies = [RouteRemedy(.tryNumber(person))] }
        return finding
    }
}
