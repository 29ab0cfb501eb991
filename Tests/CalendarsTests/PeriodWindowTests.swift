import Calendars
import Testing

@Suite("The windows that the design promises")
struct PeriodWindowTests {
    private func office() throws -> WorkingHours {
        let entry = WorkingHours.Entry(from: date("2026-01-01"), window: window(510, 1050))
        return try #require(WorkingHours(key: "office", entries: [entry]))
    }

    @Test(
        "from the last close before the holiday to the next open after it",
        arguments: [
            (2026, "国庆节", "2026-09-30T17:30:00+08:00", "2026-10-08T08:30:00+08:00", 10_980),
            (2026, "春节", "2026-02-14T17:30:00+08:00", "2026-02-24T08:30:00+08:00", 13_860),
            (2025, "中秋", "2025-09-30T17:30:00+08:00", "2025-10-09T08:30:00+08:00", 12_420),
            (2024, "端午节", "2024-06-07T17:30:00+08:00", "2024-06-11T08:30:00+08:00", 5220),
        ])
    func holidays(year: Int, name: String, from: String, to: String, minutes: Int) throws {
        let holiday = try #require(Notices.calendar.holiday(name, year: year))
        let window = try #require(Notices.calendar.window(of: holiday, hours: try office(), zone: .shanghai))
        #expect(Zone.shanghai.iso(window.start) == from)
        #expect(Zone.shanghai.iso(window.end) == to)
        #expect(window.wholeMinutes == minutes)
        #expect(Notices.calendar.required(.always, hours: try office(), zone: .shanghai, within: window) == [window])
    }

    @Test("whole days for a unit without hours, and for a special period")
    func wholeDays() throws {
        let holiday = try #require(Notices.calendar.holiday("国庆节", year: 2026))
        let window = try #require(Notices.calendar.window(of: holiday, hours: nil, zone: .shanghai))
        #expect(Zone.shanghai.iso(window.start) == "2026-10-01T00:00:00+08:00")
        #expect(Zone.shanghai.iso(window.end) == "2026-10-08T00:00:00+08:00")
        let days = (date("2027-03-03"), date("2027-03-12"))
        #expect(Notices.calendar.window(from: days.0, to: days.1, zone: .shanghai).wholeMinutes == 10 * 1440)
    }

    @Test("a holiday that names no day has no window")
    func namesNoDay() throws {
        let empty = Holiday(name: "暂定", off: [], work: [], statutory: [])
        #expect(Notices.calendar.window(of: empty, hours: try office(), zone: .shanghai) == nil)
    }

    @Test("before the table of hours begins, its first entry holds, so that no eve is lost")
    func hoursBeforeTheTable() throws {
        #expect(try office().window(on: date("2025-12-31")).description == "08:30-17:30")
        #expect(WorkingHours(key: "none", entries: []) == nil)
    }

    @Test("an empty window needs nobody")
    func emptyWindow() throws {
        let now = Instant(seconds: 1_790_964_900)
        let empty = Interval(start: now, end: now)
        #expect(Notices.calendar.required(.always, hours: nil, zone: .shanghai, within: empty).isEmpty)
        #expect(Notices.calendar.required(.offHours, hours: try office(), zone: .shanghai, within: empty).isEmpty)
    }
}
