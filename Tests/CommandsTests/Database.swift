import GRDB

/// Harm done to a database behind the program's back.
enum Database {
    /// Makes every published snapshot unreadable.
    static func spoilSnapshots(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            let triggers = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'publication'")
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger)") }
            try db.execute(sql: "UPDATE publication SET snapshot = '{}'")
        }
    }
}
