import Calendars
import Foundation
import Testing

@Suite("A zone")
struct ZoneTests {
    @Test(
        "has the offset and the civil time of the time zone database, every hour over its changes",
        arguments: [
            ("America/New_York", 2024, 2026), ("Asia/Shanghai", 1985, 1992), ("Asia/Urumqi", 2024, 2026),
            ("Europe/Berlin", 2024, 2026), ("Australia/Lord_Howe", 2025, 2026), ("America/Boa_Vista", 1999, 2001),
            ("America/Havana", 2025, 2026), ("Asia/Gaza", 2053, 2054),
        ])
    func agrees(identifier: String, from: Int, to: Int) throws {
        let zone = try #require(Zone(identifier))
        let calendar = try Self.calendar(identifier)
        var wrong: [String] = []
        for seconds in stride(from: Self.start(of: from), to: Self.start(of: to + 1), by: 3600) {
            let date = Date(timeIntervalSince1970: Double(seconds))
            let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
            let civil = CivilDate(year: parts.year!, month: parts.month!, day: parts.day!)!
            let time = ClockTime(hour: parts.hour!, minute: parts.minute!)!
            let instant = Instant(seconds: seconds)
            if zone.offset(at: instant) != Int64(calendar.timeZone.secondsFromGMT(for: date))
                || zone.date(of: instant) != civil || zone.clockTime(of: instant) != time
                || zone.instant(civil, time) != Self.first(civil, time, near: instant, calendar.timeZone)
            {
                wrong.append(zone.iso(instant))
            }
        }
        #expect(wrong == [])
    }

    @Test(
        "a day is as long as it was",
        arguments: [
            ("America/New_York", "2026-03-08", 23), ("America/New_York", "2026-11-01", 25),
            ("Europe/Berlin", "2026-03-29", 23), ("Europe/Berlin", "2026-10-25", 25),
            ("Asia/Shanghai", "1986-05-04", 23),
            ("Asia/Shanghai", "1991-09-15", 25), ("Asia/Shanghai", "2026-10-01", 24),
            ("America/Havana", "2026-03-08", 23),
        ])
    func dayLength(identifier: String, day: String, hours: Int) throws {
        let zone = try #require(Zone(identifier))
        let date = try #require(CivilDate(day))
        #expect(zone.startOfDay(date + 1) - zone.startOfDay(date) == .seconds(hours * 3600))
    }

    @Test(
        "skipped times move forward by the gap, repeated ones are the first",
        arguments: [
            ("America/New_York", "2026-03-08 02:30", "2026-03-08T03:30:00-04:00"),
            ("America/New_York", "2026-11-01 01:30", "2026-11-01T01:30:00-04:00"),
            ("Europe/Berlin", "2026-03-29 02:00", "2026-03-29T03:00:00+02:00"),
            ("Europe/Berlin", "2026-10-25 02:59", "2026-10-25T02:59:00+02:00"),
            ("Asia/Shanghai", "1986-05-04 02:30", "1986-05-04T03:30:00+09:00"),
            ("Asia/Shanghai", "1986-09-14 01:30", "1986-09-14T01:30:00+09:00"),
            ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-04T02:45:00+11:00"),
            ("America/St_Johns", "2026-01-01 00:00", "2026-01-01T00:00:00-03:30"),
        ])
    func gapsAndRepeats(identifier: String, civil: String, expected: String) throws {
        let zone = try #require(Zone(identifier))
        let instant = try #require(zone.instant(parsing: civil))
        #expect(zone.iso(instant) == expected)
        #expect(Zone.shanghai.instant(parsing: expected) == instant)
    }

    @Test(
        "Shanghai as written out is Shanghai of the time zone database, every hour of 1985 to 1992, every day of 1970 to 2040"
    )
    func shanghaiIsWhole() throws {
        let built = try #require(Zone("Asia/Shanghai"))
        let hours = stride(from: Self.start(of: 1985), to: Self.start(of: 1993), by: 3600)
        let days = stride(from: Int64(0), to: Self.start(of: 2041), by: 86_400)
        let instants = (Array(hours) + Array(days)).map { Instant(seconds: $0) }
        #expect(instants.filter { built.offset(at: $0) != Zone.shanghai.offset(at: $0) } == [])
    }

    @Test("an unknown name is no zone")
    func unknown() {
        #expect(Zone("Asia/Qinghe") == nil)
        #expect(Zone("") == nil)
    }

    private static func calendar(_ identifier: String) throws -> Foundation.Calendar {
        var calendar = Foundation.Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: identifier))
        return calendar
    }

    private static func start(of year: Int) -> Int64 {
        Int64(date("\(year)-01-01").dayNumber) * 86_400
    }

    /// The first instant with this civil time, found by trying every quarter of an hour around it.
    private static func first(_ date: CivilDate, _ time: ClockTime, near: Instant, _ zone: TimeZone) -> Instant? {
        let local = Int64(date.dayNumber) * 86_400 + Int64(time.minutes) * 60
        return stride(from: near.seconds - 7200, through: near.seconds, by: 900).first {
            $0 + Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double($0)))) == local
        }.map { Instant(seconds: $0) }
    }
}
