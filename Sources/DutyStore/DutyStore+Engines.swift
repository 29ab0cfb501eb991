package import Calendars
import GRDB

extension DutyStore {
    /// Notes that an engine lives, by the machine's clock.
    package func heartbeat(_ engine: EngineID, at machineTime: Instant) throws(StoreError) {
        try write { db in
            try db.execute(
                sql: """
                    INSERT INTO engine (id, seen_at) VALUES (?, ?)
                    ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at
                    """,
                arguments: [engine.text, machineTime.seconds])
        }
    }

    /// Notes that an engine ended by itself.
    package func stopped(_ engine: EngineID) throws(StoreError) {
        try write { db in
            try db.execute(sql: "DELETE FROM engine WHERE id = ?", arguments: [engine.text])
        }
    }

    /// Whether any engine was seen this short a time ago; a heartbeat from the far future counts for nothing.
    package func isEngineRunning(at machineTime: Instant, within limit: Duration) throws(StoreError) -> Bool {
        try read { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM engine WHERE seen_at BETWEEN ? AND ?)",
                arguments: [(machineTime - limit).seconds, (machineTime + limit).seconds]) ?? false
        }
    }
}
