package import Calendars

/// Where an incident stands on its ladder.
package struct Escalation: Hashable, Sendable, Codable {
    package enum Phase: String, Sendable, Codable, CaseIterable {
        case open
        case acknowledged
        case closed
    }

    package var phase: Phase
    /// From 1.
    package var round: Int
    /// Steps of this round that have run or given way.
    package var stepsDone: Int
    /// Set exactly while the incident is open: promise 3.
    package var nextStepAt: Instant?
    /// A round ended without an acknowledgement: the loudest state of the desk.
    package var isUnreachable: Bool
    /// Nobody has been told since the report or the last round began.
    package var isUnroutable: Bool
    /// Of this round.
    package var told: [Told]
    /// Of the rounds before, each recipient of a step once.
    package var earlier: [Told]
    /// The round with which the present ladder began; whoever was told before it was told by another.
    package var firstRound: Int
    /// A round ended in vain: from then on the unit above and the fallback people are told with the first step.
    package var isWidened: Bool
    /// When an acknowledged incident with nothing further recorded is asked about again.
    package var askAgainAt: Instant?
    /// The ladder runs only because nothing was recorded for long: any further entry answers it.
    package var isAskedAgain: Bool

    package init(
        phase: Phase = .open, round: Int = 1, stepsDone: Int = 0, nextStepAt: Instant?, isUnreachable: Bool = false,
        isUnroutable: Bool = false, told: [Told] = [], earlier: [Told] = [], firstRound: Int = 1,
        isWidened: Bool = false, askAgainAt: Instant? = nil, isAskedAgain: Bool = false
    ) {
        self.phase = phase
        self.round = round
        self.stepsDone = stepsDone
        self.nextStepAt = nextStepAt
        self.isUnreachable = isUnreachable
        self.isUnroutable = isUnroutable
        self.told = told
        self.earlier = earlier
        self.firstRound = firstRound
        self.isWidened = isWidened
        self.askAgainAt = askAgainAt
        self.isAskedAgain = isAskedAgain
    }

    /// Everybody told so far.
    package var everTold: [Told] { told + earlier }

    /// Everybody told since the present ladder began.
    package var toldOnLadder: [Told] { everTold.filter { $0.round >= firstRound } }

    /// The next round begins; whom this one told is kept, and an answer outlives a later silence.
    mutating func turnRound() {
        for told in told {
            let known = earlier.first { $0.recipient == told.recipient && $0.step == told.step }
            if let known, known.round >= firstRound, known.standing == .acknowledged, told.standing == .waiting {
                continue
            }
            earlier.removeAll { $0.recipient == told.recipient && $0.step == told.step }
            earlier.append(told)
        }
        told = []
        round += 1
        stepsDone = 0
    }

    /// The ladder begins with its first step, in a round of its own, due at once; what is loud stays loud.
    mutating func restart(at now: Instant) {
        turnRound()
        firstRound = round
        phase = .open
        nextStepAt = now
        askAgainAt = nil
        isAskedAgain = false
        isWidened = isUnreachable
    }
}
