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
/// The events are listed in `IncidentEvent.init(line:…)`; times are those of 1 October, `26:00` is 02:00 on the 2nd.
/// After each event the incident that its ledger makes is the one that the machine left.
struct Timeline {
    var policy: Policy
    var place: Place?
    var isInPeriod: Bool
    private let facts: IncidentFacts
    private let stands: [DutyStand]

    private(set) var incident: Incident?
    private var entries: [LedgerEntry] = []
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
            drawn += try play(ScriptLine(line))
        }
        #expect(drawn.joined(separator: "\n") == script, sourceLocation: sourceLocation)
    }

    private mutating func play(_ line: ScriptLine) throws -> [String] {
        switch line.verb {
        case "report":
            let drawn = report(at: line.at)
            return try drawn + handle(.due, at: line.at)
        case "took", "retry":
            outbox[try newest(line)].mark(line.verb == "took" ? .accepted : .retrying)
            return []
        case "fail":
            let index = try newest(line)
            outbox[index].mark(.failed)
            return try handle(.wayFailed(outbox[index].id), at: line.at)
        default: return try handle(IncidentEvent(line), at: line.at)
        }
    }

    /// The newest message to somebody over a way: what the engine would have stored of it is changed.
    private func newest(_ line: ScriptLine) throws -> Int {
        let (recipient, way) = (Recipient(try line.word(0)), try line.word(1))
        return try #require(outbox.lastIndex { $0.recipient == recipient && $0.channel.name.text == way })
    }

    private mutating func report(at now: Instant) -> [String] {
        var facts = facts
        (facts.receivedAt, facts.recordedAt) = (now, now)
        let grading = Grading(
            computed: ComputedGrade(category: facts.category, type: facts.type, casualties: facts.casualties),
            chosen: nil)
        let intake = Record.Intake(
            facts: facts, grading: grading,
            plan: RoutePlanner.plan(for: facts, grading: grading, policy: policy, board: board(at: now)),
            informantHash: nil)
        let change = IncidentChange.recording(
            intake, deadlines: policy.deadlines(for: facts, grading: grading, in: place),
            number: IncidentNumber(year: 2026, sequence: 7), policy: policy, at: now)
        take(change, at: now)
        return change.records.flatMap { $0.lines(in: change.incident) }.map { "  → " + $0 }
    }

    private mutating func handle(_ event: IncidentEvent, at now: Instant) throws -> [String] {
        let incident = try #require(self.incident, "report comes first")
        do {
            let change = try IncidentMachine(incident).handle(event, at: now, board: board(at: now), outbox: outbox)
            expectReasons(of: change, at: now)
            take(change, at: now)
            return change.lines
        } catch {
            #expect(error.event == event && error.number == incident.number && error.phase == incident.escalation.phase)
            return ["  → conflict: \(error.cause.text(in: error.phase))"]
        }
    }

    private mutating func take(_ change: IncidentChange, at now: Instant) {
        for record in change.records {
            entries.append(
                LedgerEntry(sequence: entries.count + 1, at: now, incident: change.incident.number, record: record))
        }
        for index in outbox.indices where change.cancelled.contains(outbox[index].id) { outbox[index].mark(.failed) }
        outbox += change.messages
        incident = change.incident
        #expect(Incident(ledger: entries, policy: change.incident.policy) == incident, "the ledger makes the incident")
    }

    /// Every message has its record, and says the same as the record.
    private func expectReasons(of change: IncidentChange, at now: Instant) {
        let told = change.records.compactMap(\.told)
        #expect(told.map(\.id) == change.messages.map(\.id))
        for (message, told) in zip(change.messages, told) {
            #expect(told.entry.explains(message))
            #expect(message.notice != nil || message.answerBy == change.escalation.nextStepAt)
            #expect(message.createdAt == now && message.nextTryAt == now)
            #expect(message.state == .pending && message.attempts == 0)
        }
        #expect(Set(outbox.map(\.id)).isDisjoint(with: change.messages.map(\.id)), "no message id returns")
    }

    private func board(at now: Instant) -> DutyBoard {
        DutyBoard(
            at: now, place: place, isInPeriod: isInPeriod, stands: stands,
            handover: (incident?.policy ?? policy).handover)
    }

    private static func stand(_ entry: Substring) -> DutyStand {
        let words = entry.split(whereSeparator: \.isWhitespace).map(String.init)
        let times = words.last?.contains(":") == true ? words[words.count - 1] : "00:00-48:00"
        let ends = times.split(separator: "-").map { Instant(clock: String($0)) }
        return DutyStand(
            unit: UnitID(words[0]), post: PostKey(words[1]), person: PersonID(words[2]),
            isPrimary: !words.contains("second"), interval: Interval(start: ends[0], end: ends[1]),
            period: "2026-national-day", version: 1)
    }
}

extension Record {
    /// Whom it says was told, and with which message.
    var told: (id: MessageID, entry: Told)? {
        if case .told(let id, let entry) = self { (id, entry) } else { nil }
    }
}

extension Told {
    /// Whether a message is the one that this entry accounts for.
    func explains(_ message: Message) -> Bool {
        message.incident.map { MessageID(incident: $0, told: self) } == message.id && message.round == round
            && message.step == step && message.recipient == recipient && message.unit == unit && message.post == post
            && message.target == target && message.channel.name == channel && message.notice == notice
    }
}

extension Message {
    /// What the engine stores once a channel took it, or not.
    mutating func mark(_ state: MessageState) {
        self = Message(
            id: id, owner: owner, round: round, step: step, recipient: recipient, unit: unit, post: post,
            target: target, channel: channel, createdAt: createdAt, answerBy: answerBy, state: state,
            attempts: attempts + 1, nextTryAt: nextTryAt, notice: notice)
    }
}
