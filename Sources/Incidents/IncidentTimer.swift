package import Calendars

/// What an incident waits for.
package enum IncidentTimer: Hashable, Sendable {
    case step
    case askAgain
    case standby
    case clock(Int)
    case task(Int)
}

extension Incident {
    /// The next thing to do and when; ties go to the ladder first.
    package var nextTimer: (timer: IncidentTimer, at: Instant)? {
        var timers: [(timer: IncidentTimer, at: Instant)] = []
        if let at = escalation.nextStepAt { timers.append((.step, at)) }
        if let at = escalation.askAgainAt { timers.append((.askAgain, at)) }
        if let at = standbyAt { timers.append((.standby, at)) }
        for clock in clocks {
            if let at = clock.nextNoticeAt { timers.append((.clock(clock.id), at)) }
        }
        for task in tasks {
            if let at = task.nextNoticeAt { timers.append((.task(task.id), at)) }
        }
        return timers.enumerated().min { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }?.element
    }

    /// When an engine has to look at it again; an open incident always has one (promise 3).
    package var nextDueAt: Instant? { nextTimer?.at }
}

extension DutyTask {
    /// A reminder ten minutes before, unless it was given later than that, and a word when it is overdue.
    package var nextNoticeAt: Instant? {
        guard isPending, overdueAt == nil else { return nil }
        let reminder = due - ReportClock.warning
        return remindedAt == nil && reminder > givenAt ? reminder : due
    }
}
