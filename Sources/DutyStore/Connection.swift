import Foundation
import GRDB

/// How a database file is opened.
enum Connection {
    /// A connection whose commits are on disk when they return; patience is how long it waits for another writer.
    ///
    /// GRDB's own WAL mode and its pool set `synchronous` to NORMAL after this preparation, which is why neither is used.
    static func open(_ path: String, patience: Duration) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "DutyStore"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(patience / .seconds(1))
        guard !isAtRest(path) else {
            configuration.readonly = true
            configuration.prepareDatabase { db in try Schema.refuseForeign(db, path: path) }
            let address = URL(fileURLWithPath: path).absoluteString
            return try DatabaseQueue(path: address + "?immutable=1", configuration: configuration)
        }
        configuration.prepareDatabase { db in
            try Schema.refuseForeign(db, path: path)
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Whether nobody has the file open and this process may not write it: then it is read as it lies there.
    ///
    /// Read the usual way it would need files beside it: where the folder takes none it could not be read at all, and
    /// where it does they would be left behind and belong to a user who may only read, and stop those who may write.
    private static func isAtRest(_ path: String) -> Bool {
        let files = FileManager.default
        guard files.fileExists(atPath: path), !files.fileExists(atPath: path + "-wal") else { return false }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        return !files.isWritableFile(atPath: path) || !files.isWritableFile(atPath: folder)
    }
}
