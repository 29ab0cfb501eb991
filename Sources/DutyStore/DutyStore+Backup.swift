package import Calendars
import Foundation
import GRDB

/// A copy of the database that was read again after it was made.
package struct Backup: Hashable, Sendable {
    package let path: String
    package let bytes: Int
    package let verdict: LedgerVerdict
    /// What the copy's ledger is.
    package let checkpoint: Checkpoint
}

extension DutyStore {
    /// Copies the database as it is at one moment, while others go on writing; the file must not be there yet.
    ///
    /// The copy has its name only once it is whole, on disk, and was opened, checked and its ledger read.
    package func backup(to path: String, at instant: Instant) throws(StoreError) -> Backup {
        let part = "\(path).part-\(Random.hex(bytes: 4))"
        defer {
            for tail in ["", "-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: part + tail) }
        }
        do {
            try copy(to: part)
            let (verdict, checkpoint) = try Self.verified(part, at: instant)
            try Disk.flush(part)
            let bytes = try FileManager.default.attributesOfItem(atPath: part)[.size] as? Int ?? 0
            try FileManager.default.moveItem(atPath: part, toPath: path)
            try Disk.flush((path as NSString).deletingLastPathComponent)
            return Backup(path: path, bytes: bytes, verdict: verdict, checkpoint: checkpoint)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    private func copy(to part: String) throws {
        let copy = try DatabaseQueue(path: part)
        try queue.backup(to: copy)
        try copy.close()
    }

    /// Reads a copy as any database is read, and leaves it as one file without a log beside it.
    private static func verified(_ part: String, at instant: Instant) throws -> (LedgerVerdict, Checkpoint) {
        let copy = try DutyStore.open(part)
        if let damage = try copy.damage().first { throw StoreError.corrupt(detail: damage) }
        let result = (try copy.verifyLedger(), try copy.checkpoint(at: instant))
        try copy.queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
        try copy.queue.close()
        return result
    }

    /// What SQLite finds wrong with the file's structure; empty: nothing.
    package func damage() throws(StoreError) -> [String] {
        try read { db in
            try String.fetchAll(db, sql: "PRAGMA quick_check").filter { $0 != "ok" }
                + Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { "foreign key: \($0.description)" }
        }
    }

    /// Takes the right to write and gives it back unused; throws what would keep a writer from it now.
    package func tryWriting() throws(StoreError) {
        guard !queue.configuration.readonly else { throw .readOnly(path: path) }
        do {
            try queue.inDatabase { db in try db.inTransaction(.immediate) { .rollback } }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Whether what is committed is on disk when the commit returns, and readers hold up no writer.
    package func isDurable() throws(StoreError) -> Bool {
        try read { db in
            try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal"
                && Int.fetchOne(db, sql: "PRAGMA synchronous") == 2
        }
    }

    /// The version of the tables.
    package var schemaVersion: Int { Schema.version }
}

/// What has to be on disk before anything is said.
private enum Disk {
    struct NotFlushed: Error, CustomStringConvertible {
        let path: String
        let cause: String

        var description: String { "\(path): \(cause)" }
    }

    /// Returns when a file, or the names in a folder, are on disk.
    static func flush(_ path: String) throws {
        let descriptor = open(path.isEmpty ? "." : path, O_RDONLY)
        guard descriptor >= 0 else { throw NotFlushed(path: path, cause: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw NotFlushed(path: path, cause: String(cString: strerror(errno))) }
    }
}
