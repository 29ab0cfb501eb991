import Calendars
import Testing

@Suite("A time and a window on the clock")
struct ClockTimeTests {
    @Test("every minute of the day comes back from its text")
    func comesBack() {
        for minutes in 0...1440 {
            let time = ClockTime(hour: minutes / 60, minute: minutes % 60)
            #expect(time?.minutes == minutes)
            #expect(time.flatMap { ClockTime($0.description) } == time)
        }
    }

    @Test(
        "a time is read from one or two digits, a colon and two digits",
        arguments: [
            ("08:30", 510), ("8:30", 510), ("00:00", 0), ("0:00", 0), ("24:00", 1440), ("23:59", 1439),
        ])
    func reads(text: String, minutes: Int) {
        #expect(ClockTime(text)?.minutes == minutes)
    }

    @Test(
        "nothing else is a time",
        arguments: [
            "", "8", "830", "08:3", "08:300", "008:30", "24:01", "25:00", "08:60", "-8:30", "+8:30", "08:+3",
            "08:30:00",
            " 08:30", "08：30", "０８:30", "八点半", ":30", "08:",
        ])
    func refuses(text: String) {
        #expect(ClockTime(text) == nil)
    }

    @Test(
        "a window is read with a hyphen, a dash, a tilde or 至",
        arguments: [
            "09:00-17:00", "9:00-17:00", "09:00–17:00", "09:00—17:00", "09:00~17:00", "09:00至17:00", "09:00 - 17:00",
            " 09:00-17:00 ",
        ])
    func readsWindow(text: String) {
        #expect(ClockWindow(text)?.description == "09:00-17:00")
    }

    @Test(
        "nothing else is a window",
        arguments: [
            "", "-", "09:00", "09:00-", "-17:00", "09:00-17:00-", "-09:00-17:00", "09:00--17:00", "09:00-12:00-17:00",
            "24:00-08:00", "09:00-25:00", "09:00 17:00", "0 9:00-17:00", "09:00-17: 00",
        ])
    func refusesWindow(text: String) {
        #expect(ClockWindow(text) == nil)
    }

    @Test(
        "a window whose end is not after its start ends on the next day",
        arguments: [
            ("09:00-17:00", 9, 17), ("17:30-08:30", 17.5, 32.5), ("22:00-06:00", 22, 30), ("00:00-24:00", 0, 24),
            ("08:00-08:00", 8, 32), ("16:00-00:00", 16, 24), ("16:00-24:00", 16, 24), ("00:00-00:00", 0, 24),
        ])
    func crossesMidnight(text: String, start: Double, end: Double) throws {
        let date = try #require(CivilDate("2026-10-01"))
        let midnight = Zone.shanghai.startOfDay(date)
        let interval = try #require(ClockWindow(text)).interval(on: date, in: .shanghai)
        #expect(interval.start == midnight + .seconds(Int(start * 3600)))
        #expect(interval.end == midnight + .seconds(Int(end * 3600)))
    }

    @Test("a window on the night of a clock change has the hours that the night had")
    func keepsCivilTime() throws {
        let newYork = try #require(Zone("America/New_York"))
        let night = try #require(ClockWindow("22:00-06:00"))
        let hours = ["2026-03-06", "2026-03-07", "2026-10-31", "2026-11-01"].map {
            night.interval(on: date($0), in: newYork).wholeMinutes / 60
        }
        #expect(hours == [8, 7, 9, 8])
    }
}
