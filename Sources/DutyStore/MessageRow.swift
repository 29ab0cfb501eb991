import Calendars
import GRDB
import Incidents
import Rosters

/// A row of the outbox with its lease.
struct MessageRow: StoredRow {
    static let databaseTableName = "message"

    let id: String
    let incident: IncidentNumber?
    let matter: MatterNumber?
    /// `ladder`, what the notice is about, or `matter`.
    let subject: String
    let notice: NoticeSubject?
    let round: Int
    let step: Int
    let recipient: String
    let channel: ChannelName
    let unit: UnitID?
    let post: PostKey?
    let target: Target
    let definition: ChannelDefinition
    let createdAt: Instant
    let answerBy: Instant
    let state: MessageState
    let attempts: Int
    let nextTryAt: Instant?
    let acceptedAt: Instant?

    init(_ message: Message, at instant: Instant) {
        self.id = message.id.text
        switch message.owner {
        case .incident(let number): (self.incident, self.matter) = (number, nil)
        case .matter(let number): (self.incident, self.matter) = (nil, number)
        }
        self.subject = message.notice?.text ?? (self.matter == nil ? "ladder" : "matter")
        self.notice = message.notice
        self.round = message.round
        self.step = message.step
        self.recipient = message.recipient.text
        self.channel = message.channel.name
        self.unit = message.unit
        self.post = message.post
        self.target = message.target
        self.definition = message.channel
        self.createdAt = message.createdAt
        self.answerBy = message.answerBy
        self.state = message.state
        self.attempts = message.attempts
        self.nextTryAt = message.nextTryAt
        self.acceptedAt = message.state == .accepted ? instant : nil
    }

    /// Nil for a row that belongs to nothing, which the schema forbids.
    private var owner: MessageOwner? { incident.map(MessageOwner.incident) ?? matter.map(MessageOwner.matter) }

    var message: Message {
        get throws {
            guard let owner else { throw StoreError.corrupt(detail: "message \(id)") }
            return Message(
                id: MessageID(text: id), owner: owner, round: round, step: step, recipient: Recipient(recipient),
                unit: unit, post: post, target: target, channel: definition, createdAt: createdAt,
                answerBy: answerBy, state: state, attempts: attempts, nextTryAt: nextTryAt, notice: notice)
        }
    }
}

extension MessageRow {
    /// Puts a message in the outbox; one that is there already is the same message and stays as it is.
    static func enqueue(_ message: Message, at instant: Instant, _ db: Database) throws {
        let isThere = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM message WHERE id = ?)", arguments: [message.id.text])
        guard isThere != true else { return }
        try MessageRow(message, at: instant).insert(db)
    }

    static func find(_ id: MessageID, _ db: Database) throws -> MessageRow? {
        try fetchOne(db, sql: "SELECT * FROM message WHERE id = ?", arguments: [id.text])
    }

    /// In the order in which they were written.
    static func all(of incident: IncidentNumber, _ db: Database) throws -> [MessageRow] {
        try fetchAll(
            db, sql: "SELECT * FROM message WHERE incident = ? ORDER BY ordinal", arguments: [incident.description])
    }

    /// Ends a message that is not to go out any more; a claim on it is lost.
    static func cancel(_ id: MessageID, of incident: IncidentNumber, _ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE message SET state = 'failed', next_try_at = NULL, lease_until = NULL, lease_owner = NULL
                WHERE id = ? AND incident = ?
                """,
            arguments: [id.text, incident.description])
        guard db.changesCount == 1 else { throw StoreError.unknownMessage(id) }
    }
}
