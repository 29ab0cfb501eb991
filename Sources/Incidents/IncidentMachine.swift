package import Calendars
package import Rosters

/// The escalation machine: (state, event, now, who is on duty) → (state, effects with reasons).
///
/// Promise 3 holds after every event: an open incident has a next step with a time.
package struct IncidentMachine: Sendable {
    private let number: IncidentNumber
    private let facts: IncidentFacts
    private let plan: EscalationPlan
    private let start: Escalation

    package init(_ incident: Incident) {
        self.number = incident.number
        self.facts = incident.facts
        self.plan = incident.plan
        self.start = incident.escalation
    }

    /// Decides; `outbox` holds the incident's messages so far.
    package func handle(
        _ event: IncidentEvent, at now: Instant, board: DutyBoard, outbox: [Message] = []
    ) throws(IncidentConflict) -> IncidentChange {
        switch (event, start.phase) {
        case (.stepDue, .open): return climb(at: now, board: board)
        case (.wayFailed(let message), .open): return wayFailed(message, at: now)
        case (.stepDue, _), (.wayFailed, _): return IncidentChange(escalation: start)
        case (.acknowledged(let person), .open): return acknowledged(by: person, outbox: outbox)
        case (.acknowledged(let person), .acknowledged): return acknowledgedAgain(by: person, outbox: outbox)
        case (.closed(let person, let reason), .open), (.closed(let person, let reason), .acknowledged):
            return closed(by: person, reason: reason, outbox: outbox)
        case (.reopened(let person, let reason), .closed): return reopened(by: person, reason: reason, at: now)
        case (.acknowledged, .closed), (.closed, .closed), (.reopened, .open), (.reopened, .acknowledged):
            throw IncidentConflict(number: number, phase: start.phase, event: event)
        }
    }

    // MARK: - Climbing

    /// Runs the step that is due; steps that find nobody give way at once, and a round that is over makes way for the next.
    private func climb(at now: Instant, board: DutyBoard) -> IncidentChange {
        var change = IncidentChange(escalation: start)
        let steps = stepsOfRound(start.round)
        let resolver = TargetResolver(facts: facts, plan: plan, board: board)
        while change.escalation.stepsDone < steps.count {
            let step = steps[change.escalation.stepsDone]
            let number = change.escalation.stepsDone + 1
            let (candidates, misses) = resolver.resolve(step.tell)
            change.escalation.stepsDone = number
            if candidates.isEmpty {
                change.records.append(.stepEmpty(round: start.round, step: number, misses: misses))
                continue
            }
            run(step, number: number, candidates: candidates, misses: misses, at: now, into: &change)
            return change
        }
        endRound(at: now, into: &change)
        return change
    }

    /// From the second round on, the unit above and the fallback people are told with the first step.
    private func stepsOfRound(_ round: Int) -> [Step] {
        guard round > 1 else { return plan.ladder.steps }
        let added = [Target.unitAbove] + plan.fallback
        guard let first = plan.ladder.steps.first else { return [Step(tell: added, wait: plan.roundPause)] }
        let widened = Step(
            tell: first.tell + added.filter { !first.tell.contains($0) }, need: first.need, wait: first.wait)
        return [widened] + plan.ladder.steps.dropFirst()
    }

    private func run(
        _ step: Step, number: Int, candidates: [Candidate], misses: [TargetMiss], at now: Instant,
        into change: inout IncidentChange
    ) {
        let until = now + step.wait
        change.escalation.nextStepAt = until
        change.escalation.isUnroutable = false
        change.records.append(
            .stepRun(round: start.round, step: number, ladder: plan.ladder.name, until: until, misses: misses))
        for candidate in candidates {
            tell(
                Told(
                    recipient: candidate.recipient, round: start.round, step: number, unit: candidate.unit,
                    post: candidate.post, target: candidate.target, ways: candidate.ways),
                at: now, until: until, into: &change)
        }
    }

    private func endRound(at now: Instant, into change: inout IncidentChange) {
        let next = now + plan.roundPause
        change.records.append(
            .roundEnded(round: start.round, nextRoundAt: next, toldNobody: change.escalation.told.isEmpty))
        change.escalation.isUnreachable = true
        change.escalation.isUnroutable = change.escalation.told.isEmpty
        change.escalation.round = start.round + 1
        change.escalation.stepsDone = 0
        change.escalation.told = []
        change.escalation.nextStepAt = next
    }

    private func tell(_ told: Told, at now: Instant, until: Instant, into change: inout IncidentChange) {
        guard let channel = (plan.ways + [.call]).first(where: { $0.name == told.channel }) else { return }
        let id = MessageID(incident: number, told: told)
        change.escalation.told.append(told)
        change.messages.append(
            Message(
                id: id, incident: number, round: told.round, step: told.step, recipient: told.recipient,
                unit: told.unit, post: told.post, target: told.target, channel: channel, createdAt: now,
                answerBy: until, state: .pending, attempts: 0, nextTryAt: now))
        change.records.append(.told(message: id, told: told))
    }

    // MARK: - Answers

    /// The recipient's next way, at once; when everybody of the step is out of ways, the next step, at once.
    private func wayFailed(_ message: MessageID, at now: Instant) -> IncidentChange {
        var change = IncidentChange(escalation: start)
        guard let index = start.told.firstIndex(where: { MessageID(incident: number, told: $0) == message }),
            start.told[index].standing == .waiting
        else { return change }
        var told = start.told[index]
        if told.way + 1 < told.ways.count {
            told.way += 1
            change.escalation.told.remove(at: index)
            tell(told, at: now, until: start.nextStepAt ?? now, into: &change)
            return change
        }
        change.escalation.told[index].standing = .exhausted
        let current = change.escalation.told.filter { $0.step == start.stepsDone }
        if told.step == start.stepsDone, current.allSatisfy({ $0.standing != .waiting }) {
            change.escalation.nextStepAt = now
            change.records.append(.stepHurried(round: start.round, step: start.stepsDone))
        }
        return change
    }

    /// Stops the ladder when the step's need is met; somebody who was not told may stop one that needs anybody.
    private func acknowledged(by person: PersonID, outbox: [Message]) -> IncidentChange {
        var change = IncidentChange(escalation: start)
        for index in start.told.indices where start.told[index].recipient == .person(person) {
            change.escalation.told[index].standing = .acknowledged
        }
        let stops = start.told.isEmpty || isMet(change.escalation.told, by: person)
        if stops {
            change.escalation.phase = .acknowledged
            change.escalation.nextStepAt = nil
            change.escalation.isUnreachable = false
            change.escalation.isUnroutable = false
        }
        change.records = [
            .acknowledged(by: person, wasTold: wasTold(person, outbox: outbox), stopsLadder: stops)
        ]
        if stops { cancelUndelivered(outbox, because: .incidentAcknowledged, in: &change) }
        return change
    }

    /// Whether some step of the round has its answers; a duty phone cannot give one, so whoever comes answers for it.
    private func isMet(_ told: [Told], by person: PersonID) -> Bool {
        let steps = stepsOfRound(start.round)
        let isStranger = !told.contains { $0.recipient == .person(person) }
        return Set(told.map(\.step)).contains { step in
            let need = step <= steps.count ? steps[step - 1].need : .any
            let people = told.filter { $0.step == step && $0.recipient.isPerson }
            let answered = people.filter { $0.standing == .acknowledged }
            if people.isEmpty { return isStranger }
            return need == .all ? answered.count == people.count : !answered.isEmpty || isStranger
        }
    }

    private func acknowledgedAgain(by person: PersonID, outbox: [Message]) -> IncidentChange {
        var change = IncidentChange(escalation: start)
        change.records = [.acknowledged(by: person, wasTold: wasTold(person, outbox: outbox), stopsLadder: false)]
        return change
    }

    /// In this round or, as the outbox knows, in an earlier one.
    private func wasTold(_ person: PersonID, outbox: [Message]) -> Bool {
        start.told.contains { $0.recipient == .person(person) } || outbox.contains { $0.recipient == .person(person) }
    }

    private func closed(by person: PersonID, reason: String, outbox: [Message]) -> IncidentChange {
        var change = IncidentChange(escalation: start)
        change.escalation.phase = .closed
        change.escalation.nextStepAt = nil
        change.escalation.isUnreachable = false
        change.escalation.isUnroutable = false
        change.records = [.closed(by: person, reason: reason)]
        cancelUndelivered(outbox, because: .incidentClosed, in: &change)
        return change
    }

    /// Nobody is woken any more; what is under way in a channel may still arrive.
    private func cancelUndelivered(_ outbox: [Message], because cause: DeliveryFailure, in change: inout IncidentChange)
    {
        for message in outbox where message.state == .pending || message.state == .retrying {
            change.cancelled.append(message.id)
            change.records.append(
                .delivered(message: message.id, attempt: message.attempts, outcome: .failedForGood(cause)))
        }
    }

    /// A new round of the same ladder, due now.
    private func reopened(by person: PersonID, reason: String, at now: Instant) -> IncidentChange {
        var change = IncidentChange(
            escalation: Escalation(phase: .open, round: start.round + 1, stepsDone: 0, nextStepAt: now))
        change.records = [.reopened(by: person, reason: reason)]
        return change
    }
}
