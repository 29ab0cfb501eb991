package import Calendars
package import Incidents
import Rosters

/// How a reporting limit stands.
package struct ClockWording: Sendable {
    private let zone: Zone
    private let names: Names

    package init(zone: Zone, names: Names) {
        self.zone = zone
        self.names = names
    }

    /// `02-17 05:12 前报上级（电话，自接报起算；国令493 第十一条）：运行中`.
    package func line(_ clock: ReportClock) -> Phrase {
        deadline(clock.deadline) + Phrase(zh: "：", en: ": ") + state(clock)
    }

    package func deadline(_ deadline: Deadline) -> Phrase {
        let due =
            deadline.due.map { Phrase(zh: "\(zone.short($0)) 前报", en: "by \(zone.short($0)) to ") }
            ?? Phrase(zh: "起算时间未掌握，报", en: "start unknown, to ")
        return due + receiver(deadline.to) + Phrase(zh: "（", en: " (") + deadline.over.phrase
            + Phrase(zh: "，", en: ", ") + deadline.starts.phrase
            + Phrase(zh: "；\(deadline.source)）", en: "; \(deadline.source))")
    }

    package func receiver(_ to: String) -> Phrase {
        to == ReportClock.superior ? Phrase(zh: "上级", en: "the level above") : Phrase(names.unit(UnitID(to)))
    }

    package func state(_ clock: ReportClock) -> Phrase {
        if let report = clock.report {
            return Phrase(zh: "已于 \(zone.short(report.at)) ", en: "reported \(zone.short(report.at)) ")
                + report.over.phrase + Phrase(zh: "报告，", en: ", ") + punctuality(clock)
        }
        if clock.deadline.due == nil { return Phrase(zh: "起算时间未掌握，尚未报告", en: "start unknown, not reported yet") }
        return clock.overrunAt == nil
            ? Phrase(zh: "计时中，尚未报告", en: "running, not reported yet")
            : Phrase(zh: "超时限，尚未报告", en: "LIMIT PASSED, not reported yet")
    }

    /// `时限内` or `超时限 12 分钟`; never a word about why.
    package func punctuality(_ clock: ReportClock) -> Phrase {
        guard let due = clock.deadline.due, let report = clock.report else {
            return Phrase(zh: "起算时间未掌握", en: "start unknown")
        }
        guard clock.isLate else { return Phrase(zh: "时限内", en: "in time") }
        let late = max(1, (report.at - due).wholeMinutes)
        return Phrase(zh: "超时限 ", en: "late by ") + minutesPhrase(late)
    }
}

/// A task or instruction in one line.
package struct TaskWording: Sendable {
    private let zone: Zone
    private let names: Names

    package init(zone: Zone, names: Names) {
        self.zone = zone
        self.names = names
    }

    package func line(_ task: DutyTask) -> Phrase {
        let head = Phrase(zh: "\(task.id). ", en: "\(task.id). ") + given(task)
        let interim =
            task.interim.map { Phrase(zh: "；临时措施：\($0)", en: "; until then: \($0)") } ?? Phrase("")
        return head + interim + Phrase(zh: "。", en: ". ") + state(task)
    }

    /// Whoever gave it, to whom, what, and until when.
    package func given(_ task: DutyTask) -> Phrase {
        let words = task.instruction.map { Phrase(zh: "批示“\($0)”，", en: " instructed “\($0)”,") } ?? Phrase("")
        return names.personInFull(task.givenBy) + words
            + Phrase(zh: "交办 \(names.person(task.owner))：", en: " gave \(names.person(task.owner)): ")
            + Phrase(task.measure)
            + Phrase(zh: "，时限 \(zone.short(task.due))", en: ", due \(zone.short(task.due))")
    }

    package func state(_ task: DutyTask) -> Phrase {
        if let closed = task.closed {
            return Phrase(zh: "已销号（", en: "closed (") + Phrase(names.person(closed.by))
                + Phrase(zh: " 核实，\(zone.short(closed.at))）", en: ", \(zone.short(closed.at)))")
        }
        if let done = task.done {
            return Phrase(
                zh: "已办理（\(names.person(done.by))：\(done.result)），待第二人销号",
                en: "done (\(names.person(done.by)): \(done.result)), to be closed by a second person")
        }
        return task.overdueAt == nil
            ? Phrase(zh: "办理中", en: "under way") : Phrase(zh: "超时限，尚未办理", en: "OVERDUE, not done yet")
    }
}
