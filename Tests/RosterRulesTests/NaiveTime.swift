import Calendars
import Rosters

/// Minutes since 1970 and the clocks on the wall, by arithmetic of the tests' own.
struct NaiveClock {
    let isNewYork: Bool

    init(_ zone: Zone) {
        self.isNewYork = zone.identifier == "America/New_York"
    }

    /// Minutes east of Greenwich; in New York for the year 2026 only.
    func offset(at minute: Int) -> Int {
        guard isNewYork else { return 480 }
        let forward = 20520 * 1440 + 7 * 60  // 2026-03-08T07:00Z
        let back = 20758 * 1440 + 6 * 60  // 2026-11-01T06:00Z
        return minute >= forward && minute < back ? -240 : -300
    }

    func day(of minute: Int) -> Int {
        (minute + offset(at: minute)) / 1440
    }

    /// The first minute at which the wall shows this; a skipped time is the one an hour later.
    func minute(day: Int, clock: Int) -> Int {
        let wall = day * 1440 + clock
        guard isNewYork else { return wall - 480 }
        return first(showing: wall) ?? first(showing: wall + 60) ?? wall + 300
    }

    private func first(showing wall: Int) -> Int? {
        ((wall + 180)...(wall + 360)).first { $0 + offset(at: $0) == wall }
    }

    /// From and to of a window of one day; an end not after the start is on the next day.
    func span(_ window: ClockWindow, day: Int) -> NaiveSpan {
        let (start, end) = (window.start.minutes, window.end.minutes)
        return NaiveSpan(
            from: minute(day: day, clock: start), to: minute(day: end <= start ? day + 1 : day, clock: end))
    }
}

/// Minutes `[from, to)`; it may hold none.
struct NaiveSpan: Hashable {
    var from: Int
    var to: Int

    init(from: Int, to: Int) {
        self.from = from
        self.to = to
    }

    init(_ interval: Interval) {
        self.from = Int(interval.start.seconds / 60)
        self.to = Int(interval.end.seconds / 60)
    }

    func has(_ minute: Int) -> Bool { from <= minute && minute < to }

    var length: Int { max(0, to - from) }
}

/// What every day is and where periods begin and end, looked up in the raw notices.
struct NaiveDays {
    let notices: [HolidayNotice]
    let clock: NaiveClock

    /// The latest year's notice that speaks of a day decides, and its statutory days before its days off.
    func kind(_ day: Int) -> DayKind {
        for notice in notices.sorted(by: { $0.year > $1.year }) {
            func names(_ days: (Holiday) -> [CivilDate]) -> Bool {
                notice.holidays.contains { days($0).contains { Int($0.dayNumber) == day } }
            }
            if names(\.statutory) { return .statutory }
            if names(\.off) { return .restday }
            if names(\.work) { return .workday }
        }
        return weekday(day) >= 6 ? .restday : .workday
    }

    /// 1970-01-01 was a Thursday; Monday is 1.
    func weekday(_ day: Int) -> Int { (day + 3) % 7 + 1 }

    func label(_ day: Int) -> DayLabel? {
        Self.labels.first { CivilDate($0.date).map { Int($0.dayNumber) } == day }?.label
    }

    /// The hours of a day: the last entry that has begun, or the first of all.
    func hours(_ hours: WorkingHours, on day: Int) -> ClockWindow {
        var found = hours.entries[0]
        for entry in hours.entries where Int(entry.from.dayNumber) <= day { found = entry }
        return found.window
    }

    func window(of period: Period, hours: WorkingHours?) -> NaiveSpan {
        switch period.span {
        case .exact(let interval): return NaiveSpan(interval)
        case .dates(let from, let to): return wholeDays(Int(from.dayNumber), Int(to.dayNumber))
        case .holiday(let holiday, _):
            let named = (holiday.off + holiday.statutory).map { Int($0.dayNumber) }
            var (first, last) = (named.min() ?? 0, named.max() ?? 0)
            while kind(first - 1) != .workday { first -= 1 }
            while kind(last + 1) != .workday { last += 1 }
            guard let hours else { return wholeDays(first, last) }
            return NaiveSpan(
                from: clock.span(self.hours(hours, on: first - 1), day: first - 1).to,
                to: clock.span(self.hours(hours, on: last + 1), day: last + 1).from)
        }
    }

    private func wholeDays(_ first: Int, _ last: Int) -> NaiveSpan {
        NaiveSpan(from: clock.minute(day: first, clock: 0), to: clock.minute(day: last + 1, clock: 0))
    }

    /// As almanacs print them.
    private static let labels: [(date: String, label: DayLabel)] = [
        ("2026-01-26", .laba), ("2026-02-16", .newYearsEve), ("2026-02-17", .newYear1), ("2026-02-18", .newYear2),
        ("2026-02-19", .newYear3), ("2026-02-20", .newYear4), ("2026-02-21", .newYear5), ("2026-02-22", .newYear6),
        ("2026-02-23", .newYear7), ("2026-03-03", .lanterns), ("2026-06-19", .dragonBoat),
        ("2026-09-25", .midAutumn), ("2026-10-18", .doubleNinth), ("2027-01-15", .laba),
    ]
}

/// One cover of one unit, asked minute by minute.
struct NaiveCover {
    private enum Answer {
        case always
        case inside
        case outside
    }

    private let clock: NaiveClock
    private let answer: Answer
    private let firstDay: Int
    /// The windows that begin on each day from the first on.
    private let spans: [[NaiveSpan]]

    init(_ cover: Cover, hours: WorkingHours?, within window: NaiveSpan, days: NaiveDays) {
        self.clock = days.clock
        self.firstDay = days.clock.day(of: window.from) - 1
        let all = Array(firstDay...(days.clock.day(of: window.to) + 1))
        switch cover {
        case .always:
            answer = .always
            spans = []
        case .offHours:
            answer = .outside
            spans = all.map { day in
                guard let hours, days.kind(day) == .workday else { return [] }
                return [days.clock.span(days.hours(hours, on: day), day: day)]
            }
        case .windows(let table):
            answer = .inside
            spans = all.map { day in Self.windows(table, day, days).map { days.clock.span($0, day: day) } }
        }
    }

    /// For every minute of the window whether it lies in a window of its day or of the day before.
    func answers(in window: NaiveSpan) -> [Bool] {
        var answers: [Bool] = []
        answers.reserveCapacity(window.length)
        var minute = window.from
        while minute < window.to {
            answers.append(needs(minute))
            minute += 1
        }
        return answers
    }

    private func needs(_ minute: Int) -> Bool {
        if answer == .always { return true }
        let index = clock.day(of: minute) - firstDay
        if has(minute, day: index) || has(minute, day: index - 1) { return answer == .inside }
        return answer == .outside
    }

    private func has(_ minute: Int, day index: Int) -> Bool {
        var next = 0
        while next < spans[index].count {
            if spans[index][next].has(minute) { return true }
            next += 1
        }
        return false
    }

    private static func windows(_ table: [DaySelector: [ClockWindow]], _ day: Int, _ days: NaiveDays) -> [ClockWindow] {
        if let named = table[.date(CivilDate(dayNumber: Int32(day)))] { return named }
        if let label = days.label(day), let named = table[.label(label)] { return named }
        let kind = days.kind(day)
        if let named = table[.kind(kind)] { return named }
        return kind == .statutory ? table[.kind(.restday)] ?? [] : []
    }
}
