import Calendars
import TestSupport
import Testing

@Suite("An instant as text")
struct ZoneTextTests {
    private let expected = Zone.shanghai.instant(date("2026-02-17"), time("03:12"))

    @Test(
        "is read with a T or a space, with seconds, with Z or an offset",
        arguments: [
            "2026-02-17T03:12", "2026-02-17 03:12", "2026-02-17T03:12:00", "2026-02-17T03:12+08:00",
            "2026-02-17T03:12:00+0800", "2026-02-17T03:12+08", "2026-02-16T19:12Z", "2026-02-16T15:42:00-03:30",
        ])
    func reads(text: String) {
        #expect(Zone.shanghai.instant(parsing: text) == expected)
    }

    @Test(
        "is nothing else",
        arguments: [
            "", "2026-02-17", "2026-02-17T", "2026-02-17T3:12", "2026-02-17T03:12:60", "2026-02-17T03:12:0",
            "2026-02-17T24:01", "2026-02-17T24:00:01", "2026-02-30T03:12", "2026-02-17t03:12", "2026-02-17T03:12z",
            "2026-02-17T03:12Zulu", "2026-02-17T03:12+8:00", "2026-02-17T03:12+15:00", "2026-02-17T03:12+08:60",
            "2026-02-17T03:12++080", "2026-02-17T03:12+-800", "2026-02-17T03:12 +08:00", "2026-02-17T03:12:00.5",
            "2026-02-17T03:12:", "2026-02-17T03:12+", "20260217T031200",
        ])
    func refuses(text: String) {
        #expect(Zone.shanghai.instant(parsing: text) == nil)
    }

    @Test("24:00 is the start of the next day")
    func endOfDay() {
        #expect(
            Zone.shanghai.instant(parsing: "2026-02-16T24:00") == Zone.shanghai.instant(parsing: "2026-02-17T00:00"))
    }

    @Test("comes back from what is written, with random instants of 1970 to 2100 in several zones")
    func comesBack() throws {
        var random = SplitMix64(seed: 7)
        for identifier in ["Asia/Shanghai", "America/New_York", "America/St_Johns", "Asia/Kathmandu"] {
            let zone = try #require(Zone(identifier))
            for _ in 1...2000 {
                let instant = Instant(seconds: Int64.random(in: 0..<4_100_000_000, using: &random))
                #expect(Zone.shanghai.instant(parsing: zone.iso(instant)) == instant)
            }
        }
    }
}
