package import Calendars
import Rosters

extension Incident {
    /// The incident that its first entry makes.
    package init(_ intake: Record.Intake, number: IncidentNumber, policy: Policy, at: Instant) {
        self.init(
            number: number, facts: intake.facts, grading: intake.grading, plan: intake.plan, policy: policy,
            escalation: Escalation(nextStepAt: at))
        standbyAt = facts.warning == nil ? nil : at
    }

    /// The incident that its ledger entries make, personal values aside; nil where the first is no report.
    package init?(ledger entries: [LedgerEntry], policy: Policy) {
        guard let first = entries.first, let number = first.incident, case .reported(let intake) = first.record else {
            return nil
        }
        self.init(intake, number: number, policy: policy, at: first.at)
        for entry in entries.dropFirst() { apply(entry.record, at: entry.at) }
    }

    /// What an entry changes; the only way in which an incident changes.
    mutating func apply(_ record: Record, at: Instant) {
        applyLadder(record, at: at)
        applyReport(record, at: at)
        if record.isFurtherEntry, escalation.phase == .acknowledged { escalation.askAgainAt = at + policy.askAgain }
    }

    private mutating func applyLadder(_ record: Record, at: Instant) {
        switch record {
        case .stepRun(_, let step, _, let until, _):
            escalation.stepsDone = step
            escalation.nextStepAt = until
            escalation.isUnroutable = false
        case .stepEmpty(_, let step, _): escalation.stepsDone = step
        case .told(_, let told): tell(told)
        case .exhausted(let message):
            let number = number
            mark(.exhausted) { MessageID(incident: number, told: $0) == message }
        case .roundEnded(_, let next, let toldNobody): endRound(next: next, toldNobody: toldNobody)
        case .stepHurried: escalation.nextStepAt = at
        case .held(let until, _): escalation.nextStepAt = until
        case .acknowledged(let by, _, let stops, let phones):
            let answered = [Recipient.person(by)] + (phones ?? []).map(Recipient.phone)
            mark(.acknowledged) { $0.notice == nil && answered.contains($0.recipient) }
            if stops { rest(in: .acknowledged) }
        case .declined(let by, _, _, let hurries):
            mark(.declined) { $0.notice == nil && $0.recipient == .person(by) && $0.standing != .exhausted }
            if hurries, escalation.phase == .open { escalation.nextStepAt = at }
            if hurries, escalation.phase == .acknowledged { escalation.restart(at: at) }
        case .askedAgain:
            escalation.restart(at: at)
            escalation.isAskedAgain = true
        case .resumed: rest(in: .acknowledged)
        case .reopened, .split: begin(at: at)
        case .rerouted(let rerouting):
            plan = plan.changed(to: rerouting.plan)
            begin(at: at)
        case .closed, .merged:
            rest(in: .closed)
            standbyAt = nil
        default: break
        }
    }

    private mutating func applyReport(_ record: Record, at: Instant) {
        switch record {
        case .followedUp(let followUp):
            facts = facts.updated(by: followUp.update)
            grading = followUp.grading
            followUps = followUp.ordinal
            hasFinalReport = hasFinalReport || followUp.isFinal
            if facts.warning != nil, escalation.phase != .closed { standbyAt = at }
        case .clockStarted(let id, let deadline): clocks.append(ReportClock(id: id, deadline: deadline))
        case .clockSet(let id, let due): change(clock: id) { $0.deadline = $0.deadline.starting(due) }
        case .clockWarned(let id): change(clock: id) { $0.warnedAt = at }
        case .clockOverrun(let id): change(clock: id) { $0.overrunAt = at }
        case .reportedUp(let report, let ids): for id in ids { change(clock: id) { $0.report = report } }
        case .taskGiven(let task): tasks.append(task)
        case .taskReminded(let id): change(task: id) { $0.remindedAt = at }
        case .taskOverdue(let id): change(task: id) { $0.overdueAt = at }
        case .taskDone(let id, let completion): change(task: id) { $0.done = completion }
        case .taskClosed(let id, let completion): change(task: id) { $0.closed = completion }
        case .standbyOrdered(_, let again, _): standbyAt = again
        case .merged(let other, _, _): mergedInto = other
        case .split: mergedInto = nil
        case .absorbed(let other, _): merged.append(other)
        case .released(let other, _): merged.removeAll { $0 == other }
        case .clockStepped(let step): shift(by: step)
        default: break
        }
    }

    private mutating func tell(_ told: Told) {
        if told.notice != nil {
            notices.removeAll { $0.notice == told.notice && $0.recipient == told.recipient }
            notices.append(told)
        } else {
            escalation.told.removeAll {
                $0.recipient == told.recipient && $0.round == told.round && $0.step == told.step
            }
            escalation.told.append(told)
        }
    }

    private mutating func mark(_ standing: Told.Standing, where isMeant: (Told) -> Bool) {
        for index in escalation.told.indices where isMeant(escalation.told[index]) {
            escalation.told[index].standing = standing
        }
        for index in escalation.earlier.indices where isMeant(escalation.earlier[index]) {
            escalation.earlier[index].standing = standing
        }
        for index in notices.indices where isMeant(notices[index]) { notices[index].standing = standing }
    }

    private mutating func endRound(next: Instant, toldNobody: Bool) {
        escalation.turnRound()
        escalation.isUnreachable = true
        escalation.isUnroutable = toldNobody
        escalation.isWidened = true
        escalation.nextStepAt = next
    }

    private mutating func begin(at: Instant) {
        escalation.restart(at: at)
        standbyAt = facts.warning == nil ? nil : at
    }

    private mutating func rest(in phase: Escalation.Phase) {
        escalation.phase = phase
        escalation.nextStepAt = nil
        escalation.askAgainAt = nil
        escalation.isAskedAgain = false
        escalation.isUnreachable = false
        escalation.isUnroutable = false
    }

    private mutating func change(clock id: Int, _ body: (inout ReportClock) -> Void) {
        guard let index = clocks.firstIndex(where: { $0.id == id }) else { return }
        body(&clocks[index])
    }

    private mutating func change(task id: Int, _ body: (inout DutyTask) -> Void) {
        guard let index = tasks.firstIndex(where: { $0.id == id }) else { return }
        body(&tasks[index])
    }
}

extension Record {
    /// Whether somebody did something about the incident: nobody needs to ask again so soon.
    fileprivate var isFurtherEntry: Bool {
        switch self {
        case .acknowledged, .resumed, .called, .followedUp, .reportedUp, .taskGiven, .taskDone, .taskClosed, .absorbed,
            .released:
            true
        default: false
        }
    }
}
