import Calendars
import GRDB
import Incidents

/// Whose time a database lives in.
package enum DatabaseClock: Hashable, Sendable {
    /// The machine's.
    case real
    /// Its own, which only a drill's commands move.
    case drill(name: String)

    package var isDrill: Bool { self != .real }
}

/// The one row that says what a database is.
enum Desk {
    /// Nil for a database that has just been made.
    static func clock(_ db: Database) throws -> DatabaseClock? {
        guard let row = try Row.fetchOne(db, sql: "SELECT kind, name FROM desk") else { return nil }
        return try row.decode(forColumn: "kind") == "drill" ? .drill(name: row.decode(forColumn: "name")) : .real
    }

    static func insertReal(_ db: Database) throws {
        try db.execute(sql: "INSERT INTO desk (id, kind) VALUES (1, 'real')")
    }

    static func insertDrill(named name: String, at: Instant, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO desk (id, kind, name, now) VALUES (1, 'drill', ?, ?)", arguments: [name, at.seconds])
        try Ledger.append(.drillStarted(name: name), at: at, db)
    }

    /// The drill's present time; nil in a real database.
    static func now(_ db: Database) throws -> Instant? {
        try Int64.fetchOne(db, sql: "SELECT now FROM desk WHERE now IS NOT NULL").map { Instant(seconds: $0) }
    }

    static func move(to instant: Instant, _ db: Database) throws {
        guard let now = try now(db) else { throw StoreError.notADrill }
        guard now <= instant else { throw StoreError.clockBackwards(now: now, asked: instant) }
        guard now != instant else { return }
        try db.execute(sql: "UPDATE desk SET now = ?", arguments: [instant.seconds])
        try Ledger.append(.clockMoved(from: now, to: instant), at: instant, db)
    }
}
