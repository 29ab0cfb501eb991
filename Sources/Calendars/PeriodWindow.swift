extension HolidayCalendar {
    /// From the last close before the holiday's run of off days to the next open after it; whole days without hours.
    package func window(of holiday: Holiday, hours: WorkingHours?, zone: Zone) -> Interval? {
        guard let run = run(of: holiday) else { return nil }
        guard let hours else { return window(from: run.lowerBound, to: run.upperBound, zone: zone) }
        let eve = run.lowerBound - 1
        let after = run.upperBound + 1
        return Interval(
            start: hours.window(on: eve).interval(on: eve, in: zone).end,
            end: hours.window(on: after).interval(on: after, in: zone).start)
    }

    /// `[from 00:00, day after to 00:00)`, as special and ordinary periods are counted.
    package func window(from: CivilDate, to: CivilDate, zone: Zone) -> Interval {
        Interval(start: zone.startOfDay(from), end: zone.startOfDay(to + 1))
    }
}
