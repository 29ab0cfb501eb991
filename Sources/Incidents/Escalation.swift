package import Calendars
package import Rosters

/// Whoever can be told: a person, or a unit's duty phone.
package enum Recipient: Hashable, Sendable, Codable {
    case person(PersonID)
    case phone(UnitID)

    /// `p001` or `phone:emergency-office`, as commands and JSON write it.
    package init(_ text: String) {
        self = text.hasPrefix("phone:") ? .phone(UnitID(String(text.dropFirst(6)))) : .person(PersonID(text))
    }

    var isPerson: Bool {
        if case .person = self { true } else { false }
    }

    package var text: String {
        switch self {
        case .person(let id): id.text
        case .phone(let unit): "phone:\(unit)"
        }
    }
}

/// What an incident took from the policy when it was recorded; later edits do not reach it.
package struct EscalationPlan: Hashable, Sendable, Codable {
    package enum Origin: String, Sendable, Codable {
        case policy
        /// No published period holds the instant: the unit's duty phone, then the fallback.
        case outsidePeriod
        /// No ladder of the policy matches: the same way.
        case noLadder
    }

    package let origin: Origin
    package let ladder: Ladder
    package let fallback: [Target]
    package let roundPause: Duration
    /// Each person's ways in order, each once; never empty.
    package let ways: [ChannelDefinition]

    package init(
        origin: Origin, ladder: Ladder, fallback: [Target], roundPause: Duration, ways: [ChannelDefinition]
    ) {
        self.origin = origin
        self.ladder = ladder
        self.fallback = fallback
        self.roundPause = roundPause
        let each = ways.reduce(into: [ChannelDefinition]()) { kept, way in
            if !kept.contains(where: { $0.name == way.name }) { kept.append(way) }
        }
        self.ways = each.isEmpty ? [.call] : each
    }
}

/// Somebody whom a step told, and what became of it.
package struct Told: Hashable, Sendable, Codable {
    package enum Standing: String, Sendable, Codable {
        case waiting
        case acknowledged
        /// Every way of this recipient failed.
        case exhausted
    }

    package let recipient: Recipient
    package let round: Int
    /// From 1.
    package let step: Int
    package let unit: UnitID?
    package let post: PostKey?
    /// The reason: which target of the step named this recipient.
    package let target: Target
    package let ways: [ChannelName]
    /// The way in use, a position in `ways`.
    package var way: Int
    package var standing: Standing

    package init(
        recipient: Recipient, round: Int, step: Int, unit: UnitID?, post: PostKey?, target: Target,
        ways: [ChannelName], way: Int = 0, standing: Standing = .waiting
    ) {
        self.recipient = recipient
        self.round = round
        self.step = step
        self.unit = unit
        self.post = post
        self.target = target
        self.ways = ways
        self.way = way
        self.standing = standing
    }

    package var channel: ChannelName { ways[way] }
}

/// Why a target named nobody who can be told.
package struct TargetMiss: Hashable, Sendable, Codable {
    package enum Cause: Hashable, Sendable, Codable {
        case nobodyOnDuty
        case noSuchUnit
        case noSuchPerson
        case noPhone
        case noUnitAbove
        case noPostHandles
        /// None of the person's ways can be used: no number, no channel.
        case noWay(PersonID)
    }

    package let target: Target
    package let cause: Cause

    package init(target: Target, cause: Cause) {
        self.target = target
        self.cause = cause
    }
}

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

    package init(
        phase: Phase = .open, round: Int = 1, stepsDone: Int = 0, nextStepAt: Instant?, isUnreachable: Bool = false,
        isUnroutable: Bool = false, told: [Told] = []
    ) {
        self.phase = phase
        self.round = round
        self.stepsDone = stepsDone
        self.nextStepAt = nextStepAt
        self.isUnreachable = isUnreachable
        self.isUnroutable = isUnroutable
        self.told = told
    }
}
