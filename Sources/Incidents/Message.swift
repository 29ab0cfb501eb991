package import Calendars
package import Rosters

/// One message per (incident, round, step, recipient, channel), and (incident, notice, recipient, channel), (matter, recipient, channel).
package struct MessageID: Hashable, Sendable, Codable {
    package let text: String

    package init(text: String) {
        self.text = text
    }

    package init(incident: IncidentNumber, told: Told) {
        let subject = told.notice?.text ?? "\(told.round)/\(told.step)"
        self.text = "\(incident)/\(subject)/\(told.recipient.text)/\(told.channel)"
    }

    package init(matter: MatterNumber, told: Told) {
        self.text = "\(matter)/\(told.recipient.text)/\(told.channel)"
    }
}

/// What a message belongs to.
package enum MessageOwner: Hashable, Sendable {
    case incident(IncidentNumber)
    case matter(MatterNumber)
}

package enum MessageState: String, Sendable, Codable, CaseIterable {
    case pending
    /// Claimed by an engine; after its lease it is sent again under the same id.
    case sending
    /// The channel took it, never that a person read it.
    case accepted
    /// Failed for now; another try has a time.
    case retrying
    /// Failed for good: the recipient's next way is tried.
    case failed
}

/// A row of the outbox.
package struct Message: Hashable, Sendable {
    package let id: MessageID
    package let owner: MessageOwner
    package let round: Int
    package let step: Int
    /// Nil: a step of the ladder.
    package let notice: NoticeSubject?
    package let recipient: Recipient
    package let unit: UnitID?
    package let post: PostKey?
    package let target: Target
    package let channel: ChannelDefinition
    package let createdAt: Instant
    /// Until when an answer is awaited.
    package let answerBy: Instant
    package let state: MessageState
    package let attempts: Int
    /// Due time of a pending or retrying message.
    package let nextTryAt: Instant?

    package init(
        id: MessageID, owner: MessageOwner, round: Int, step: Int, recipient: Recipient, unit: UnitID?,
        post: PostKey?, target: Target, channel: ChannelDefinition, createdAt: Instant, answerBy: Instant,
        state: MessageState, attempts: Int, nextTryAt: Instant?, notice: NoticeSubject? = nil
    ) {
        self.id = id
        self.owner = owner
        self.round = round
        self.step = step
        self.notice = notice
        self.recipient = recipient
        self.unit = unit
        self.post = post
        self.target = target
        self.channel = channel
        self.createdAt = createdAt
        self.answerBy = answerBy
        self.state = state
        self.attempts = attempts
        self.nextTryAt = nextTryAt
    }

    /// A new message about a matter, due at once.
    init(matter: MatterNumber, told: Told, channel: ChannelDefinition, at now: Instant) {
        self.init(
            id: MessageID(matter: matter, told: told), owner: .matter(matter), round: told.round, step: told.step,
            recipient: told.recipient, unit: told.unit, post: told.post, target: told.target, channel: channel,
            createdAt: now, answerBy: now, state: .pending, attempts: 0, nextTryAt: now)
    }

    /// Nil for a message about a matter.
    package var incident: IncidentNumber? {
        guard case .incident(let number) = owner else { return nil }
        return number
    }

    /// Nil for a message about an incident.
    package var matter: MatterNumber? {
        guard case .matter(let number) = owner else { return nil }
        return number
    }
}

/// What came of handing a message to its channel.
package enum DeliveryOutcome: Hashable, Sendable, Codable {
    case accepted
    case failedForNow(DeliveryFailure, retryAt: Instant)
    case failedForGood(DeliveryFailure)
}

/// Why a channel did not take a message.
package enum DeliveryFailure: Hashable, Sendable, Codable {
    case status(Int)
    case network(String)
    case timeout
    /// The engine's own terminal took nothing.
    case notPrinted
    case notConfigured(variable: String)
    case unknownChannel
    case tooManyAttempts(Int)
    /// Somebody answered before the message went out.
    case incidentAcknowledged
    /// The incident was closed before the message went out.
    case incidentClosed
    /// The incident was merged into another before the message went out.
    case incidentMerged
    /// Another ladder took the place of the one that told it.
    case superseded
    /// The recipient acknowledged or declined before the message went out.
    case recipientAnswered
    case call(CallOutcome)
}
