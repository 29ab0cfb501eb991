import GRDB

/// How a database file is opened.
enum Connection {
    /// A connection whose commits are on disk when they return.
    ///
    /// GRDB's own WAL mode and its pool set `synchronous` to NORMAL after this
    /// preparation, which is why neither is used.
    static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "DutyStore"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try Schema.refuseForeign(db, path: path)
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
