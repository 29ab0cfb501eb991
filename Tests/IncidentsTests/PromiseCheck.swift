import Calendars
import Incidents
import Rosters

/// Everything that must hold after each event of a walk, whatever the event was.
struct PromiseCheck {
    let seed: UInt64
    private(set) var broken: [String] = []
    private(set) var entries: [LedgerEntry] = []
    private var seen: Set<MessageID> = []
    private var answers = AnswerCheck()

    init(seed: UInt64) {
        self.seed = seed
    }

    mutating func hold(_ condition: Bool, _ promise: String, _ event: IncidentEvent) {
        if !condition, broken.count < 5 {
            broken.append("seed \(seed), entry \(entries.count): \(promise), after \(event)")
        }
    }

    mutating func check(
        _ change: IncidentChange, after event: IncidentEvent, at now: Instant, from before: Incident, outbox: [Message]
    ) {
        write(change, at: now)
        checkTimers(change, after: event, at: now, from: before)
        checkLadder(change, after: event, from: before)
        checkMessages(change, after: event, at: now)
        checkCancelled(change, after: event, outbox: outbox)
        checkClocks(change.incident, after: event, from: before)
        for promise in answers.broken(by: change, from: before) { hold(false, promise, event) }
    }

    mutating func write(_ change: IncidentChange, at now: Instant) {
        for record in change.records {
            entries.append(
                LedgerEntry(sequence: entries.count + 1, at: now, incident: change.incident.number, record: record))
        }
    }

    /// Promise 3: an open incident has a next step with a time, and what was due is done.
    private mutating func checkTimers(
        _ change: IncidentChange, after event: IncidentEvent, at now: Instant, from before: Incident
    ) {
        let after = change.escalation
        hold((after.phase == .open) == (after.nextStepAt != nil), "open has a next step, and only open has one", event)
        hold((after.phase == .acknowledged) == (after.askAgainAt != nil), "only acknowledged is asked again", event)
        hold(after.phase != .open || change.incident.nextDueAt != nil, "an open incident waits for something", event)
        if after.phase == .closed { hold(change.incident.standbyAt == nil, "closed orders no standby", event) }
        guard case .due = event else { return }
        guard let (timer, at) = before.nextTimer, at <= now else {
            return hold(change.records.isEmpty && change.incident == before, "nothing is done before it is due", event)
        }
        let next = change.incident.nextTimer
        hold(!change.records.isEmpty, "what is due is done", event)
        let isStep = timer == .step || timer == .askAgain
        hold(isStep || next?.timer != timer || next.map { $0.at > at } == true, "\(timer) is done once", event)
        if isStep, let step = after.nextStepAt { hold(step >= now, "a step leaves the next one in the future", event) }
    }

    private mutating func checkLadder(_ change: IncidentChange, after event: IncidentEvent, from before: Incident) {
        let (old, new) = (before.escalation, change.escalation)
        // One that is asked about again, and finds nobody, ends the round with which it begins.
        let isGivenBack = old.phase == .acknowledged && new.phase == .open && change.records.first?.isDecline == true
        let begun = change.records.filter { $0.turnsRound }.count + (isGivenBack ? 1 : 0)
        hold(new.round - old.round == begun, "rounds go up one by one", event)
        hold(new.firstRound <= new.round, "a ladder begins with a round", event)
        hold(new.told.allSatisfy { $0.round == new.round && $0.step <= new.stepsDone }, "told in this round", event)
        hold(new.earlier.allSatisfy { $0.round < new.round }, "told in an earlier round", event)
        hold(!new.isUnreachable || new.phase == .open, "only what is open is unreachable", event)
        hold(!new.isUnroutable || new.told.isEmpty, "what told somebody is not unroutable", event)
        hold(change.incident == before || !change.records.isEmpty, "a change of state has a record", event)
        let (worse, better) = (change.incident.routedGrade, before.routedGrade)
        let isRerouted = change.records.contains { if case .rerouted = $0 { true } else { false } }
        hold(worse >= better || isRerouted, "a raised grade begins its ladder", event)
        for case .roundEnded(_, let next, let toldNobody) in change.records {
            hold(next == new.nextStepAt && toldNobody == new.isUnroutable && new.isUnreachable, "a loud end", event)
        }
    }

    /// Whom an incident remembers is bounded by people, steps and notices, however long nobody answers.
    mutating func checkGrowth(of incident: Incident) {
        hold(Self.isUnique(incident.escalation.earlier, \.step), "each recipient of a step is kept once", .due)
        hold(Self.isUnique(incident.escalation.told, \.step), "each recipient of a step is told once", .due)
        hold(Self.isUnique(incident.notices, \.notice), "each recipient of a notice is kept once", .due)
    }

    private static func isUnique<Key: Hashable>(_ told: [Told], _ key: (Told) -> Key) -> Bool {
        let pairs = Dictionary(grouping: told, by: key).values
        return pairs.allSatisfy { same in Set(same.map(\.recipient)).count == same.count }
    }

    private mutating func checkMessages(_ change: IncidentChange, after event: IncidentEvent, at now: Instant) {
        let told = change.records.compactMap(\.told)
        hold(told.map(\.id) == change.messages.map(\.id), "every message has a record with its reason", event)
        for (message, told) in zip(change.messages, told) {
            hold(seen.insert(message.id).inserted, "one message per round, step, recipient and channel", event)
            hold(told.entry.explains(message), "the record explains its message", event)
            hold(message.createdAt == now && message.state == .pending, "a message starts pending, now", event)
            hold(
                message.notice != nil || message.answerBy == change.escalation.nextStepAt, "an answer is awaited", event
            )
        }
        for case .stepRun(_, let step, _, _, _) in change.records {
            hold(change.messages.contains { $0.step == step && $0.notice == nil }, "a step told somebody", event)
        }
        for case .stepEmpty(_, _, let misses) in change.records {
            hold(!misses.isEmpty, "an empty step names what it missed", event)
        }
    }

    private mutating func checkCancelled(_ change: IncidentChange, after event: IncidentEvent, outbox: [Message]) {
        let explained = change.records.compactMap { record -> MessageID? in
            if case .delivered(let id, _, .failedForGood) = record { id } else { nil }
        }
        hold(change.cancelled == explained, "what is taken back has its reason", event)
        let endsLadder = change.records.contains(where: \.endsLadder)
        guard endsLadder || !change.cancelled.isEmpty else { return }
        let waiting = outbox.filter { $0.state == .pending || $0.state == .retrying }
        hold(Set(change.cancelled).isSubset(of: waiting.map(\.id)), "only what no channel took is taken back", event)
        if endsLadder {
            let left = waiting.filter { $0.notice == nil }.map(\.id)
            hold(change.cancelled == left, "whatever ends the ladder takes back what it had to say", event)
        }
    }

    private mutating func checkClocks(_ after: Incident, after event: IncidentEvent, from before: Incident) {
        hold(after.clocks.indices.allSatisfy { after.clocks[$0].id == $0 + 1 }, "clocks count from one", event)
        for (old, new) in zip(before.clocks, after.clocks) {
            hold(old.deadline.due == nil || old.deadline == new.deadline, "a clock that runs is never reset", event)
            hold(old.report == nil || old.report == new.report, "what went up went up", event)
        }
    }

    /// The only pairs that the machine refuses; everything else is taken in every phase.
    mutating func checkConflict(_ conflict: IncidentConflict, after event: IncidentEvent, from before: Incident) {
        let isClosed = before.escalation.phase == .closed
        let isMerged = before.mergedInto != nil
        let isDocumented =
            switch event {
            case .acknowledged, .declined, .closed, .absorbed: isClosed
            case .merged(let other, _, _): isClosed || other == before.number
            case .reopened: !isClosed || isMerged
            case .followedUp, .taskGiven: isMerged
            case .taskDone(let id, _, _): before.tasks.first { $0.id == id }?.isPending != true
            case .taskClosed(let id, let person, _):
                before.tasks.first { $0.id == id }.map {
                    $0.done == nil || $0.closed != nil || $0.done?.by == person || $0.owner == person
                } ?? true
            case .split: !isMerged
            case .due, .wayFailed, .called, .reportedUp, .released: false
            }
        hold(isDocumented && conflict.phase == before.escalation.phase && conflict.event == event, "a conflict", event)
    }
}

extension Record {
    fileprivate var turnsRound: Bool {
        switch self {
        case .roundEnded, .askedAgain, .rerouted, .reopened, .split: true
        default: false
        }
    }

    fileprivate var isDecline: Bool {
        if case .declined = self { true } else { false }
    }

    fileprivate var endsLadder: Bool {
        switch self {
        case .acknowledged(_, _, true, _), .resumed, .closed, .merged: true
        default: false
        }
    }
}
