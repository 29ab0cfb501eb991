package import Calendars
import GRDB
package import Incidents

/// What an engine showed of itself the last time.
package struct EngineSign: Hashable, Sendable {
    package let engine: EngineID
    package let startedAt: Instant
    package let seenAt: Instant
    /// The cycles that it was in.
    package let cycles: [WatchSight.UnderWay]

    /// Whether it was seen this short a time ago; a sign from the far future counts for nothing.
    package func isFresh(at machineTime: Instant, within limit: Duration) -> Bool {
        machineTime - limit <= seenAt && seenAt <= machineTime + limit
    }

    /// Whether it does what is due: seen a short time ago, and not caught in its steps.
    package func isWorking(at machineTime: Instant, within limit: Duration) -> Bool {
        isFresh(at: machineTime, within: limit)
            && !cycles.contains { $0.cycle == .steps && machineTime - $0.since > $0.limit }
    }
}

extension DutyStore {
    /// Notes that an engine lives and what it is in, by the machine's clock, which is read inside the transaction.
    package func heartbeat(
        _ engine: EngineID, startedAt: Instant? = nil, cycles: (Instant) -> [WatchSight.UnderWay] = { _ in [] },
        reading: () -> ClockReading
    ) throws(StoreError) {
        try write { db in
            let reading = reading()
            let machineTime = reading.now
            if !clock.isDrill { try MachineClock.note(reading, db) }
            try db.execute(
                sql: """
                    INSERT INTO engine (id, started_at, seen_at, cycles) VALUES (?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, cycles = excluded.cycles
                    """,
                arguments: [
                    engine.text, (startedAt ?? machineTime).seconds, machineTime.seconds,
                    try Canonical.text(cycles(machineTime)),
                ])
        }
    }

    /// Notes that an engine ended, by itself or as its process is known to be gone.
    package func stopped(_ engine: EngineID) throws(StoreError) {
        try write { db in
            try db.execute(sql: "DELETE FROM engine WHERE id = ?", arguments: [engine.text])
        }
    }

    /// Whether any engine was seen this short a time ago and does what is due.
    package func isEngineRunning(at machineTime: Instant, within limit: Duration) throws(StoreError) -> Bool {
        try engineSigns().contains { $0.isWorking(at: machineTime, within: limit) }
    }

    /// Every engine that did not end by itself, the last one seen first.
    package func engineSigns() throws(StoreError) -> [EngineSign] {
        try read { db in try EngineSign.all(db) }
    }
}

extension EngineSign {
    static func all(_ db: Database) throws -> [EngineSign] {
        try Row.fetchAll(db, sql: "SELECT * FROM engine ORDER BY seen_at DESC, id").map { row in
            EngineSign(
                engine: EngineID(text: try row.decode(forColumn: "id")),
                startedAt: Instant(seconds: try row.decode(forColumn: "started_at")),
                seenAt: Instant(seconds: try row.decode(forColumn: "seen_at")),
                cycles: try Canonical.value(from: row.decode(forColumn: "cycles")))
        }
    }
}
