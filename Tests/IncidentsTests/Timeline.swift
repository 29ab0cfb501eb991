import Calendars
import Incidents
import Rosters
import Testing

/// Plays a script of events on one incident and draws what the machine decided.
///
/// A line that starts with a time is an event; the lines under it, up to the next event, are what is expected:
///
///     03:12 report
///       → step 1 of default until 03:17
///       → tells p1 over hook: tier:leader, at office/leader
///       = open, round 1, step 1, next 03:17
///
/// Events: `report`, `due`, `ack P`, `fail P WAY`, `took P WAY`, `retry P WAY`, `close P WHY`, `reopen P WHY`.
struct Timeline {
    var policy: Policy
    var place: Place?
    var isInPeriod: Bool
    let facts: IncidentFacts
    private let stands: [DutyStand]

    private(set) var incident: Incident?
    private var outbox: [Message] = []

    /// A roster is written `unit post person [second] [HH:MM-HH:MM]`, with commas between its entries.
    init(
        _ policy: Policy = World.policy(), roster: String = World.roster, facts: IncidentFacts = World.facts(),
        place: Place? = World.place, isInPeriod: Bool = true
    ) {
        self.policy = policy
        self.place = place
        self.isInPeriod = isInPeriod
        self.facts = facts
        self.stands = roster.split(separator: ",").map(Self.stand)
    }

    /// Plays the events of a script and expects the whole text, as it is written.
    mutating func expect(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        var drawn: [String] = []
        for line in script.split(separator: "\n").map(String.init) where line.first?.isNumber == true {
            drawn.append(line)
            drawn += try play(line)
        }
        #expect(drawn.joined(separator: "\n") == script, sourceLocation: sourceLocation)
    }

    private mutating func play(_ line: String) throws -> [String] {
        let words = line.split(separator: " ").map(String.init)
        try #require(words.count >= 2, "an event has a time and a name: \(line)")
        let now = Self.instant(words[0])
        let event: IncidentEvent
        switch (words[1], words.dropFirst(2).first) {
        case ("report", _):
            incident = report(at: now)
            event = .stepDue
        case ("due", _): event = .stepDue
        case ("ack", let person?): event = .acknowledged(by: PersonID(person))
        case ("fail", _):
            let id = try mark(.failed, words)
            event = .wayFailed(id)
        case ("took", _), ("retry", _):
            _ = try mark(words[1] == "took" ? .accepted : .retrying, words)
            return []
        case ("close", let person?): event = .closed(by: PersonID(person), reason: words[3])
        case ("reopen", let person?): event = .reopened(by: PersonID(person), reason: words[3])
        default: throw UnknownEvent(line: line)
        }
        return try handle(event, at: now)
    }

    private mutating func handle(_ event: IncidentEvent, at now: Instant) throws -> [String] {
        let incident = try #require(self.incident, "report comes first")
        let change: IncidentChange
        do {
            change = try IncidentMachine(incident).handle(event, at: now, board: board(at: now), outbox: outbox)
        } catch {
            #expect(error.event == event && error.number == incident.number)
            return ["  → conflict: it is \(error.phase)"]
        }
        expectReasons(of: change, at: now)
        outbox += change.messages
        self.incident = incident.with(change.escalation)
        return change.lines
    }

    /// Every message has its record, and says the same as the record.
    private func expectReasons(of change: IncidentChange, at now: Instant) {
        let told = change.records.compactMap { record -> MessageID? in
            if case .told(let id, _) = record { id } else { nil }
        }
        #expect(told == change.messages.map(\.id))
        for message in change.messages {
            #expect(change.escalation.told.contains { $0.explains(message) })
            #expect(message.answerBy == change.escalation.nextStepAt)
            #expect(message.createdAt == now && message.nextTryAt == now)
            #expect(message.state == .pending && message.attempts == 0)
            #expect(message.incident == incident?.number)
        }
    }

    private func report(at now: Instant) -> Incident {
        let grading = Grading(
            computed: ComputedGrade(category: facts.category, type: facts.type, casualties: facts.casualties),
            chosen: nil)
        return Incident(
            number: IncidentNumber(year: 2026, sequence: 7), facts: facts, grading: grading,
            plan: RoutePlanner.plan(for: facts, grading: grading, policy: policy, board: board(at: now)),
            escalation: Escalation(nextStepAt: now), informant: nil)
    }

    private func board(at now: Instant) -> DutyBoard {
        DutyBoard(at: now, place: place, isInPeriod: isInPeriod, stands: stands)
    }

    /// The state of the newest message to somebody over a way, as the engine would have stored it.
    private mutating func mark(_ state: MessageState, _ words: [String]) throws -> MessageID {
        try #require(words.count == 4, "whom, and over which way")
        let index = try #require(
            outbox.lastIndex { $0.recipient == Recipient(words[2]) && $0.channel.name.text == words[3] })
        outbox[index] = outbox[index].with(state)
        return outbox[index].id
    }

    struct UnknownEvent: Error {
        let line: String
    }
}

extension Timeline {
    static func instant(_ clock: String) -> Instant {
        let parts = clock.split(separator: ":").compactMap { Int64($0) }
        return Instant(seconds: (parts[0] * 60 + parts[1]) * 60)
    }

    private static func stand(_ entry: Substring) -> DutyStand {
        let words = entry.split(whereSeparator: \.isWhitespace).map(String.init)
        let times = words.last?.contains(":") == true ? words[words.count - 1] : "00:00-24:00"
        let ends = times.split(separator: "-").map { instant(String($0)) }
        return DutyStand(
            unit: UnitID(words[0]), post: PostKey(words[1]), person: PersonID(words[2]),
            isPrimary: !words.contains("second"), interval: Interval(start: ends[0], end: ends[1]),
            period: "2026-national-day", version: 1)
    }
}

extension Told {
    /// Whether a message is the one that this entry accounts for.
    func explains(_ message: Message) -> Bool {
        MessageID(incident: message.incident, told: self) == message.id && message.round == round
            && message.step == step && message.recipient == recipient && message.unit == unit && message.post == post
            && message.target == target && message.channel.name == channel
    }
}

extension Message {
    func with(_ state: MessageState) -> Message {
        Message(
            id: id, incident: incident, round: round, step: step, recipient: recipient, unit: unit, post: post,
            target: target, channel: channel, createdAt: createdAt, answerBy: answerBy, state: state,
            attempts: attempts + 1, nextTryAt: nextTryAt)
    }
}

extension Incident {
    func with(_ escalation: Escalation) -> Incident {
        Incident(
            number: number, facts: facts, grading: grading, plan: plan, escalation: escalation, informant: informant)
    }
}
