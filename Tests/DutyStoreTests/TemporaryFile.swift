import Calendars
import DutyStore
import Foundation
import GRDB

/// A database file in a folder of its own, which goes with the last reference.
final class TemporaryFile: Sendable {
    private let folder: URL
    let path: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("duty-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appendingPathComponent("duty.db").path
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func store() throws -> DutyStore {
        try DutyStore.open(path)
    }

    /// A second connection that knows nothing of the store.
    func raw() throws -> DatabaseQueue {
        try DatabaseQueue(path: path)
    }

    /// Runs SQL behind the store's back.
    func tamper(_ sql: String) throws {
        try raw().write { db in try db.execute(sql: sql) }
    }

    /// Every row of every table, to see that nothing changed.
    func everything() throws -> [String] {
        try raw().read { db in
            let tables = try String.fetchAll(
                db,
                sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
            return try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0.description)" }
            }
        }
    }

    /// How many pages the log holds; before the first checkpoint, how many were written.
    func walFrames() throws -> Int {
        try Data(contentsOf: URL(fileURLWithPath: path + "-wal")).count / (4096 + 24)
    }

    /// Whether a text is anywhere in the database's own files.
    func holds(_ text: String) throws -> Bool {
        try [path, path + "-wal"].contains { file in
            guard FileManager.default.fileExists(atPath: file) else { return false }
            return try Data(contentsOf: URL(fileURLWithPath: file)).range(of: Data(text.utf8)) != nil
        }
    }
}
