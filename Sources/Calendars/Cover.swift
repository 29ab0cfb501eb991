/// When a post must be covered, as the planner writes it.
package enum Cover: Hashable, Sendable, Codable {
    case always
    /// Outside the unit's working hours on workdays, the whole of other days.
    case offHours
    /// Windows by day; a day that no key names needs no cover.
    case windows([DaySelector: [ClockWindow]])
}

/// A day that a cover names: one date, a label such as 除夕, or a kind of day, the narrowest deciding.
package enum DaySelector: Hashable, Sendable, Codable {
    case kind(DayKind)
    case date(CivilDate)
    case label(DayLabel)

    fileprivate var isLabel: Bool {
        if case .label = self { true } else { false }
    }
}

extension HolidayCalendar {
    /// The stretches of a window in which a post with this cover needs its people, sorted and disjoint.
    package func required(_ cover: Cover, hours: WorkingHours?, zone: Zone, within window: Interval) -> [Interval] {
        guard !window.isEmpty else { return [] }
        if cover == .always { return [window] }
        // A window that crosses midnight belongs to the day on which it starts.
        let first = zone.date(of: window.start) - 1
        let last = zone.date(of: window.end)
        return (first...last)
            .flatMap { intervals(of: cover, on: $0, hours: hours, zone: zone) }
            .clipped(to: window)
            .union()
    }

    private func intervals(of cover: Cover, on date: CivilDate, hours: WorkingHours?, zone: Zone) -> [Interval] {
        switch cover {
        case .always: [wholeDay(date, zone: zone)]
        case .offHours: offHours(on: date, hours: hours, zone: zone)
        case .windows(let table): windows(in: table, on: date).map { $0.interval(on: date, in: zone) }
        }
    }

    private func wholeDay(_ date: CivilDate, zone: Zone) -> Interval {
        Interval(start: zone.startOfDay(date), end: zone.startOfDay(date + 1))
    }

    /// Office hours that cross midnight belong to the day on which they start, like every window.
    private func offHours(on date: CivilDate, hours: WorkingHours?, zone: Zone) -> [Interval] {
        let day = wholeDay(date, zone: zone)
        guard let hours else { return [day] }
        let working = [date - 1, date]
            .filter { kind(of: $0) == .workday }
            .map { hours.window(on: $0).interval(on: $0, in: zone) }
        return day.subtracting(working)
    }

    private func windows(in table: [DaySelector: [ClockWindow]], on date: CivilDate) -> [ClockWindow] {
        if let windows = table[.date(date)] { return windows }
        if table.keys.contains(where: \.isLabel) {  // the lunar calendar is slow to ask
            for label in DayLabel.labels(of: date) {
                if let windows = table[.label(label)] { return windows }
            }
        }
        let kind = kind(of: date)
        return table[.kind(kind)] ?? (kind == .statutory ? table[.kind(.restday)] : nil) ?? []
    }
}

extension Interval {
    /// What is left of this interval without the others, in order.
    package func subtracting(_ others: [Interval]) -> [Interval] {
        var rest: [Interval] = []
        var from = start
        for other in others.clipped(to: self).union() {
            if from < other.start { rest.append(Interval(start: from, end: other.start)) }
            from = other.end
        }
        if from < end { rest.append(Interval(start: from, end: end)) }
        return rest
    }
}
