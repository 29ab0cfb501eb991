import Calendars
import Incidents
import Rosters

/// An incident in JSON, as `report`, `show`, `list` and the verbs share it.
struct IncidentJSON {
    let incident: Incident
    let zone: Zone
    let isDrill: Bool

    /// The fields that `report` promises, without its reasons.
    var summary: JSON.Members {
        let escalation = incident.escalation
        return [
            "incident": .text(incident.number.description), "state": .text(escalation.phase.rawValue),
            "unroutable": .flag(escalation.isUnroutable), "unreachable": .flag(escalation.isUnreachable),
            "grade": .optional(incident.grading.grade?.rawValue),
            "grade_provisional": .flag(incident.grading.isProvisional),
            "next_step_at": .optional(escalation.nextStepAt.map(zone.iso)), "drill": .flag(isDrill),
            "merged_into": .optional(incident.mergedInto?.description),
            "telling": .list(escalation.told.map(telling)), "deadlines": .list(incident.clocks.map(deadline)),
        ]
    }

    private func telling(_ told: Told) -> JSON {
        .object([
            "message": .text(MessageID(incident: incident.number, told: told).text),
            "person": .text(told.recipient.text), "post": .optional(told.post?.text),
            "channel": .text(told.channel.text), "turn": .optional(told.turn?.rawValue),
        ])
    }

    /// The five fields of DESIGN.md section 6, and how the clock stands.
    private func deadline(_ clock: ReportClock) -> JSON {
        let deadline = clock.deadline
        return .object([
            "to": .text(deadline.to), "over": .text(deadline.over.rawValue), "starts": .text(deadline.starts.rawValue),
            "due": .optional(deadline.due.map(zone.iso)), "source": .text(deadline.source),
            "profile": .text(deadline.profile), "clock": .number(clock.id), "state": .text(clock.state.rawValue),
            "reported_at": .optional(clock.report.map { zone.iso($0.at) }), "late": .flag(clock.isLate),
        ])
    }

    /// Everything that is known of it.
    var facts: JSON.Members {
        let facts = incident.facts
        return [
            "what": .text(facts.what), "where": .text(facts.place), "unit": .optional(facts.unit?.text),
            "category": .optional(facts.category?.rawValue), "type": .optional(facts.type),
            "happened": .optional(facts.happenedAt.map(zone.iso)), "learned": .optional(facts.learnedAt.map(zone.iso)),
            "received": .text(zone.iso(facts.receivedAt)), "verified": .optional(facts.verifiedAt.map(zone.iso)),
            "recorded": .text(zone.iso(facts.recordedAt)), "dead": .optional(facts.casualties.dead),
            "missing": .optional(facts.casualties.missing), "serious": .optional(facts.casualties.serious),
            "slight": .optional(facts.casualties.slight), "loss": .optional(facts.casualties.lossYuan),
            "source": .optional(facts.source), "informant": .optional(incident.callers[0]?.name),
            "by": .optional(facts.recordedBy?.text), "round": .number(incident.escalation.round),
            "steps_done": .number(incident.escalation.stepsDone), "ladder": .text(incident.plan.ladder.name),
            "grade_computed": .optional(incident.grading.computed?.grade.rawValue),
            "grade_chosen": .optional(incident.grading.chosen?.grade.rawValue),
            "grade_reason": .optional(incident.grading.chosen?.reason),
            "warning_level": .optional(facts.warningLevel?.rawValue),
            "response_level": .optional(facts.responseLevel?.rawValue),
            "elements": .object(
                JSON.Members(ReportElement.allCases.map { ($0.rawValue, .optional(facts.elements[$0])) })),
            "follow_ups": .number(incident.followUps), "final": .flag(incident.hasFinalReport),
            "ask_again_at": .optional(incident.escalation.askAgainAt.map(zone.iso)),
            "merged": .list(incident.merged.map { .text($0.description) }), "tasks": .list(incident.tasks.map(task)),
        ]
    }

    private func task(_ task: DutyTask) -> JSON {
        .object([
            "task": .number(task.id), "instruction": .optional(task.instruction), "by": .text(task.givenBy.text),
            "owner": .text(task.owner.text), "measure": .text(task.measure), "due": .text(zone.iso(task.due)),
            "interim": .optional(task.interim), "state": .text(task.state.rawValue),
            "done_by": .optional(task.done?.by.text), "closed_by": .optional(task.closed?.by.text),
        ])
    }
}

extension DutyTask {
    fileprivate enum State: String {
        case open
        case done
        case closed
    }

    fileprivate var state: State { closed != nil ? .closed : done != nil ? .done : .open }
}
