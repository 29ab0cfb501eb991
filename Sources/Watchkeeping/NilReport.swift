package import Calendars
package import Rosters

/// Which units report each day, by when and to whom, even when nothing happened (零报告).
package struct NilReportRule: Hashable, Sendable, Codable {
    /// The clock times of each day of the period.
    package let by: [ClockTime]
    /// Nil: every unit that the period requires.
    package let units: [UnitID]?
    /// Who takes them; nil: the unit above.
    package let to: UnitID?

    package init(by: [ClockTime], units: [UnitID]? = nil, to: UnitID? = nil) {
        self.by = by
        self.units = units
        self.to = to
    }

    /// When reports are due within a period's window, in order.
    package func dues(in window: Interval, zone: Zone) -> [Instant] {
        guard !window.isEmpty else { return [] }
        let days = zone.date(of: window.start).dayNumber...zone.date(of: window.end).dayNumber
        return days.flatMap { day in by.map { zone.instant(CivilDate(dayNumber: day), $0) } }
            .filter(window.contains).sorted()
    }

    /// Whoever takes the reports owes none.
    package func asks(_ unit: UnitID) -> Bool { unit != to && (units.map { $0.contains(unit) } ?? true) }
}

/// A unit's report of a day: 有事报事，无事报平安.
package struct NilReport: Hashable, Sendable, Codable {
    package let unit: UnitID
    /// The time by which it was due.
    package let due: Instant
    package let by: PersonID
    package let at: Instant
    /// Nil: nothing happened (平安).
    package let text: String?

    package init(unit: UnitID, due: Instant, by: PersonID, at: Instant, text: String? = nil) {
        self.unit = unit
        self.due = due
        self.by = by
        self.at = at
        self.text = text
    }

    /// After its time; never a word about why.
    package var isLate: Bool { at > due }
}

/// A report that did not come by its time.
package struct NilReportDue: Hashable, Sendable, Codable {
    package let unit: UnitID
    package let due: Instant

    package init(unit: UnitID, due: Instant) {
        self.unit = unit
        self.due = due
    }
}

/// The reports of one period: which are due, which came.
package struct NilReportBook: Hashable, Sendable {
    package let rule: NilReportRule
    private let zone: Zone
    /// By unit, in the order of the period: when its reports are due.
    package let dues: [UnitDues]
    package let reports: [NilReport]

    package init(rule: NilReportRule, windows: [(unit: UnitID, window: Interval)], zone: Zone, reports: [NilReport]) {
        self.rule = rule
        self.zone = zone
        self.dues = windows.filter { rule.asks($0.unit) }
            .map { UnitDues(unit: $0.unit, at: rule.dues(in: $0.window, zone: zone)) }
        self.reports = reports
    }

    package struct UnitDues: Hashable, Sendable {
        package let unit: UnitID
        package let at: [Instant]
    }

    package func report(of unit: UnitID, due: Instant) -> NilReport? {
        reports.first { $0.unit == unit && $0.due == due }
    }

    /// A unit's report: for the first time of its day that is still open, or for a given one; each is answered once.
    package func answer(
        _ text: String?, of unit: UnitID, for given: Instant? = nil, by person: PersonID, at now: Instant
    ) throws(WatchConflict) -> NilReport {
        let mine = dues.first { $0.unit == unit }?.at ?? []
        let asked = mine.filter { due in given.map { $0 == due } ?? (zone.date(of: due) == zone.date(of: now)) }
        guard let last = asked.last else { throw .nothingDue(unit: unit, at: given) }
        guard let due = asked.first(where: { report(of: unit, due: $0) == nil }) else {
            throw report(of: unit, due: last).map { .alreadyReported($0) } ?? .nothingDue(unit: unit, at: given)
        }
        return NilReport(unit: unit, due: due, by: person, at: now, text: text)
    }

    /// Those that were due in `(after, upTo]` and have not come, by time and unit.
    package func missing(after: Instant?, upTo now: Instant) -> [NilReportDue] {
        dues.flatMap { dues in
            dues.at.filter { due in
                due <= now && after.map { due > $0 } != false && report(of: dues.unit, due: due) == nil
            }
            .map { NilReportDue(unit: dues.unit, due: $0) }
        }
        .sorted { ($0.due, $0.unit) < ($1.due, $1.unit) }
    }

    /// When the next reports are due after an instant; nil where none is any more.
    package func next(after instant: Instant) -> Instant? { dues.flatMap(\.at).filter { $0 > instant }.min() }
}

extension Sequence<NilReportBook> {
    /// The report that the first period that asks for one takes; what a caller is told otherwise is the best refusal.
    package func answer(
        _ text: String?, of unit: UnitID, for given: Instant? = nil, by person: PersonID, at now: Instant
    ) throws(WatchConflict) -> NilReport {
        var refusal = WatchConflict.nothingDue(unit: unit, at: given)
        for book in self {
            do throws(WatchConflict) {
                return try book.answer(text, of: unit, for: given, by: person, at: now)
            } catch {
                if case .alreadyReported = error { refusal = error }
            }
        }
        throw refusal
    }
}
