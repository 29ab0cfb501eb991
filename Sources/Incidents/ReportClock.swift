package import Calendars
package import Rosters

/// A report that went upward (信息报送).
package struct UpwardReport: Hashable, Sendable, Codable {
    package let to: String
    package let over: ReportMedium
    package let at: Instant
    package let by: PersonID
    /// Who confirmed by phone that a written report arrived (电话确认).
    package let confirmedBy: String?

    package init(to: String, over: ReportMedium, at: Instant, by: PersonID, confirmedBy: String? = nil) {
        self.to = to
        self.over = over
        self.at = at
        self.by = by
        self.confirmedBy = confirmedBy
    }
}

/// A reporting limit that runs for an incident; once it has started nothing resets it.
package struct ReportClock: Hashable, Sendable, Codable {
    /// From 1, within its incident.
    package let id: Int
    package var deadline: Deadline
    package var warnedAt: Instant?
    /// When the desk was told that the limit had passed (超时限).
    package var overrunAt: Instant?
    /// The report that stopped it.
    package var report: UpwardReport?

    package init(id: Int, deadline: Deadline) {
        self.id = id
        self.deadline = deadline
    }

    /// How long before the limit the desk is warned.
    package static let warning = Duration.minutes(10)

    package enum State: String, Sendable {
        case running
        case warned
        case overrun
        case stopped
    }

    package var isRunning: Bool { report == nil }
    package var state: State {
        if report != nil { return .stopped }
        return overrunAt != nil ? .overrun : warnedAt != nil ? .warned : .running
    }

    /// Whether the report came after the limit; never a word about why.
    package var isLate: Bool {
        guard let due = deadline.due, let report else { return false }
        return report.at > due
    }

    /// When the desk has to be told next; nil while the start is unknown and once nothing is left to tell.
    package var nextNoticeAt: Instant? {
        guard isRunning, overrunAt == nil, let due = deadline.due else { return nil }
        return warnedAt == nil ? due - Self.warning : due
    }

    /// Whether a report upward stops this clock: its receiver, over its medium.
    package func isStopped(by report: UpwardReport, superior: UnitID?) -> Bool {
        let isReceiver =
            deadline.to == report.to
            || (deadline.to == Self.superior && superior?.text == report.to)
            || (report.to == Self.superior && superior?.text == deadline.to)
        return isRunning && isReceiver && (deadline.over == .any || report.over == .any || deadline.over == report.over)
    }

    /// The level above, whichever it is.
    package static let superior = "superior"
}
