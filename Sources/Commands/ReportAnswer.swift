import Calendars
import Dispatching
import DutyStore
import Incidents
import Rosters
import Wording

/// What the desk answers to a report: its number, who is being told, and whom to call when nothing runs.
struct ReportAnswer {
    let open: OpenDesk
    let incident: Incident
    let output: OutputOptions

    private var zone: Zone { open.lookup.zone }

    func say() throws {
        let names = Names(place: try? open.desk.duty(at: open.now, for: incident.facts.unit).board.place)
        let wording = IncidentWording(incident: incident, zone: zone, names: names)
        output.say(open.mark + DeskWording.accepted(incident.number))
        output.say(
            Phrase("  ") + Phrase(incident.facts.what) + Phrase(zh: "，", en: ", ") + Phrase(incident.facts.place))
        output.say(
            Phrase(zh: "  类别：", en: "  kind ") + wording.kind + Phrase(zh: "，级别：", en: ", grade ") + wording.grade)
        if incident.escalation.isUnroutable || incident.escalation.told.isEmpty {
            output.say(open.mark + DeskWording.unroutable)
        } else {
            output.say(open.mark + DeskWording.telling + Phrase(zh: "：", en: ":"))
            for told in incident.escalation.told {
                let post = told.post.map { " \(told.unit.map(names.unit) ?? "") \(names.post($0))" } ?? ""
                output.say(
                    Phrase("  ") + DeskWording.call(names, told.recipient) + Phrase(post + "  ← ")
                        + names.target(told.target)
                        + (told.turn.map { Phrase(zh: "，", en: ", ") + $0.phrase } ?? Phrase("")))
            }
        }
        if let next = incident.escalation.nextStepAt { output.say(DeskWording.nextStep(at: zone.civil(next))) }
        if !incident.clocks.isEmpty { output.say(DeskWording.reportedUpward + Phrase(zh: "：", en: ":")) }
        for clock in incident.clocks {
            output.say(Phrase("  ") + ClockWording(zone: zone, names: names).line(clock))
        }
        sayHelp(names)
        if try open.isEngineRunning {
            output.note(DeskWording.engineRuns)
        } else {
            try open.warnWithoutEngine(output, about: incident.number)
        }
    }

    /// What the officer needs next: what to ask and do, how to grade, and what may be the same incident.
    private func sayHelp(_ names: Names) {
        if let card = incident.policy.card(for: incident.facts) {
            for line in CardWording(card: card).lines { output.say(line) }
        }
        if incident.grading.grade == nil, let checklist = incident.policy.checklist(for: incident.facts) {
            for line in ChecklistWording(checklist: checklist, incident: incident.number).lines { output.say(line) }
        }
        for other in duplicates {
            output.say(open.mark + DuplicateWording.offer(incident.number, into: other, database: open.hint))
        }
    }

    private var duplicates: [IncidentNumber] { (try? open.desk.duplicates(of: incident)) ?? [] }

    func json() throws -> JSON {
        let reasons = try open.store.ledger(of: incident.number).map {
            RecordWording(names: Names(place: open.lookup.place)).text($0.record).text(in: output.resolvedLanguage)
        }
        var fields = IncidentJSON(incident: incident, zone: zone, isDrill: open.store.clock.isDrill).summary
        fields["reasons"] = .list(reasons.map(JSON.text))
        fields["duplicates"] = .list(duplicates.map { .text($0.description) })
        fields["card"] = .optional(incident.policy.card(for: incident.facts)?.title)
        try open.warnWithoutEngine(output, about: incident.number)
        return .object(fields)
    }
}
