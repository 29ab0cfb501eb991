import Calendars
import Testing

@Suite("Days of the lunar year")
struct LunarTests {
    @Test(
        "the spring festival, dragon boat and mid-autumn of 2025 to 2030",
        arguments: [
            ("2025-01-29", DayLabel.newYear1), ("2026-02-17", .newYear1), ("2027-02-06", .newYear1),
            ("2028-01-26", .newYear1), ("2029-02-13", .newYear1), ("2030-02-03", .newYear1),
            ("2025-05-31", .dragonBoat),
            ("2026-06-19", .dragonBoat), ("2027-06-09", .dragonBoat), ("2028-05-28", .dragonBoat),
            ("2029-06-16", .dragonBoat), ("2030-06-05", .dragonBoat), ("2025-10-06", .midAutumn),
            ("2026-09-25", .midAutumn), ("2027-09-15", .midAutumn), ("2028-10-03", .midAutumn),
            ("2029-09-22", .midAutumn), ("2030-09-12", .midAutumn), ("2026-03-03", .lanterns),
            ("2026-10-18", .doubleNinth),
            ("2026-01-26", .laba),
        ])
    func festivals(day: String, label: DayLabel) throws {
        #expect(DayLabel.labels(of: try #require(CivilDate(day))) == [label])
    }

    @Test(
        "除夕 is 腊月廿九 in 2025 to 2029, which have no 三十, and 三十 in 2024 and 2030",
        arguments: [
            ("2024-02-09", 30), ("2025-01-28", 29), ("2026-02-16", 29), ("2027-02-05", 29), ("2028-01-25", 29),
            ("2029-02-12", 29), ("2030-02-02", 30),
        ])
    func newYearsEve(day: String, lunarDay: Int) throws {
        let date = try #require(CivilDate(day))
        #expect(DayLabel.labels(of: date) == [.newYearsEve])
        let lunar = try #require(LunarDate(date))
        #expect((lunar.month, lunar.day) == (12, lunarDay))
    }

    @Test("a year has each label once, in years with a leap month too", arguments: 2024...2034)
    func eachLabelOnce(year: Int) throws {
        let eve = try #require(
            (CivilDate(year: year, month: 1, day: 1)!...CivilDate(year: year, month: 3, day: 1)!)
                .first { DayLabel.labels(of: $0) == [.newYear1] })
        let next = try #require((eve + 300...eve + 400).first { DayLabel.labels(of: $0) == [.newYear1] })
        let labels = (eve..<next).flatMap { DayLabel.labels(of: $0) }
        #expect(labels.count == DayLabel.allCases.count)
        #expect(Set(labels) == Set(DayLabel.allCases))
    }

    @Test("a leap month carries its number and no label")
    func leapMonths() throws {
        let sixth = try #require(LunarDate(date("2025-07-30")))
        #expect((sixth.month, sixth.day, sixth.isLeapMonth) == (6, 6, true))
        let fifth = try #require(LunarDate(date("2028-06-27")))
        #expect((fifth.month, fifth.day, fifth.isLeapMonth) == (5, 5, true))
        #expect(DayLabel.labels(of: date("2028-06-27")).isEmpty)
    }

    @Test("the first seven days follow one another")
    func firstDays() {
        let labels = (date("2026-02-16")...date("2026-02-23")).flatMap { DayLabel.labels(of: $0) }
        #expect(labels.map(\.rawValue) == ["除夕", "初一", "初二", "初三", "初四", "初五", "初六", "初七"])
        #expect(DayLabel.labels(of: date("2026-02-24")).isEmpty)
    }
}
