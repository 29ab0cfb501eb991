import Calendars
import GRDB
import Incidents

/// A matter as it is stored.
struct MatterRow: StoredRow {
    static let databaseTableName = "matter"

    let number: MatterNumber
    let subject: MatterSubject
    let raisedAt: Instant
    let ways: [ChannelDefinition]
    let told: [Told]
    let reserve: [Told]

    init(_ matter: Matter) {
        self.number = matter.number
        self.subject = matter.subject
        self.raisedAt = matter.raisedAt
        self.ways = matter.ways
        self.told = matter.told
        self.reserve = matter.reserve
    }

    var matter: Matter {
        Matter(number: number, subject: subject, raisedAt: raisedAt, ways: ways, told: told, reserve: reserve)
    }

    static func find(_ number: MatterNumber, _ db: Database) throws -> MatterRow {
        guard let row = try fetchOne(db, key: number.value) else {
            throw StoreError.corrupt(detail: "matter \(number)")
        }
        return row
    }

    static func nextNumber(_ db: Database) throws -> MatterNumber {
        MatterNumber((try Int.fetchOne(db, sql: "SELECT max(number) FROM matter") ?? 0) + 1)
    }

    /// Writes a decision about a matter, a new one or one that is known: state, outbox and ledger.
    static func store(_ change: MatterChange, at instant: Instant, _ db: Database) throws {
        try MatterRow(change.matter).upsert(db)
        for message in change.messages { try MessageRow.enqueue(message, at: instant, db) }
        for record in change.records { try Ledger.append(record, at: instant, db) }
    }
}
