package import Calendars
import GRDB
package import Incidents

extension DutyStore {
    /// The entries of one incident, or all of them, in order.
    package func ledger(of incident: IncidentNumber? = nil) throws(StoreError) -> [LedgerEntry] {
        try read { db in
            let rows =
                if let incident {
                    try LedgerRow.fetchAll(
                        db, sql: "SELECT * FROM ledger WHERE incident = ? ORDER BY seq",
                        arguments: [incident.description])
                } else {
                    try LedgerRow.fetchAll(db, sql: "SELECT * FROM ledger ORDER BY seq")
                }
            return try rows.map { row in
                guard let entry = row.entry else { throw StoreError.corrupt(detail: "ledger entry \(row.seq)") }
                return entry
            }
        }
    }

    /// Reads the whole ledger in order and names the first entry that is wrong.
    ///
    /// A rewrite of everything from some entry on shows only against a checkpoint.
    package func verifyLedger(against checkpoint: Checkpoint? = nil) throws(StoreError) -> LedgerVerdict {
        try read { db in
            var walk = LedgerWalk(against: checkpoint)
            let rows = try LedgerRow.fetchCursor(db, sql: "SELECT * FROM ledger ORDER BY seq")
            while walk.fault == nil, let row = try rows.next() { walk.read(row) }
            return walk.verdict
        }
    }

    /// What the ledger is now, to be kept elsewhere.
    package func checkpoint(at instant: Instant) throws(StoreError) -> Checkpoint {
        try read { db in
            let last = try Row.fetchOne(db, sql: "SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1")
            return Checkpoint(
                count: try last?.decode(forColumn: "seq") ?? 0,
                hash: try last?.decode(forColumn: "hash") ?? Ledger.genesis, at: instant)
        }
    }
}
