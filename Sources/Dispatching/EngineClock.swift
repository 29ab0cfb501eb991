package import Calendars
package import DutyStore
import Incidents
import Synchronization

/// The clocks of the machine on which an engine runs.
package struct MachineTime: Sendable {
    package let reading: @Sendable () -> ClockReading

    package init(reading: @escaping @Sendable () -> ClockReading) {
        self.reading = reading
    }

    package var now: Instant { reading().now }
    package var uptime: Duration { reading().uptime }
}

/// An engine's present time; a clock that was set is noted before anything is done by what it shows now.
final class EngineClock: Sendable {
    let time: MachineTime
    private let store: DutyStore
    /// As of the last look; nil before the first.
    private let ahead = Mutex<Instant?>(nil)

    init(_ time: MachineTime, store: DutyStore) {
        self.time = time
        self.store = store
    }

    func present() throws -> Instant {
        guard !store.clock.isDrill else { return try store.now(machine: time.now) }
        return try ahead.withLock { ahead in
            let reading = time.reading()
            if ahead.map({ ClockStep(expected: $0 + reading.uptime, found: reading.now) != nil }) ?? true {
                try store.noteClock(reading)
            }
            ahead = reading.ahead
            return reading.now
        }
    }
}
