import Calendars
import Foundation
import Testing

@Suite("The notices in force")
struct HolidayCalendarTests {
    @Test("every day of every notice has the kind that the notice gives it, every other day that of its weekday")
    func kinds() {
        for date in date("2023-12-01")...date("2028-01-31") {
            let holidays = Notices.all.flatMap(\.holidays)
            let expected: DayKind =
                if holidays.contains(where: { $0.statutory.contains(date) }) {
                    .statutory
                } else if holidays.contains(where: { $0.off.contains(date) }) {
                    .restday
                } else if holidays.contains(where: { $0.work.contains(date) }) {
                    .workday
                } else {
                    date.isWeekend ? .restday : .workday
                }
            #expect(Notices.calendar.kind(of: date) == expected, "\(date)")
        }
    }

    @Test("a notice may rule days of the December before")
    func yearOfNotice() {
        let notice = Notices.make(
            2030, [Notices.holiday(2030, "元旦", off: "2029-12-31 01-01", work: "2029-12-29", statutory: "01-01")])
        let calendar = HolidayCalendar(notices: [notice])
        let kinds = ["2029-12-29", "2029-12-30", "2029-12-31", "2030-01-01", "2030-01-02"].map {
            calendar.kind(of: date($0))
        }
        #expect(kinds == [.workday, .restday, .restday, .statutory, .workday])
        #expect(calendar.notice(ofYear: 2029) == nil)
        #expect(calendar.run(of: notice.holidays[0]) == date("2029-12-30")...date("2030-01-01"))
    }

    @Test("an amended notice wins in whichever order it is read, and as of a day only once it is published")
    func amendments() {
        let first = Notices.make(
            2020, version: 1, published: "2019-11-21",
            [Notices.holiday(2020, "春节", off: "01-24 01-30", work: "02-01", statutory: "01-25 01-26 01-27")])
        let amended = Notices.make(
            2020, version: 2, published: "2020-01-27",
            [Notices.holiday(2020, "春节", off: "01-24 01-30 01-31 02-01 02-02", statutory: "01-25 01-26 01-27")])
        let day = date("2020-02-01")
        for notices in [[first, amended], [amended, first]] {
            #expect(HolidayCalendar(notices: notices).kind(of: day) == .restday)
            #expect(HolidayCalendar(notices: notices, asOf: date("2020-01-26")).kind(of: day) == .workday)
            #expect(HolidayCalendar(notices: notices, asOf: date("2020-01-27")).kind(of: day) == .restday)
            #expect(HolidayCalendar(notices: notices, asOf: date("2019-11-20")).notices.isEmpty)
        }
    }

    @Test("a year is provisional while its notice is missing or 暂定")
    func provisional() {
        #expect(!Notices.calendar.isProvisional(year: 2026))
        #expect(Notices.calendar.isProvisional(year: 2027))
        #expect(Notices.calendar.isProvisional(year: 2028))
    }

    @Test(
        "a holiday is found by its name, by a part of a joined name, with or without 节",
        arguments: [
            (2026, "国庆节", "国庆节"), (2026, "国庆", "国庆节"), (2025, "国庆节", "国庆节、中秋节"), (2025, "中秋", "国庆节、中秋节"),
            (2025, "国庆节、中秋节", "国庆节、中秋节"), (2026, "春", "春节"), (2026, "端午节", "端午节"),
        ])
    func names(year: Int, word: String, name: String) {
        #expect(Notices.calendar.holiday(word, year: year)?.name == name)
    }

    @Test("no other word finds a holiday", arguments: ["", "节", "国", "national day", "腊八"])
    func noSuchName(word: String) {
        #expect(Notices.calendar.holiday(word, year: 2026) == nil)
    }

    @Test("the same calendar is the same bytes, and comes back from them")
    func encodesCanonically() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let special = SpecialPeriod(
            name: "全国两会", from: date("2027-03-03"), to: date("2027-03-12"), source: "本地通知")
        let first = HolidayCalendar(notices: Notices.all, specialPeriods: [special])
        let second = HolidayCalendar(notices: Notices.all.reversed(), specialPeriods: [special])
        let bytes = try encoder.encode(first)
        #expect(try encoder.encode(second) == bytes)
        let decoded = try JSONDecoder().decode(HolidayCalendar.self, from: bytes)
        #expect(try encoder.encode(decoded) == bytes)
        #expect(decoded.kind(of: date("2026-02-28")) == .workday)
        #expect(!String(decoding: bytes, as: UTF8.self).contains("restday"), "the derived table is not stored")
    }
}
