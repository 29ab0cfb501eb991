import Calendars
import Dispatching
import DutyStore
import Incidents
import Rosters
import Wording

/// What the desk answers to a report: its number, who is being told, and whom to call when nothing runs.
///
/// The report is on disk: nothing that goes wrong here may keep its number from being said, or end with a fault.
struct ReportAnswer {
    let open: OpenDesk
    let outcome: ReportOutcome
    let output: OutputOptions

    private var incident: Incident { outcome.incident }
    private var zone: Zone { open.lookup.zone }

    func say() {
        if output.isJSON { Terminal.say(json.rendered()) } else { sayInWords() }
        let isEngineRunning = (try? open.isEngineRunning) ?? false
        switch outcome.setback {
        case .firstStep(let error, let planned):
            output.note(open.mark + DeskWording.firstStepUnwritten(phrase(of: error)))
            output.note(isEngineRunning ? DeskWording.callNow : open.mark + DeskWording.noEngine)
            return open.sayWhomToCall(for: planned, output)
        // Without any place the desk has said so when it was opened.
        case .rosters(let error) where !open.lookup.places.isEmpty:
            output.note(open.mark + DeskWording.rostersUnreadable(phrase(of: error)))
        case .rosters, nil: break
        }
        if !output.isJSON, isEngineRunning { output.note(DeskWording.engineRuns) }
        open.warn(output, about: incident.number)
    }

    private func sayInWords() {
        let names = Names(place: try? open.desk.duty(at: open.now, for: incident.facts.unit).board.place)
        let wording = IncidentWording(incident: incident, zone: zone, names: names)
        output.say(open.mark + DeskWording.accepted(incident.number))
        output.say(
            Phrase("  ") + Phrase(incident.facts.what) + Phrase(zh: "，", en: ", ") + Phrase(incident.facts.place))
        output.say(
            Phrase(zh: "  类别：", en: "  kind ") + wording.kind + Phrase(zh: "，级别：", en: ", grade ") + wording.grade)
        sayTold(names)
        if let next = incident.escalation.nextStepAt { output.say(DeskWording.nextStep(at: zone.civil(next))) }
        if !incident.clocks.isEmpty { output.say(DeskWording.reportedUpward + Phrase(zh: "：", en: ":")) }
        for clock in incident.clocks {
            output.say(Phrase("  ") + ClockWording(zone: zone, names: names).line(clock))
        }
        sayHelp(names)
    }

    private func sayTold(_ names: Names) {
        if incident.escalation.isUnroutable { output.say(open.mark + DeskWording.unroutable) }
        guard !incident.escalation.told.isEmpty else { return }
        output.say(open.mark + DeskWording.telling + Phrase(zh: "：", en: ":"))
        for told in incident.escalation.told {
            let post = told.post.map { " \(told.unit.map(names.unit) ?? "") \(names.post($0))" } ?? ""
            output.say(
                Phrase("  ") + DeskWording.call(names, told.recipient) + Phrase(post + "  ← ")
                    + names.target(told.target)
                    + (told.turn.map { Phrase(zh: "，", en: ", ") + $0.phrase } ?? Phrase("")))
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

    private var json: JSON {
        let entries = (try? open.store.ledger(of: incident.number)) ?? []
        let reasons = entries.map {
            RecordWording(names: Names(place: open.lookup.place)).text($0.record).text(in: output.resolvedLanguage)
        }
        var fields = IncidentJSON(incident: incident, zone: zone, isDrill: open.store.clock.isDrill).summary
        fields["reasons"] = .list(reasons.map(JSON.text))
        fields["duplicates"] = .list(duplicates.map { .text($0.description) })
        fields["card"] = .optional(incident.policy.card(for: incident.facts)?.title)
        fields["setback"] = .optional(outcome.setback.map { output.text(phrase(of: $0.error)) })
        return .object(fields)
    }
}
