import GRDB

/// Harm done to a database behind the program's back.
enum Database {
    /// Makes an incident's row unreadable.
    static func spoilIncident(_ number: String, in path: String) throws {
        try DatabaseQueue(path: path).write { db in
            try db.execute(sql: "UPDATE incident SET told = '[1]' WHERE number = ?", arguments: [number])
        }
    }

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
