package import Calendars
import GRDB
import Incidents

extension DutyStore {
    /// The present time of this database: the drill's own, or the machine's.
    package func now(machine: Instant) throws(StoreError) -> Instant {
        guard clock.isDrill else { return machine }
        return try read { db in try Desk.now(db) } ?? machine
    }

    /// Moves a drill's clock forward; it runs nothing.
    package func moveDrillClock(to instant: Instant) throws(StoreError) {
        try write { db in try Desk.move(to: instant, db) }
    }

    /// The latest time that is on record; nil: nothing is.
    package func latestTime() throws(StoreError) -> Instant? {
        try read { db in try MachineClock.latest(db) }
    }

    /// Notes a clock that does not show what it should, once however many look, before anything is done by its time.
    package func noteClock(_ reading: ClockReading) throws(StoreError) {
        try write { db in try MachineClock.note(reading, db) }
    }

    /// A transaction that writes to the ledger by the machine's clock: one that was set back is noted before it.
    func write<Value>(at instant: Instant, _ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try write { db in
            if !clock.isDrill { try MachineClock.see(instant, db) }
            return try body(db)
        }
    }

    /// Like `write(at:)`, for a body that runs a caller's decision: the caller's own errors pass through.
    func writeDeciding<Value>(at instant: Instant, _ body: (Database) throws -> Value) throws -> Value {
        try writeDeciding { db in
            if !clock.isDrill { try MachineClock.see(instant, db) }
            return try body(db)
        }
    }
}
