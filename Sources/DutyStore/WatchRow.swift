import Calendars
import GRDB
import Incidents
import Watchkeeping

/// When an engine looks again whether something of the daily work is overdue, and up to when it has looked.
struct WatchRow: StoredRow {
    static let databaseTableName = "watch_due"

    let place: String
    let kind: WatchKind
    let lookedAt: Instant
    /// Nil: nothing is awaited.
    let dueAt: Instant?

    static func find(_ place: String, _ kind: WatchKind, _ db: Database) throws -> WatchRow? {
        try fetchOne(db, key: ["place": place, "kind": kind.rawValue])
    }

    /// Asks for a look at an instant, or earlier where one is asked for already.
    static func look(at due: Instant, for kind: WatchKind, in place: String, from: Instant, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO watch_due (place, kind, looked_at, due_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (place, kind) DO UPDATE SET due_at = min(coalesce(due_at, excluded.due_at), excluded.due_at)
                """,
            arguments: [place, kind.rawValue, from.seconds, due.seconds])
    }

    /// A roster came into force: what its policy watches is looked at from then on.
    static func published(_ place: String, policy: Policy, at instant: Instant, _ db: Database) throws {
        let watched: [(WatchKind, Bool)] = [
            (.handover, policy.handoverRule != nil), (.nilReport, policy.nilReport != nil),
        ]
        for (kind, isWatched) in watched {
            let isKnown = try find(place, kind, db) != nil
            if isWatched || isKnown { try look(at: instant, for: kind, in: place, from: instant, db) }
        }
    }
}
