import Foundation

/// A day of the lunar year that offices write beside the date.
package enum DayLabel: String, Sendable, Codable, CaseIterable {
    case newYearsEve = "除夕"
    case newYear1 = "初一"
    case newYear2 = "初二"
    case newYear3 = "初三"
    case newYear4 = "初四"
    case newYear5 = "初五"
    case newYear6 = "初六"
    case newYear7 = "初七"
    case lanterns = "元宵"
    case dragonBoat = "端午"
    case midAutumn = "中秋"
    case doubleNinth = "重阳"
    case laba = "腊八"

    /// Labels of a date; 除夕 is the day before 正月初一 (in 2025–2029 it is 腊月廿九, there is no 三十).
    package static func labels(of date: CivilDate) -> [DayLabel] {
        guard let lunar = LunarDate(date) else { return [] }
        if let next = LunarDate(date + 1), next.month == 1, next.day == 1, !next.isLeapMonth { return [.newYearsEve] }
        guard !lunar.isLeapMonth else { return [] }
        return byMonthAndDay[lunar.month * 100 + lunar.day].map { [$0] } ?? []
    }

    private static let byMonthAndDay: [Int: DayLabel] = [
        101: .newYear1, 102: .newYear2, 103: .newYear3, 104: .newYear4, 105: .newYear5, 106: .newYear6,
        107: .newYear7, 115: .lanterns, 505: .dragonBoat, 815: .midAutumn, 909: .doubleNinth, 1208: .laba,
    ]
}

/// A day of the Chinese lunisolar calendar, reckoned in the time of Asia/Shanghai.
package struct LunarDate: Hashable, Sendable {
    package let month: Int
    package let day: Int
    package let isLeapMonth: Bool

    /// The lunar day; nil only where the system has no Chinese calendar.
    package init?(_ date: CivilDate) {
        guard let zone = TimeZone(identifier: "Asia/Shanghai") else { return nil }
        var chinese = Foundation.Calendar(identifier: .chinese)
        chinese.timeZone = zone
        let noon = Foundation.Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400 + 4 * 3600)
        let parts = chinese.dateComponents([.month, .day], from: noon)
        guard let month = parts.month, let day = parts.day else { return nil }
        self.month = month
        self.day = day
        self.isLeapMonth = parts.isLeapMonth ?? false
    }
}
