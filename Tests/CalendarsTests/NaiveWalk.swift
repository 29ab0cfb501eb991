import Calendars

/// The rules of the design read minute by minute, as slowly and plainly as possible; UTC+8, no calendar code of ours.
struct NaiveWalk {
    /// Office hours by first day, in minutes; an end not after the start is on the next day.
    let hours: [(from: CivilDate, open: Int, close: Int)]

    /// Minutes since 1970-01-01T00:00+08:00.
    static func minute(of date: CivilDate) -> Int { Int(date.dayNumber) * 1440 }

    static func interval(_ start: Int, _ end: Int) -> Interval {
        Interval(start: Instant(seconds: Int64(start - 480) * 60), end: Instant(seconds: Int64(end - 480) * 60))
    }

    static func kind(of date: CivilDate) -> DayKind { kinds[date] ?? (date.isWeekend ? .restday : .workday) }

    private static let kinds: [CivilDate: DayKind] = {
        var kinds: [CivilDate: DayKind] = [:]
        for holiday in Notices.all.flatMap(\.holidays) {
            for date in holiday.work { kinds[date] = .workday }
            for date in holiday.off { kinds[date] = .restday }
        }
        for date in Notices.all.flatMap(\.holidays).flatMap(\.statutory) { kinds[date] = .statutory }
        return kinds
    }()

    /// The minutes of a span in which the office works, a shift over midnight counting to the day of its start.
    func working(_ span: Range<Int>) -> [Bool] {
        var flags = Array(repeating: false, count: span.count)
        for day in span.lowerBound / 1440 - 1...span.upperBound / 1440 {
            let date = CivilDate(dayNumber: Int32(day))
            guard Self.kind(of: date) == .workday, let first = hours.first else { continue }
            var today = first
            for entry in hours where entry.from <= date { today = entry }
            Self.mark(&flags, span, from: day * 1440 + today.open, to: day * 1440 + today.close)
        }
        return flags
    }

    /// From a minute of the holiday outward, as far as nobody works; without hours, as far as no day is a workday.
    func window(around holiday: Holiday) -> Range<Int> {
        let noon = Self.minute(of: holiday.firstDay) + 720
        let span = noon - 20 * 1440..<noon + 20 * 1440
        var isWork = working(span)
        if hours.isEmpty {
            for index in isWork.indices {
                let date = CivilDate(dayNumber: Int32((span.lowerBound + index) / 1440))
                isWork[index] = Self.kind(of: date) == .workday
            }
        }
        var (start, end) = (noon, noon)
        while !isWork[start - 1 - span.lowerBound] { start -= 1 }
        while !isWork[end - span.lowerBound] { end += 1 }
        return start..<end
    }

    /// The minutes of a window that an off-hours post needs.
    func offHours(_ window: Range<Int>) -> [Interval] {
        Self.intervals(working(window).map { !$0 }, window)
    }

    /// The minutes of a window that windows by day need; `select` says which windows a date has, in minutes.
    static func windows(_ window: Range<Int>, _ select: (CivilDate) -> [(Int, Int)]) -> [Interval] {
        var flags = Array(repeating: false, count: window.count)
        for day in window.lowerBound / 1440 - 1...window.upperBound / 1440 {
            for (open, close) in select(CivilDate(dayNumber: Int32(day))) {
                mark(&flags, window, from: day * 1440 + open, to: day * 1440 + close)
            }
        }
        return intervals(flags, window)
    }

    private static func mark(_ flags: inout [Bool], _ span: Range<Int>, from open: Int, to close: Int) {
        let end = close <= open ? close + 1440 : close
        for minute in (open..<end).clamped(to: span) { flags[minute - span.lowerBound] = true }
    }

    private static func intervals(_ flags: [Bool], _ window: Range<Int>) -> [Interval] {
        var result: [Interval] = []
        var start: Int?
        for minute in window where flags[minute - window.lowerBound] != (start != nil) {
            if let from = start { result.append(interval(from, minute)) }
            start = start == nil ? minute : nil
        }
        if let from = start { result.append(interval(from, window.upperBound)) }
        return result
    }
}
