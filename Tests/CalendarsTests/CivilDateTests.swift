import Calendars
import Foundation
import Testing

@Suite("A civil date")
struct CivilDateTests {
    private var gregorian: Foundation.Calendar {
        var calendar = Foundation.Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }

    @Test("has the year, month, day and weekday of Foundation's calendar, every day from 1900 to 2100")
    func agreesWithFoundation() throws {
        let calendar = gregorian
        let first = CivilDate(year: 1900, month: 1, day: 1)!
        let last = CivilDate(year: 2100, month: 12, day: 31)!
        var wrong: [CivilDate] = []
        for date in first...last {
            let instant = Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: instant)
            let weekday = (parts.weekday! + 5) % 7 + 1
            let isSame =
                (date.year, date.month, date.day, date.weekday) == (parts.year!, parts.month!, parts.day!, weekday)
            if !isSame || date.isWeekend != calendar.isDateInWeekend(instant) { wrong.append(date) }
        }
        #expect(wrong == [])
    }

    @Test("comes back from its text and from its components, every day from 1900 to 2100")
    func comesBack() {
        let days = CivilDate(year: 1900, month: 1, day: 1)!...CivilDate(year: 2100, month: 12, day: 31)!
        #expect(days.filter { CivilDate($0.description) != $0 } == [])
        #expect(days.filter { CivilDate(year: $0.year, month: $0.month, day: $0.day) != $0 } == [])
        #expect(days.count == 73_414)
    }

    @Test(
        "exists in leap years only where the Gregorian calendar has it",
        arguments: [
            ("2024-02-29", true), ("2026-02-29", false), ("1900-02-29", false), ("2000-02-29", true),
            ("2100-02-29", false),
            ("2026-02-30", false), ("2026-04-31", false), ("2026-13-01", false), ("2026-00-10", false),
            ("2026-10-00", false), ("0001-01-01", true), ("0000-01-01", false), ("9999-12-31", true),
        ])
    func exists(text: String, isDate: Bool) {
        #expect((CivilDate(text) != nil) == isDate)
    }

    @Test(
        "is read from `2026-10-01` and from nothing else",
        arguments: [
            "", "2026-10-1", "2026/10/01", "20261001", "2026-10-01 ", " 2026-10-01", "2026-10-01T00:00", "26-10-01",
            "+026-10-01", "2026-1a-01", "２０２６-10-01", "2026年10月1日",
        ])
    func isStrict(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test("counts days over the ends of months and years")
    func counts() {
        #expect((date("2026-12-31") + 1).description == "2027-01-01")
        #expect((date("2024-03-01") - 1).description == "2024-02-29")
        #expect(date("2026-09-30").distance(to: date("2026-10-08")) == 8)
        #expect(date("2026-10-01").weekday == 4)
    }
}
