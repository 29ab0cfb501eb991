import Calendars
package import Rosters

/// The calendar is known only from the State Council's notice; before it, a holiday roster cannot be final.
package enum CalendarProvisionalRule: Rule {
    package static let name = RuleName.calendarProvisional
    /// An error for a holiday.
    package static let severity = Severity.warning

    private static let table = """
        日期,班次,值班员
        2026-11-07,夜班,孙丽
        """

    package static let good = [RuleExample(table)]
    package static let bad = [
        RuleExample(
            period: """
                period: 2027-weekend
                kind: special
                from: 2027-03-06
                to: 2027-03-07
                source: 示例
                requires: {office: [officer]}
                """, table)
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        let years = provisionalYears(in: context)
        guard !years.isEmpty else { return [] }
        return [
            Finding(
                rule: name, severity: context.period.kind == .holiday ? .error : severity, interval: context.window,
                reasons: [.paper(.provisionalCalendar(years: years))])
        ]
    }

    /// The year of a holiday's own notice; for other periods the years of their dates.
    private static func provisionalYears(in context: CheckContext) -> [Int] {
        let calendar = context.book.calendar
        if case .holiday(_, let year) = context.period.span {
            return calendar.isProvisional(year: year) ? [year] : []
        }
        let zone = context.place.zone
        let first = zone.date(of: context.window.start).year
        let last = zone.date(of: context.window.end - .seconds(1)).year
        return first <= last ? (first...last).filter(calendar.isProvisional) : []
    }
}
