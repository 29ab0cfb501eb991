import Calendars
import DutyStore
import RosterRules
import Rosters
import Wording

/// `check --json`, field by field as DESIGN.md section 6 says.
struct CheckJSON {
    let report: CheckReport
    let place: Place
    let language: Language

    private var wording: FindingWording { FindingWording(place: place) }

    var value: JSON {
        .object([
            "period": .text(report.period), "from": .text(place.zone.iso(report.window.start)),
            "to": .text(place.zone.iso(report.window.end)), "required_minutes": .number(report.requiredMinutes),
            "covered_minutes": .number(report.coveredMinutes), "findings": .list(report.findings.map(finding)),
        ])
    }

    func finding(_ finding: Finding) -> JSON {
        .object([
            "id": .text(Fingerprint.findingID(finding.identity(in: place)).text), "rule": .text(finding.rule.rawValue),
            "severity": .text(finding.severity.rawValue), "unit": .optional(finding.unit.map { place[$0].id.text }),
            "post": .optional(finding.post.map { place[$0].key.text }),
            "from": .text(place.zone.iso(finding.interval.start)), "to": .text(place.zone.iso(finding.interval.end)),
            "needed": .optional(finding.needed), "have": .optional(finding.have), "people": ids(finding.people),
            "file": .optional(finding.place?.file), "line": .optional(finding.place?.line),
            "message": .text(wording.message(finding).text(in: language)),
            "remedies": .list(
                finding.remedies.map {
                    .object([
                        "person": .text(place[$0.person].id.text),
                        "reason": .text(wording.reason($0).text(in: language)),
                    ])
                }),
            "excluded": .list(
                finding.excluded.map {
                    .object([
                        "reason": .text(wording.reason($0).text(in: language)), "count": .number($0.people.count),
                        "people": ids($0.people),
                    ])
                }),
        ])
    }

    private func ids(_ people: [Ordinal<Person>]) -> JSON { .list(people.map { .text(place[$0].id.text) }) }
}
