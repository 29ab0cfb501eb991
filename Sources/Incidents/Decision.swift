import Calendars
import Rosters

/// One decision in the making: the change so far, the instant, and who is on duty then.
struct Decision {
    var change: IncidentChange
    let now: Instant
    let board: DutyBoard
    let outbox: [Message]

    init(_ incident: Incident, at instant: Instant, board: DutyBoard, outbox: [Message]) {
        self.change = IncidentChange(incident)
        now = instant
        self.board = board
        self.outbox = outbox
    }

    var incident: Incident { change.incident }
    var resolver: TargetResolver {
        TargetResolver(facts: incident.facts, ways: incident.plan.ways, board: board)
    }

    mutating func note(_ record: Record) { change.note(record, at: now) }

    /// Notes that somebody is told, and puts the message in the outbox.
    mutating func tell(_ told: Told, until: Instant) {
        guard let channel = (incident.plan.ways + [.call]).first(where: { $0.name == told.channel }) else { return }
        let id = MessageID(incident: incident.number, told: told)
        change.messages.append(
            Message(
                id: id, owner: .incident(incident.number), round: told.round, step: told.step,
                recipient: told.recipient,
                unit: told.unit, post: told.post, target: told.target, channel: channel, createdAt: now,
                answerBy: until, state: .pending, attempts: 0, nextTryAt: now, notice: told.notice))
        note(.told(message: id, told: told))
    }

    /// Takes back what no channel has taken yet; what is under way in one may still arrive.
    mutating func cancelUndelivered(because cause: DeliveryFailure, where isMeant: (Message) -> Bool) {
        for message in outbox where message.state == .pending || message.state == .retrying {
            guard isMeant(message) else { continue }
            change.cancelled.append(message.id)
            note(.delivered(message: message.id, attempt: message.attempts, outcome: .failedForGood(cause)))
        }
    }

    /// The incident rests: nobody is woken for its ladder any more, while its clocks and tasks go on.
    mutating func end(_ record: Record, because cause: DeliveryFailure) {
        note(record)
        cancelUndelivered(because: cause) { $0.notice == nil }
    }

    /// Does the earliest thing that is due; one at a time, so that each is a transaction of its own.
    mutating func doWhatIsDue() {
        guard let (timer, at) = incident.nextTimer, at <= now else { return }
        switch timer {
        case .step: climb()
        case .askAgain: askAgain()
        case .standby: orderStandby()
        case .clock(let id): tellOfClock(id)
        case .task(let id): tellOfTask(id)
        }
    }
}
