package import Rosters

/// Somebody who was told, by a step of the ladder or with a notice, and what became of it.
package struct Told: Hashable, Sendable, Codable {
    package enum Standing: String, Sendable, Codable {
        case waiting
        case acknowledged
        case declined
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
    /// Nil: a step of the ladder.
    package let notice: NoticeSubject?
    /// Nil: the recipient stands there now, or stands nowhere.
    package let turn: HandoverTurn?
    /// The way in use, a position in `ways`.
    package var way: Int
    package var standing: Standing

    package init(
        recipient: Recipient, round: Int, step: Int, unit: UnitID?, post: PostKey?, target: Target,
        ways: [ChannelName], notice: NoticeSubject? = nil, turn: HandoverTurn? = nil, way: Int = 0,
        standing: Standing = .waiting
    ) {
        self.recipient = recipient
        self.round = round
        self.step = step
        self.unit = unit
        self.post = post
        self.target = target
        self.ways = ways
        self.notice = notice
        self.turn = turn
        self.way = way
        self.standing = standing
    }

    package var channel: ChannelName { ways[way] }

    /// The same over the next way; nil where none is left.
    var onNextWay: Told? {
        guard way + 1 < ways.count else { return nil }
        var next = self
        next.way += 1
        return next
    }
}

/// Which side of a handover somebody is on.
package enum HandoverTurn: String, Sendable, Codable {
    case outgoing
    case incoming
}

/// What people are told beside the steps of the ladder; each once for each recipient and way.
package enum NoticeSubject: Hashable, Sendable, Codable {
    /// Ten minutes before a reporting limit.
    case clockWarning(Int)
    /// A reporting limit has passed (超时限).
    case clockOverrun(Int)
    case taskGiven(Int)
    case taskReminder(Int)
    case taskOverdue(Int)
    /// A standing warning puts the recipient's post on standby (备勤).
    case standby

    /// `clock-2-warning`: its part of the message id.
    package var text: String {
        switch self {
        case .clockWarning(let clock): "clock-\(clock)-warning"
        case .clockOverrun(let clock): "clock-\(clock)-overrun"
        case .taskGiven(let task): "task-\(task)-given"
        case .taskReminder(let task): "task-\(task)-reminder"
        case .taskOverdue(let task): "task-\(task)-overdue"
        case .standby: "standby"
        }
    }
}
