import Calendars
import Rosters

extension Decision {
    /// Runs the step that is due; steps that find nobody give way at once, and a round that is over makes way for the next.
    mutating func climb() {
        if let (rule, opens) = quiet(incident) {
            note(.held(until: opens, reason: rule.reason))
            return
        }
        let round = incident.escalation.round
        let steps = incident.plan.steps(isWidened: incident.escalation.isWidened)
        while incident.escalation.stepsDone < steps.count {
            let number = incident.escalation.stepsDone + 1
            let step = steps[number - 1]
            let (candidates, misses) = resolver.offices.resolve(step.tell)
            if candidates.isEmpty {
                note(.stepEmpty(round: round, step: number, misses: misses))
                continue
            }
            run(step, number: number, candidates: unanswered(candidates), misses: misses)
            return
        }
        note(
            .roundEnded(
                round: round, nextRoundAt: now + incident.plan.roundPause,
                toldNobody: incident.escalation.told.isEmpty))
    }

    /// The rule that lets an incident wait for the day, and when the day begins; nil by day.
    func quiet(_ incident: Incident) -> (rule: QuietRule, opens: Instant)? {
        let zone = board.place?.zone ?? .shanghai
        let rule = incident.policy.quiet.first { $0.match.matches(incident.facts, grade: incident.routedGrade) }
        return rule.flatMap { rule in rule.opens(after: now, in: zone).map { (rule, $0) } }
    }

    /// Who has acknowledged on this ladder already is not woken again while others still owe an answer.
    private func unanswered(_ candidates: [Candidate]) -> [Candidate] {
        let answered = incident.escalation.toldOnLadder.filter { $0.standing == .acknowledged }.map(\.recipient)
        let waiting = candidates.filter { !answered.contains($0.recipient) }
        return waiting.isEmpty ? candidates : waiting
    }

    private mutating func run(_ step: Step, number: Int, candidates: [Candidate], misses: [TargetMiss]) {
        let round = incident.escalation.round
        let until = now + step.wait
        note(.stepRun(round: round, step: number, ladder: incident.plan.ladder.name, until: until, misses: misses))
        for candidate in candidates { tell(candidate.told(round: round, step: number), until: until) }
    }

    /// Nothing was recorded since the acknowledgement: the ladder begins again, with whoever is on duty now.
    mutating func askAgain() {
        note(.askedAgain(after: incident.policy.askAgain))
        climb()
    }

    /// Somebody recorded something after all: nobody is asked any more, and the acknowledgement stands again.
    mutating func resume() {
        guard incident.escalation.phase == .open, incident.escalation.isAskedAgain else { return }
        note(.resumed)
        cancelUndelivered(because: .incidentAcknowledged) { $0.notice == nil }
    }

    /// The recipient's next way, at once; when everybody of the step is out of ways, the next step, at once.
    mutating func wayFailed(_ message: MessageID) {
        func isMeant(_ told: Told) -> Bool {
            MessageID(incident: incident.number, told: told) == message && told.standing == .waiting
        }
        let isOpen = incident.escalation.phase == .open
        if isOpen, let told = incident.escalation.told.first(where: isMeant) {
            if let next = told.onNextWay {
                tell(next, until: incident.escalation.nextStepAt ?? now)
            } else {
                note(.exhausted(message: message))
                if told.step == incident.escalation.stepsDone { hurryIfNobodyIsWaitedFor() }
            }
        } else if let told = incident.notices.first(where: isMeant) {
            noticeFailed(told, message)
        }
    }

    mutating func hurryIfNobodyIsWaitedFor() {
        let escalation = incident.escalation
        let current = escalation.told.filter { $0.step == escalation.stepsDone }
        guard current.allSatisfy({ $0.standing != .waiting }), escalation.nextStepAt.map({ now < $0 }) == true else {
            return
        }
        note(.stepHurried(round: escalation.round, step: escalation.stepsDone))
    }
}
