import Calendars
import GRDB
import Incidents

/// The machine's clock as a real database has seen it.
///
/// Entries of the ledger keep the time that the clock showed; their order is that of their numbers. Wherever times
/// run backwards in it by more than the tolerance, an entry between says that the clock was set back.
enum MachineClock {
    /// When the clock was last set, by its new time; nil: never.
    static func steppedAt(_ db: Database) throws -> Instant? {
        try Int64.fetchOne(db, sql: "SELECT stepped_at FROM machine_clock WHERE stepped_at IS NOT NULL")
            .map { Instant(seconds: $0) }
    }

    /// The latest time that is known of: that of the last entry, or when an engine last looked.
    static func latest(_ db: Database) throws -> Instant? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT max(coalesce(seen_at, at), coalesce(at, seen_at)) FROM machine_clock
                LEFT JOIN (SELECT at FROM ledger ORDER BY seq DESC LIMIT 1)
                """)
        return try Int64.fetchOne(statement).map { Instant(seconds: $0) }
    }

    /// A time before the latest that is known of is a step back.
    static func see(_ instant: Instant, _ db: Database) throws {
        guard let latest = try latest(db), instant < latest,
            let step = ClockStep(expected: latest, found: instant)
        else { return }
        try follow(step, db)
    }

    /// Compares the clock with the time since the machine's start and with what is on record, and keeps both.
    ///
    /// Since another start only the record tells, and that only of a step back.
    static func note(_ reading: ClockReading, _ db: Database) throws {
        let known = try Int64.fetchOne(
            db, sql: "SELECT ahead FROM machine_clock WHERE boot = ?", arguments: [reading.boot])
        if let known,
            let step = ClockStep(expected: Instant(seconds: known) + reading.uptime, found: reading.now)
        {
            try follow(step, db)
        }
        try see(reading.now, db)
        try db.execute(
            sql: "UPDATE machine_clock SET seen_at = ?, boot = ?, ahead = ?",
            arguments: [reading.now.seconds, reading.boot, reading.ahead.seconds])
    }

    /// Notes a step, and moves with it what waits: leases always, all else only back, so that nobody waits longer.
    static func follow(_ step: ClockStep, _ db: Database) throws {
        let shift = step.shift.components.seconds
        try db.execute(
            sql: "UPDATE machine_clock SET seen_at = ?, ahead = ahead + ?, stepped_at = ?",
            arguments: [step.to.seconds, shift, step.to.seconds])
        try Ledger.append(.clockStepped(step), at: step.to, db)
        // A claim that was made by the new clock already is over by it.
        try db.execute(
            sql: "UPDATE message SET lease_until = lease_until + ? WHERE lease_until > ? OR lease_until < ?",
            arguments: [shift, step.isBack ? step.to.seconds : Int64.max, step.isBack ? Int64.min : step.to.seconds])
        if step.isBack {
            try db.execute(
                sql: "UPDATE message SET next_try_at = next_try_at + ? WHERE next_try_at IS NOT NULL",
                arguments: [shift])
            try moveIncidents(with: step, db)
        }
        // A sign of life stays as old as it is.
        try db.execute(
            sql: "UPDATE engine SET seen_at = min(seen_at + ?, ?), started_at = min(started_at + ?, ?)",
            arguments: [shift, step.to.seconds, shift, step.to.seconds])
    }

    /// An incident that cannot be read keeps nobody from writing; the watch finds it.
    private static func moveIncidents(with step: ClockStep, _ db: Database) throws {
        let numbers = try String.fetchAll(
            db, sql: "SELECT number FROM incident WHERE wake_at IS NOT NULL ORDER BY year, sequence")
        var shelf = PolicyShelf()
        for number in numbers {
            guard let row = try? IncidentRow.fetchOne(db, key: number), let incident = try? row.incident(&shelf, db)
            else { continue }
            let change = incident.following(step)
            if !change.records.isEmpty { _ = try row.storing(change, at: step.to, db) }
        }
    }
}
