package import Calendars
import GRDB
package import Incidents
import Watchkeeping

extension DutyStore {
    /// The earliest thing to do, whether its time has come or not: what an incident waits for, a message, or a lease that ends.
    ///
    /// Ties go to the daily work, then to matters, then to the lower incident number, then to the step, then to the older
    /// message. What is passed over could not be done just now.
    package func nextDue(_ kind: DueKind = .any, passingOver failed: Set<String> = []) throws(StoreError) -> Due? {
        try read { db in
            let rows = try Row.fetchCursor(
                db, sql: Self.earliest,
                arguments: [kind != .messages, kind != .steps, kind != .messages, failed.count + 1])
            while let row = try rows.next() {
                if let due = try Self.due(row), !failed.contains(due.id) { return due }
            }
            return nil
        }
    }

    private static func due(_ row: Row) throws -> Due? {
        let instant = Instant(seconds: try row.decode(forColumn: "at"))
        if let message: String = try row.decode(forColumn: "message") {
            return .message(MessageID(text: message), at: instant)
        }
        let number: String = try row.decode(forColumn: "number")
        if let place: String = try row.decode(forColumn: "place") {
            return WatchKind(rawValue: number).map { .watch($0, place: place, at: instant) }
        }
        return IncidentNumber(number).map { .step($0, at: instant) }
    }

    private static let earliest = """
        SELECT wake_at AS at, number, NULL AS message, year, sequence, 0 AS ordinal, NULL AS place
        FROM incident WHERE wake_at IS NOT NULL AND ?
        UNION ALL
        SELECT due_at, number, message.id, year, sequence, message.ordinal, NULL
        FROM message LEFT JOIN incident ON incident.number = message.incident WHERE due_at IS NOT NULL AND ?
        UNION ALL
        SELECT due_at, kind, NULL, NULL, NULL, 0, place FROM watch_due WHERE due_at IS NOT NULL AND ?
        ORDER BY at, year, sequence, ordinal, number LIMIT ?
        """

    /// The engines that hold a claim on some message.
    package func claimants() throws(StoreError) -> [EngineID] {
        try read { db in
            try String.fetchAll(
                db, sql: "SELECT DISTINCT lease_owner FROM message WHERE state = 'sending' ORDER BY lease_owner"
            ).map { EngineID(text: $0) }
        }
    }

    /// Ends the leases of an engine that is known to be dead, so that its messages are due at once.
    package func endLeases(of engine: EngineID, at instant: Instant) throws(StoreError) {
        try write { db in
            try db.execute(
                sql: "UPDATE message SET lease_until = ? WHERE state = 'sending' AND lease_owner = ?",
                arguments: [instant.seconds, engine.text])
        }
    }

    /// Takes a message that is due, or whose lease is over; nil when it is not, or somebody else has it.
    package func claim(
        _ id: MessageID, at instant: Instant, lease: Duration, owner: EngineID
    ) throws(StoreError) -> Message? {
        try write { db in
            try db.execute(
                sql: """
                    UPDATE message SET state = 'sending', attempts = attempts + 1,
                        next_try_at = NULL, lease_until = ?, lease_owner = ?
                    WHERE id = ? AND due_at <= ?
                    """,
                arguments: [(instant + lease).seconds, owner.text, id.text, instant.seconds])
            return db.changesCount == 1 ? try MessageRow.find(id, db)?.message : nil
        }
    }

    /// Notes what came of a delivery, and what the machine of its incident or matter makes of it, in one transaction.
    ///
    /// - Returns: False when the claim was lost meanwhile; then nothing has changed and nothing was decided.
    @discardableResult
    package func finish(
        _ id: MessageID, owner: EngineID, at instant: Instant, outcome: DeliveryOutcome,
        _ decide: (Incident, Message) throws -> IncidentChange? = { _, _ in nil }
    ) throws -> Bool {
        try writeDeciding(at: instant) { db in
            guard try MessageRow.settle(id, owner: owner, at: instant, outcome, db),
                let message = try MessageRow.find(id, db)?.message
            else { return false }
            let delivered = Record.delivered(message: id, attempt: message.attempts, outcome: outcome)
            try Ledger.append(delivered, of: message.incident, at: instant, db)
            switch message.owner {
            case .incident(let number):
                let row = try IncidentRow.find(number, db)
                if let change = try decide(try row.incident(db), message) {
                    _ = try row.storing(change, at: instant, db)
                }
            case .matter(let number):
                guard case .failedForGood = outcome else { break }
                let matter = try MatterRow.find(number, db).matter
                try MatterRow.store(MatterMachine.wayFailed(matter, id, at: instant), at: instant, db)
            }
            return true
        }
    }

    /// Nil for an id that is not in the outbox.
    package func message(_ id: MessageID) throws(StoreError) -> Message? {
        try read { db in try MessageRow.find(id, db)?.message }
    }

    /// In the order in which they were written.
    package func messages(of incident: IncidentNumber) throws(StoreError) -> [Message] {
        try read { db in try MessageRow.all(of: incident, db).map { try $0.message } }
    }
}

extension MessageRow {
    /// Ends the owner's claim with an outcome; false when the claim is not his any more.
    fileprivate static func settle(
        _ id: MessageID, owner: EngineID, at instant: Instant, _ outcome: DeliveryOutcome, _ db: Database
    ) throws -> Bool {
        let (state, acceptedAt, nextTryAt): (MessageState, Instant?, Instant?) =
            switch outcome {
            case .accepted: (.accepted, instant, nil)
            case .failedForNow(_, let retryAt): (.retrying, nil, retryAt)
            case .failedForGood: (.failed, nil, nil)
            }
        try db.execute(
            sql: """
                UPDATE message SET state = ?, accepted_at = ?, next_try_at = ?, lease_until = NULL, lease_owner = NULL
                WHERE id = ? AND state = 'sending' AND lease_owner = ?
                """,
            arguments: [state.rawValue, acceptedAt?.seconds, nextTryAt?.seconds, id.text, owner.text])
        return db.changesCount == 1
    }
}
