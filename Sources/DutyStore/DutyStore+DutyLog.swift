package import Calendars
import GRDB
import Incidents
import Rosters
package import Watchkeeping

extension DutyStore {
    /// Writes an entry of the duty log, as a pure decision over the whole log makes it.
    @discardableResult
    package func write(
        at now: Instant, _ decide: (DutyLog) throws(WatchConflict) -> LogEntry
    ) throws -> LogEntry {
        try writeDeciding(at: now) { db in
            let entry = try decide(try Self.dutyLog(db))
            try WatchRecord.insert(
                entry, into: "log_entry",
                [
                    ("number", entry.number), ("place", try Self.placeKey(of: entry.unit, db)),
                    ("unit", entry.unit.text), ("happened_at", entry.happenedAt.seconds),
                    ("written_at", entry.writtenAt.seconds), ("corrects", entry.corrects),
                ], db)
            try Ledger.append(.watchkeeping(.logged(entry)), at: now, db)
            return entry
        }
    }

    package func dutyLog() throws(StoreError) -> DutyLog {
        try read { db in try Self.dutyLog(db) }
    }

    private static func dutyLog(_ db: Database) throws -> DutyLog {
        DutyLog(try WatchRecord.all("SELECT body FROM log_entry ORDER BY number", [], db))
    }
}
