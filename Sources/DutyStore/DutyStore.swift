package import Calendars
import GRDB

/// One SQLite file: published rosters, incidents, outbox and ledger.
///
/// Every change is one transaction that is on disk when the call returns.
/// Closures run inside it and must not call the store again.
package final class DutyStore: Sendable {
    package let path: String
    package let clock: DatabaseClock
    let shelf = PublicationShelf()
    let queue: DatabaseQueue

    private init(path: String, clock: DatabaseClock, queue: DatabaseQueue) {
        self.path = path
        self.clock = clock
        self.queue = queue
    }

    /// How long a writer waits for another one, unless told otherwise.
    package static let usualPatience = Duration.seconds(5)

    /// Opens a database, makes a real one where the file is missing, and brings its tables up to date.
    ///
    /// One that may not be written can still be read; writing to it is `readOnly`.
    package static func open(_ path: String, patience: Duration = usualPatience) throws(StoreError) -> DutyStore {
        try opening(path, patience) { queue in
            // A database that is up to date can be read on a full disk.
            if let clock = try queue.read({ db in try Schema.isCurrent(db) ? try Desk.clock(db) : nil }) {
                return clock
            }
            return try queue.write { db in
                try Schema.migrate(db)
                if let clock = try Desk.clock(db) { return clock }
                try Desk.insertReal(db)
                return .real
            }
        }
    }

    /// Makes a drill's database; a file that is a database already is refused.
    package static func createDrill(_ path: String, name: String, at: Instant) throws(StoreError) -> DutyStore {
        try opening(path, usualPatience) { queue in
            try queue.write { db in
                try Schema.migrate(db)
                switch try Desk.clock(db) {
                case .drill: throw StoreError.drillExists(path: path)
                case .real: throw StoreError.realExists(path: path)
                case nil: try Desk.insertDrill(named: name, at: at, db)
                }
                return .drill(name: name)
            }
        }
    }

    private static func opening(
        _ path: String, _ patience: Duration, _ prepare: (DatabaseQueue) throws -> DatabaseClock
    ) throws(StoreError) -> DutyStore {
        do {
            let queue = try Connection.open(path, patience: patience)
            return DutyStore(path: path, clock: try prepare(queue), queue: queue)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try queue.read(body) } catch { throw StoreError(error, path: path) }
    }

    /// One IMMEDIATE transaction, rolled back when the body throws.
    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try queue.write(body) } catch { throw StoreError(error, path: path) }
    }

    /// Like `write`, for a body that runs a caller's decision: the caller's own errors pass through.
    func writeDeciding<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do { return try queue.write(body) } catch { throw StoreError.known(error, path: path) ?? error }
    }

    /// Empties the write-ahead log, so that erased values do not linger in it.
    func truncateLog() throws(StoreError) {
        do {
            try queue.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        } catch {
            throw StoreError(error, path: path)
        }
    }
}
