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

    /// All of them, or those raised from an instant on, in order.
    package func matters(since instant: Instant? = nil) throws(StoreError) -> [Matter] {
        try read { db in
            try MatterRow.fetchAll(
                db, sql: "SELECT * FROM matter WHERE ? IS NULL OR raised_at >= ? ORDER BY number",
                arguments: [instant?.seconds, instant?.seconds]
            ).map(\.matter)
        }
    }
}
