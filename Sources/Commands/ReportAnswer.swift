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
        let wording = IncidentWording(facts: incident.facts, grading: incident.grading, zone: zone, names: names)
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
                        + names.target(told.target))
            }
        }
        if let next = incident.escalation.nextStepAt { output.say(DeskWording.nextStep(at: zone.civil(next))) }
        let deadlines = open.deadlines(of: incident)
        if !deadlines.isEmpty { output.say(DeskWording.reportedUpward + Phrase(zh: "：", en: ":")) }
        for deadline in deadlines {
            output.say(Phrase("  ") + DeskWording.deadline(deadline, zone: zone, names: names))
        }
        if try open.isEngineRunning {
            output.note(DeskWording.engineRuns)
        } else {
            try open.warnWithoutEngine(output, about: incident.number)
        }
    }

    func json() throws -> JSON {
        let reasons = try open.store.ledger(of: incident.number).map {
            RecordWording(names: Names(place: open.lookup.place)).text($0.record).text(in: output.resolvedLanguage)
        }
        var fields = IncidentJSON(incident: incident, zone: zone, isDrill: open.store.clock.isDrill).summary
        fields["reasons"] = .list(reasons.map(JSON.text))
        fields["deadlines"] = .list(open.deadlines(of: incident).map { IncidentJSON.deadline($0, zone: zone) })
        try open.warnWithoutEngine(output, about: incident.number)
        return .object(fields)
    }
}

extension OpenDesk {
    /// The limits of the place's policy that the incident's report has started.
    func deadlines(of incident: Incident) -> [Deadline] {
        (try? desk.duty(at: now, for: incident.facts.unit).policy)?
            .deadlines(for: incident.facts, grading: incident.grading) ?? []
    }
}

/// An incident in JSON, as `report`, `show` and `list` share it.
struct IncidentJSON {
    let incident: Incident
    let zone: Zone
    let isDrill: Bool

    /// The fields that `report` promises, without reasons and deadlines.
    var summary: [String: JSON] {
        let escalation = incident.escalation
        return [
            "incident": .text(incident.number.description), "state": .text(escalation.phase.rawValue),
            "unroutable": .flag(escalation.isUnroutable), "unreachable": .flag(escalation.isUnreachable),
            "grade": .optional(incident.grading.grade?.rawValue),
            "grade_provisional": .flag(incident.grading.isProvisional),
            "next_step_at": .optional(escalation.nextStepAt.map(zone.iso)), "drill": .flag(isDrill),
            "telling": .list(
                escalation.told.map { told in
                    .object([
                        "message": .text(MessageID(incident: incident.number, told: told).text),
                        "person": .text(told.recipient.text), "post": .optional(told.post?.text),
                        "channel": .text(told.channel.text),
                    ])
                }),
        ]
    }

    static func deadline(_ deadline: Deadline, zone: Zone) -> JSON {
        .object([
            "to": .text(deadline.to), "over": .text(deadline.over.rawValue), "starts": .text(deadline.starts.rawValue),
            "due": .optional(deadline.due.map(zone.iso)), "source": .text(deadline.source),
        ])
    }

    /// Everything that is known of it.
    var facts: [String: JSON] {
        let facts = incident.facts
        return [
            "what": .text(facts.what), "where": .text(facts.place), "unit": .optional(facts.unit?.text),
            "category": .optional(facts.category?.rawValue), "type": .optional(facts.type),
            "happened": .optional(facts.happenedAt.map(zone.iso)), "received": .text(zone.iso(facts.receivedAt)),
            "recorded": .text(zone.iso(facts.recordedAt)), "dead": .optional(facts.casualties.dead),
            "missing": .optional(facts.casualties.missing), "serious": .optional(facts.casualties.serious),
            "slight": .optional(facts.casualties.slight), "loss": .optional(facts.casualties.lossYuan),
            "source": .optional(facts.source), "informant": .optional(incident.informant),
            "by": .optional(facts.recordedBy?.text), "round": .number(incident.escalation.round),
            "steps_done": .number(incident.escalation.stepsDone), "ladder": .text(incident.plan.ladder.name),
            "grade_computed": .optional(incident.grading.computed?.grade.rawValue),
            "grade_chosen": .optional(incident.grading.chosen?.grade.rawValue),
        ]
    }
}
