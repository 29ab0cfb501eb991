import Calendars
import Incidents
import Rosters
import Wording

/// `prove --json`: findings like those of `check`, and the ladders, weakest first.
struct ProveJSON {
    let report: RoutingProofReport
    let book: RosterBook
    let language: Language
    var cores = Cores()

    private var place: Place { book.place }
    private var wording: ProofWording { ProofWording(place: place) }

    var value: JSON {
        .object([
            "period": .text(book.roster.period.key), "from": .text(place.zone.iso(report.window.start)),
            "to": .text(place.zone.iso(report.window.end)), "findings": .list(report.findings.map(finding)),
            "routes": .list(routes),
        ])
    }

    private var routes: [JSON] {
        let routes = report.routes
        return Array(joining: cores.overRanges(of: routes.count) { routes[$0].map(route) })
    }

    func finding(_ finding: RouteFinding) -> JSON {
        .object([
            "id": .text(finding.id(in: place)), "rule": .text(finding.rule.rawValue),
            "severity": .text(finding.severity.rawValue), "unit": .optional(finding.unit?.text),
            "post": .optional(finding.post?.text), "kinds": kinds(finding.kinds), "grades": grades(finding.grades),
            "ladder": .optional(finding.ladder), "step": .optional(finding.step),
            "from": .text(place.zone.iso(finding.interval.start)), "to": .text(place.zone.iso(finding.interval.end)),
            "people": .list(finding.people.map { .text($0.text) }),
            "message": .text(wording.message(finding).text(in: language)),
            "remedies": .list(
                finding.remedies.map { remedy in
                    .object([
                        "person": .optional(remedy.person?.text),
                        "action": .text(wording.action(remedy).text(in: language)),
                        "reason": .text(wording.reason(remedy).text(in: language)),
                    ])
                }),
        ])
    }

    private func route(_ route: Route) -> JSON {
        .object([
            "unit": .text(route.unit.text), "kinds": kinds(route.kinds), "grades": grades(route.grades),
            "ladder": .text(route.ladder), "first_told_minutes": .optional(route.firstTold?.wholeMinutes),
            "first_leader_minutes": .optional(route.firstLeader?.wholeMinutes), "people": .number(route.people),
            "leaves_unit": .flag(route.leavesUnit), "weakest_at": .text(place.zone.iso(route.weakestAt)),
        ])
    }

    /// `accident/危险化学品`; a category alone for its other types.
    private func kinds(_ kinds: [IncidentKind]) -> JSON { .list(kinds.map { .text($0.text) }) }

    private func grades(_ grades: [Grade?]) -> JSON { .list(grades.map { .text(RouteFinding.text($0)) }) }
}
