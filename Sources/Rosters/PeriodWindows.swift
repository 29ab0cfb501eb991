package import Calendars

/// The window of a period for every unit, worked out once for each table of working hours.
package struct PeriodWindows: Sendable {
    /// By the distinct hours of the place, nil among them where a unit has none.
    private let windows: [Interval]
    package let hours: [WorkingHours?]
    /// By unit, which of the distinct hours are its own.
    private let kinds: [Int32]

    package init(_ period: Period, of place: Place, calendar: HolidayCalendar) {
        var hours: [WorkingHours?] = []
        let units = place.units
        self.kinds = units.indices.map { unit in
            if let known = hours.firstIndex(of: units[unit].hours) { return Int32(known) }
            hours.append(units[unit].hours)
            return Int32(hours.count - 1)
        }
        self.hours = hours
        self.windows = hours.map { period.window(hours: $0, zone: place.zone, calendar: calendar) }
    }

    package subscript(unit: Ordinal<Unit>) -> Interval { windows[Int(kinds[unit.index])] }

    /// Which of ``hours`` are a unit's own.
    package func kind(of unit: Ordinal<Unit>) -> Int { Int(kinds[unit.index]) }
}
