import Calendars
package import Rosters

/// The 星期 beside a date is that of the date; one of the two was mistyped.
package enum WeekdayRule: Rule {
    package static let name = RuleName.weekday
    package static let severity = Severity.warning

    package static let good = [
        RuleExample(
            """
            日期,星期,班次,值班员
            2026-11-07,六,夜班,孙丽
            """)
    ]

    package static let bad = [
        RuleExample(
            """
            日期,星期,班次,值班员
            2026-11-07,五,夜班,孙丽
            """)
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        // Every table says the same of a day.
        var right: [CivilDate: String] = [:]
        return context.book.roster.tables.flatMap { table in
            table.weekdays.compactMap { cell in
                if right[cell.date] == cell.text { return nil }
                let written = weekday(cell.text)
                guard written != cell.date.weekday, !isLabel(cell.text, in: context.book.calendar) else {
                    right[cell.date] = cell.text
                    return nil
                }
                let zone = context.place.zone
                return Finding(
                    rule: name, severity: severity, unit: table.unit,
                    interval: Interval(start: zone.startOfDay(cell.date), end: zone.startOfDay(cell.date + 1)),
                    needed: cell.date.weekday, have: written, place: SourcePlace(file: table.file, line: cell.line),
                    reasons: [.paper(.wrongWeekday(date: cell.date, written: cell.text))])
            }
        }
    }

    /// Reads `三`, `周三`, `星期三`, `3` and English names; Monday is 1.
    static func weekday(_ text: String) -> Int? {
        let words: [[String]] = [
            ["一", "1", "mon"], ["二", "2", "tue"], ["三", "3", "wed"], ["四", "4", "thu"], ["五", "5", "fri"],
            ["六", "6", "sat"], ["日", "7", "sun", "天"],
        ]
        let bare = ["星期", "礼拜", "周"].reduce(text.lowercased().filter { !$0.isWhitespace }) { word, prefix in
            word.hasPrefix(prefix) ? String(word.dropFirst(prefix.count)) : word
        }
        return words.firstIndex { names in
            names.contains(bare) || names.contains { $0.count == 3 && bare.hasPrefix($0) }
        }.map { $0 + 1 }
    }

    /// Some offices write the holiday's name instead of the weekday.
    private static func isLabel(_ text: String, in calendar: HolidayCalendar) -> Bool {
        text.isEmpty || DayLabel(rawValue: text) != nil
            || calendar.notices.contains { $0.holidays.contains { $0.isCalled(text) } }
    }
}
