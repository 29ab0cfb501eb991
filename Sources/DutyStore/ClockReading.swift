package import Calendars

/// Both clocks of a machine at one moment: the one that people set, and the time since its start, which nobody sets.
package struct ClockReading: Hashable, Sendable {
    package let now: Instant
    /// Goes on while the machine sleeps.
    package let uptime: Duration
    /// Which start of which machine; times since different ones cannot be compared.
    package let boot: String

    package init(now: Instant, uptime: Duration, boot: String) {
        self.now = now
        self.uptime = uptime
        self.boot = boot
    }

    /// When the machine was started, by the clock as it is set now: it moves only when somebody sets the clock.
    package var ahead: Instant { now - uptime }
}
