import Calendars
import Rosters

extension Decision {
    /// Takes up what changed: both grades anew, clocks that now apply, and another ladder where it is called for.
    mutating func followedUp(_ draft: FollowUpDraft) {
        let before = incident
        let facts = before.facts.updated(by: draft.update)
        let isSameKind = facts.category == before.facts.category && facts.type == before.facts.type
        let isGradeFrozen =
            isSameKind && !GradeWindow.isOpen(at: draft.receivedAt, for: facts, in: board.place?.zone ?? .shanghai)
        let computed =
            isGradeFrozen
            ? before.grading.computed
            : ComputedGrade(category: facts.category, type: facts.type, casualties: facts.casualties)
        note(
            .followedUp(
                Record.FollowUp(
                    ordinal: before.followUps + 1, update: draft.update,
                    grading: before.grading.revised(computed: computed, chosen: draft.chosen), by: draft.by,
                    receivedAt: draft.receivedAt, isFinal: draft.isFinal, callerHash: draft.callerHash,
                    isGradeFrozen: isGradeFrozen && facts.casualties != before.facts.casualties)))
        startClocks()
        if let cause = reroutingCause(since: before) { reroute(because: cause) }
    }

    /// Clocks whose start is known now, and limits that apply now; what runs already is never reset.
    private mutating func startClocks() {
        for clock in incident.clocks where clock.isRunning && clock.deadline.due == nil {
            guard let start = clock.deadline.starts.instant(in: incident.facts) else { continue }
            note(.clockSet(id: clock.id, due: start + clock.deadline.within))
        }
        let applying = incident.policy.deadlines(
            for: incident.facts, grading: incident.grading, in: board.place)
        for deadline in applying where !incident.clocks.contains(where: { $0.deadline.isSameLimit(as: deadline) }) {
            note(.clockStarted(id: incident.clocks.count + 1, deadline: deadline))
        }
    }

    /// Why another ladder has to begin; nil where the one that runs, or was acknowledged, stays.
    private func reroutingCause(since before: Incident) -> Record.Rerouting.Cause? {
        let (old, new) = (before.routedGrade, incident.routedGrade)
        if new < old { return .gradeRaised(from: old, to: new) }
        guard incident.escalation.phase != .closed else { return nil }
        if before.facts.unit != incident.facts.unit { return .unitChanged }
        return tellsOthers(since: before) || wasHeld(before) ? .kindChanged : nil
    }

    /// Whether the kind of incident is another now, and another kind means other people.
    private func tellsOthers(since before: Incident) -> Bool {
        let (old, new) = (before.facts, incident.facts)
        guard old.category != new.category || old.type != new.type || old.warning?.level != new.warning?.level else {
            return false
        }
        return incident.plan.ladder.name != plan.ladder.name || incident.plan.origin != plan.origin
            || TellingKind(old, in: board.place) != TellingKind(new, in: board.place)
    }

    /// Whether the incident waited for the day and need not wait any more.
    private func wasHeld(_ before: Incident) -> Bool {
        guard let waitsUntil = before.escalation.nextStepAt else { return false }
        return quiet(before)?.opens == waitsUntil && quiet(incident) == nil
    }

    private var plan: EscalationPlan {
        RoutePlanner.plan(
            for: incident.facts, grading: incident.grading, policy: incident.policy, board: board)
    }

    /// Cancels the acknowledgement, if there is one, and starts the ladder that matches now.
    private mutating func reroute(because cause: Record.Rerouting.Cause) {
        cancelUndelivered(because: .superseded) { $0.notice == nil }
        note(.rerouted(Record.Rerouting(cause: cause, plan: plan)))
    }

    /// Stops the clocks that the report answers.
    mutating func reportedUp(_ report: UpwardReport) {
        let parent = incident.facts.unit.flatMap { board.place?.parent(of: $0) }
        let stopped = incident.clocks.filter { $0.isStopped(by: report, superior: parent) }
        note(.reportedUp(report, clocks: stopped.map(\.id)))
    }
}

/// Whom an incident's kind adds to a ladder: posts that handle it, and leaders in charge of it.
private struct TellingKind: Equatable {
    let posts: [PostKey]
    let leaders: [PersonID]

    init(_ facts: IncidentFacts, in place: Place?) {
        posts = (place?.posts ?? []).filter { $0.handles(category: facts.category, type: facts.type) }.map(\.key)
        leaders = (place?.people ?? []).filter { $0.isInCharge(of: facts.category, type: facts.type) }.map(\.id)
    }
}
