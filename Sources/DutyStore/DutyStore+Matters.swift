package import Calendars
import GRDB
package import Incidents
package import Rosters

extension DutyStore {
    /// Tells people of something that belongs to no incident: the matter, its messages and its ledger entries.
    @discardableResult
    package func raise(
        _ draft: MatterDraft, policy: Policy, board: DutyBoard
    ) throws(StoreError) -> Matter {
        try write(at: board.at) { db in try Self.raise(draft, policy: policy, board: board, db) }
    }

    @discardableResult
    static func raise(_ draft: MatterDraft, policy: Policy, board: DutyBoard, _ db: Database) throws -> Matter {
        let change = MatterMachine.raise(
            draft, number: try MatterRow.nextNumber(db), policy: policy, board: board)
        try MatterRow.store(change, at: board.at, db)
        return change.matter
    }

    /// Nil for a number that was never given.
    package func matter(_ number: MatterNumber) throws(StoreError) -> Matter? {
        try read { db in try MatterRow.fetchOne(db, key: number.value)?.matter }
    }

    /// All of them, in order.
    package func matters() throws(StoreError) -> [Matter] {
        try read { db in try MatterRow.fetchAll(db, sql: "SELECT * FROM matter ORDER BY number").map(\.matter) }
    }

    /// Those about some things that were raised from an instant on, in order; no others are read.
    package func matters(about topics: [MatterTopic], since instant: Instant) throws(StoreError) -> [Matter] {
        try read { db in
            let asked = Set(topics.map(\.rawValue))
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT matter.number, topic.key FROM matter, json_each(matter.subject) AS topic
                    WHERE raised_at >= ? ORDER BY matter.number
                    """, arguments: [instant.seconds])
            return try rows.filter { asked.contains($0[1]) }.map {
                try MatterRow.find(MatterNumber($0[0]), db).matter
            }
        }
    }
}

/// What a matter may be about, by the name under which its subject is stored.
package enum MatterTopic: String, Sendable {
    case gapsOpened
    case gapsClosed
    case rollCallMissed
}
