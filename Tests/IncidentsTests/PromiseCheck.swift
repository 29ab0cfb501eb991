import Calendars
import Incidents
import Rosters

/// Everything that must hold after each event of a walk, whatever the event was.
struct PromiseCheck {
    let seed: UInt64
    private(set) var broken: [String] = []
    private var seen: Set<MessageID> = []

    init(seed: UInt64) {
        self.seed = seed
    }

    private mutating func hold(_ condition: Bool, _ promise: String, _ event: IncidentEvent) {
        if !condition, broken.count < 5 { broken.append("seed \(seed): \(promise), after \(event)") }
    }

    mutating func check(
        _ change: IncidentChange, after event: IncidentEvent, at now: Instant, from before: Escalation,
        outbox: [Message]
    ) {
        checkNextStep(change.escalation, after: event, at: now, from: before)
        checkProgress(change, after: event, from: before)
        checkReasons(change, after: event, from: before)
        checkMessages(change, after: event, at: now)
        checkCancelled(change, after: event, from: before, outbox: outbox)
    }

    /// Promise 3: an open incident has a next step with a time.
    private mutating func checkNextStep(
        _ after: Escalation, after event: IncidentEvent, at now: Instant, from before: Escalation
    ) {
        hold((after.phase == .open) == (after.nextStepAt != nil), "open has a next step, and only open has one", event)
        guard let next = after.nextStepAt else { return }
        switch event {
        case .stepDue: hold(next >= now, "a step leaves the next one in the future", event)
        case .reopened: hold(next == now, "a reopened incident is due at once", event)
        case .wayFailed, .acknowledged, .closed:
            hold(next == before.nextStepAt || next == now, "an answer leaves the time or makes it now", event)
        }
    }

    private mutating func checkProgress(_ change: IncidentChange, after event: IncidentEvent, from before: Escalation) {
        let after = change.escalation
        hold((0...1).contains(after.round - before.round), "rounds go up one by one", event)
        hold(after.told.allSatisfy { $0.round == after.round }, "whom it told belongs to the round", event)
        hold(after.told.allSatisfy { $0.step <= after.stepsDone }, "whom it told belongs to a step that ran", event)
        hold(!after.isUnreachable || after.phase == .open, "only what is open is unreachable", event)
        hold(!after.isUnroutable || after.told.isEmpty, "what told somebody is not unroutable", event)
        guard case .stepDue = event, before.phase == .open else { return }
        hold(
            after.round > before.round || after.stepsDone > before.stepsDone, "a due step moves the ladder on", event)
        hold((after.round > before.round) == after.told.isEmpty, "a round ends when its steps are over", event)
        hold(after.round == before.round || after.isUnreachable, "a round without an answer is loud", event)
    }

    private mutating func checkReasons(_ change: IncidentChange, after event: IncidentEvent, from before: Escalation) {
        if change.escalation != before, !change.escalation.differsOnlyInStandings(from: before) {
            hold(!change.records.isEmpty, "a change of state has a record", event)
        }
        if change.escalation == before {
            hold(change.messages.isEmpty && change.cancelled.isEmpty, "no change, no effect", event)
        }
        hold(
            change.records.compactMap(\.toldMessage) == change.messages.map(\.id),
            "every message has a record with its reason, in order", event)
        for record in change.records {
            switch record {
            case .stepRun(_, let step, _, let until, _):
                hold(change.messages.contains { $0.step == step }, "a step that ran told somebody", event)
                hold(change.escalation.nextStepAt == until, "the record says until when", event)
            case .stepEmpty(_, _, let misses): hold(!misses.isEmpty, "an empty step names what it missed", event)
            case .roundEnded(let round, let next, let toldNobody):
                hold(round == before.round && next == change.escalation.nextStepAt, "a round ends as recorded", event)
                hold(toldNobody == change.escalation.isUnroutable, "told nobody is unroutable", event)
            default: break
            }
        }
    }

    private mutating func checkMessages(_ change: IncidentChange, after event: IncidentEvent, at now: Instant) {
        hold(
            Set(change.messages.map(\.recipient)).count == change.messages.count, "nobody is told twice in one step",
            event)
        for message in change.messages {
            hold(seen.insert(message.id).inserted, "one message per round, step, recipient and channel", event)
            hold(change.escalation.told.contains { $0.explains(message) }, "every message is accounted for", event)
            hold(message.createdAt == now && message.state == .pending, "a message starts pending, now", event)
        }
    }

    private mutating func checkCancelled(
        _ change: IncidentChange, after event: IncidentEvent, from before: Escalation, outbox: [Message]
    ) {
        let phase = change.escalation.phase
        guard phase != before.phase, phase != .open else {
            return hold(change.cancelled.isEmpty, "only an answer or the close takes messages back", event)
        }
        let waiting = outbox.filter { [.pending, .retrying].contains($0.state) }.map(\.id)
        hold(change.cancelled == waiting, "they take back exactly what no channel has taken", event)
    }

    /// The only pairs that the machine refuses; everything else is taken in every phase.
    mutating func checkConflict(_ conflict: IncidentConflict, after event: IncidentEvent, from before: Escalation) {
        let isDocumented =
            switch event {
            case .acknowledged, .closed: before.phase == .closed
            case .reopened: before.phase != .closed
            case .stepDue, .wayFailed: false
            }
        hold(isDocumented && conflict.phase == before.phase && conflict.event == event, "a documented conflict", event)
    }

    /// Firing what is due, in time, ends the round after each of its steps at most once.
    mutating func checkLiveness(of incident: Incident, world: inout RandomWorld) {
        let round = incident.escalation.round
        var incident = incident
        for _ in 0...max(incident.plan.ladder.steps.count, 1) {
            guard let due = incident.escalation.nextStepAt, incident.escalation.round == round else { break }
            guard let change = try? IncidentMachine(incident).handle(.stepDue, at: due, board: world.board(at: due))
            else { break }
            incident = incident.with(change.escalation)
        }
        hold(incident.escalation.round == round + 1, "what is due leads to the next round", .stepDue)
    }
}

extension Escalation {
    /// A way that was somebody's last one failed; the rim records the failure itself beside it.
    fileprivate func differsOnlyInStandings(from other: Escalation) -> Bool {
        var settled = self
        guard settled.told.count == other.told.count else { return false }
        for index in settled.told.indices { settled.told[index].standing = other.told[index].standing }
        return settled == other
    }
}

extension Record {
    fileprivate var toldMessage: MessageID? {
        if case .told(let id, _) = self { id } else { nil }
    }
}
