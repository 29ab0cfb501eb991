package import Calendars

/// A machine's clock that was set: what it should have shown, and what it shows.
package struct ClockStep: Hashable, Sendable, Codable {
    package let from: Instant
    package let to: Instant

    package init(from: Instant, to: Instant) {
        self.from = from
        self.to = to
    }

    /// Nil where the clock shows what it should, but for the small corrections that every clock gets.
    package init?(expected: Instant, found: Instant) {
        guard abs((found - expected).components.seconds) > Self.tolerance.components.seconds else { return nil }
        self.init(from: expected, to: found)
    }

    package static let tolerance = Duration.seconds(60)

    package var isBack: Bool { to < from }
    /// What has to be added to a time by the old clock; negative for a step back.
    package var shift: Duration { to - from }
}

extension Incident {
    /// What an incident that waits makes of a clock that was set back: it waits no longer than before.
    ///
    /// A clock that was set forward moves nothing: what is overdue by it is done at once, each thing once.
    package func following(_ step: ClockStep) -> IncidentChange {
        var change = IncidentChange(self)
        if step.isBack, nextDueAt != nil { change.note(.clockStepped(step), at: step.to) }
        return change
    }

    /// Waits and running limits move with the clock; a task keeps the hour that somebody named.
    mutating func shift(by step: ClockStep) {
        guard step.isBack else { return }
        func moved(_ instant: Instant?) -> Instant? { instant.map { $0 + step.shift } }
        escalation.nextStepAt = moved(escalation.nextStepAt)
        escalation.askAgainAt = moved(escalation.askAgainAt)
        standbyAt = moved(standbyAt)
        for index in clocks.indices where clocks[index].isRunning {
            if let due = moved(clocks[index].deadline.due) {
                clocks[index].deadline = clocks[index].deadline.starting(due)
            }
        }
    }
}
