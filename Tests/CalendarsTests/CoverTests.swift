import Calendars
import Testing

@Suite("What a period needs, against a walk over every minute")
struct CoverTests {
    enum Office: String, CaseIterable {
        case none, day, seasonal, night, wholeDay

        /// The seasonal table changes on the second day of the holiday.
        func table(_ holiday: Holiday) -> [(from: CivilDate, open: Int, close: Int)] {
            let change = holiday.firstDay + 1
            let always = date("2020-01-01")
            return switch self {
            case .none: []
            case .day: [(always, 510, 1050)]
            case .seasonal: [(always, 510, 1080), (change, 540, 1050)]
            case .night: [(always, 1320, 360)]
            case .wholeDay: [(always, 0, 1440)]
            }
        }
    }

    static let holidays = [Notices.of2024, Notices.of2025, Notices.of2026].flatMap(\.holidays)

    private static func hours(_ table: [(from: CivilDate, open: Int, close: Int)]) -> WorkingHours? {
        WorkingHours(
            key: "office",
            entries: table.map { WorkingHours.Entry(from: $0.from, window: window($0.open, $0.close)) })
    }

    @Test("the window of every holiday of 2024 to 2026", arguments: holidays, Office.allCases)
    func windows(holiday: Holiday, office: Office) {
        let table = office.table(holiday)
        let naive = NaiveWalk(hours: table).window(around: holiday)
        #expect(
            Notices.calendar.window(of: holiday, hours: Self.hours(table), zone: .shanghai)
                == NaiveWalk.interval(naive.lowerBound, naive.upperBound))
    }

    @Test(
        "cover that is always or off hours, in every holiday and two weeks around it", arguments: holidays,
        Office.allCases)
    func alwaysAndOffHours(holiday: Holiday, office: Office) {
        let walk = NaiveWalk(hours: office.table(holiday))
        let hours = Self.hours(walk.hours)
        for span in Self.spans(walk, holiday) {
            let interval = NaiveWalk.interval(span.lowerBound, span.upperBound)
            let calendar = Notices.calendar
            #expect(calendar.required(.always, hours: hours, zone: .shanghai, within: interval) == [interval])
            #expect(
                calendar.required(.offHours, hours: hours, zone: .shanghai, within: interval) == walk.offHours(span))
        }
    }

    @Test("cover by windows, in every holiday and two weeks around it", arguments: holidays)
    func byWindows(holiday: Holiday) {
        let walk = NaiveWalk(hours: Office.day.table(holiday))
        for table in Self.tables(holiday) {
            let cover = Cover.windows(table.mapValues { $0.map { window($0.0, $0.1) } })
            for span in Self.spans(walk, holiday) {
                let interval = NaiveWalk.interval(span.lowerBound, span.upperBound)
                let needed = Notices.calendar.required(
                    cover, hours: Self.hours(walk.hours), zone: .shanghai, within: interval)
                #expect(needed == NaiveWalk.windows(span) { Self.select(table, $0) })
            }
        }
    }

    /// The holiday's own window, and one that cuts days at odd minutes a week before and after.
    private static func spans(_ walk: NaiveWalk, _ holiday: Holiday) -> [Range<Int>] {
        let window = walk.window(around: holiday)
        return [window, window.lowerBound - 7 * 1440 + 137..<window.upperBound + 7 * 1440 - 331]
    }

    private static func tables(_ holiday: Holiday) -> [[DaySelector: [(Int, Int)]]] {
        [
            [.kind(.workday): [(1050, 1440)], .kind(.restday): [(540, 1020)]],
            [.kind(.restday): [(1320, 360)], .kind(.statutory): [(0, 1440)]],
            [.kind(.workday): [(1080, 480)], .kind(.statutory): [(480, 720), (840, 1080)]],
            [.kind(.restday): [(540, 720), (700, 1020)], .kind(.statutory): []],
            [
                .label(.newYearsEve): [(1200, 120)], .date(holiday.statutory[0] + 1): [(1439, 1)],
                .date(holiday.statutory[0]): [], .kind(.restday): [(540, 1020)],
            ],
            [:],
        ]
    }

    /// A date before a label before a kind; a statutory day without its own entry is a rest day.
    private static func select(_ table: [DaySelector: [(Int, Int)]], _ date: CivilDate) -> [(Int, Int)] {
        if let windows = table[.date(date)] { return windows }
        let eves = ["2024-02-09", "2025-01-28", "2026-02-16"]
        if eves.contains(date.description), let windows = table[.label(.newYearsEve)] { return windows }
        switch NaiveWalk.kind(of: date) {
        case .workday: return table[.kind(.workday)] ?? []
        case .restday: return table[.kind(.restday)] ?? []
        case .statutory: return table[.kind(.statutory)] ?? table[.kind(.restday)] ?? []
        }
    }
}
