import Calendars
import DutyStore
import Incidents
import RosterRules
import Rosters
import Watchkeeping
import Wording

/// The readiness report of a published period, from the database.
struct ReadinessDesk {
    let report: ReadinessReport
    let wording: ReadinessWording
    private let zone: Zone

    init(period: String, open: OpenDesk) throws {
        let store = open.store
        let (book, policy) = try InForce.load(period, from: store)
        let place = book.place
        let version = try store.publications().last { $0.period == period && $0.place == place.key }
        let accepted = try store.book(place: place.key, period: period)?.accepted.map(\.finding) ?? []
        let errors = Check.run(book).errors.map { Fingerprint.findingID($0.identity(in: place)).text }
        let state = PublishedState(
            version: version?.version ?? 0, publishedAt: version?.publishedAt ?? open.now,
            errors: errors.count { !accepted.contains($0) }, accepted: errors.count { accepted.contains($0) })
        report = ReadinessReport(
            ReadinessInput(
                book: book, published: state, checkOffs: try store.checkOffs(place: place.key, period: period),
                tests: try store.contactTests(place: place.key), handovers: policy.handoverRule,
                nilReports: try store.nilReportBook(place: place.key, period: period, at: open.now),
                testedWithinDays: policy.testedWithinDays), at: open.now)
        wording = ReadinessWording(names: Names(place: place))
        zone = place.zone
    }

    var answer: WatchAnswer {
        WatchAnswer(
            lines: [wording.title(report)] + report.lines.map { Phrase("  ") + wording.line($0) }
                + [wording.conclusion(report)],
            json: .object([
                "period": .text(report.period), "from": .text(zone.iso(report.window.start)),
                "to": .text(zone.iso(report.window.end)), "ready": .flag(report.isReady),
                "lines": .list(report.lines.map(json)),
            ]), holds: report.isReady)
    }

    func json(_ line: ReadinessReport.Line) -> JSON {
        var fields: JSON.Members = ["ready": .flag(line.isReady), "kind": .text(line.kind)]
        switch line {
        case .team(let unit, let team, let check):
            fields.merge(["unit": .text(unit.text), "item": .text("team:\(team.key)")])
            fields["checked_by"] = .optional(check?.by.text)
            fields["fault"] = .optional(check?.fault)
        case .equipment(let unit, let name, let check):
            fields.merge(["unit": .text(unit.text), "item": .text("equipment:\(name)")])
            fields["checked_by"] = .optional(check?.by.text)
            fields["fault"] = .optional(check?.fault)
        case .noLists(let unit): fields["unit"] = .text(unit.text)
        case .keys(let unit, let keys):
            fields.merge(["unit": .text(unit.text), "items": .list(keys.map { .text($0) })])
        case .wayUntested(let person, _): fields["person"] = .text(person.person.text)
        case .nilReportMissing(let due):
            fields.merge(["unit": .text(due.unit.text), "due": .text(zone.iso(due.due))])
        case .roster(let state):
            fields.merge(["version": .number(state.version), "errors": .number(state.errors)])
        case .handovers, .waysTested, .noTestDemand, .nilReports: break
        }
        return .object(fields)
    }
}

extension ReadinessReport.Line {
    /// The word of the JSON.
    fileprivate var kind: String {
        switch self {
        case .roster: "roster"
        case .team: "team"
        case .equipment: "equipment"
        case .noLists: "no-lists"
        case .handovers: "handovers"
        case .keys: "keys"
        case .waysTested: "ways-tested"
        case .wayUntested: "way-untested"
        case .noTestDemand: "no-test-demand"
        case .nilReports: "nil-reports"
        case .nilReportMissing: "nil-report-missing"
        }
    }
}
