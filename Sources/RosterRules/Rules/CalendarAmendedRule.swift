import Calendars
package import Rosters

/// A notice that was amended (2019, 2020) changes windows and kinds of day: rosters made by the first one are read again.
package enum CalendarAmendedRule: Rule {
    package static let name = RuleName.calendarAmended
    package static let severity = Severity.warning

    private static func period(_ year: Int) -> String {
        """
        period: \(year)-weekend
        kind: special
        from: \(year)-05-01
        to: \(year)-05-02
        source: 示例
        requires: {depot: [officer]}
        """
    }

    package static let good = [
        RuleExample(
            """
            日期,班次,值班员
            2026-11-07,夜班,孙丽
            """)
    ]
    package static let bad = [RuleExample(period: period(2025), nil)]

    package static func findings(in context: CheckContext) -> [Finding] {
        years(in: context).compactMap { year -> Finding? in
            let calendar = context.book.calendar
            guard let before = calendar.before(amendmentOf: year) else { return nil }
            let zone = context.place.zone
            let old = context.period.before(before).window(in: context.place, calendar: before)
            let around = old.hull(context.window)
            let days = zone.date(of: around.start)...zone.date(of: around.end)
            let changed = days.filter { before.kind(of: $0) != calendar.kind(of: $0) }
            guard !changed.isEmpty || old != context.window else { return nil }
            return Finding(
                rule: name, severity: severity, interval: context.window,
                reasons: [
                    .paper(
                        .calendarAmended(
                            year: year, before: old,
                            days: changed.map { ChangedDay(date: $0, kind: calendar.kind(of: $0)) }))
                ])
        }
    }

    private static func years(in context: CheckContext) -> [Int] {
        if case .holiday(_, let year) = context.period.span { return [year] }
        let zone = context.place.zone
        let first = zone.date(of: context.window.start).year
        let last = zone.date(of: context.window.end).year
        return first <= last ? Array(first...last) : []
    }
}

extension Period {
    /// The period as an earlier notice would have set it.
    fileprivate func before(_ calendar: HolidayCalendar) -> Period {
        guard case .holiday(let holiday, let year) = span, let former = calendar.holiday(holiday.name, year: year)
        else { return self }
        return Period(key: key, kind: kind, span: .holiday(former, year: year), requires: requires)
    }
}
