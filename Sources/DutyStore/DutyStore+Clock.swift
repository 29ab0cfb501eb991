package import Calendars

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
}
