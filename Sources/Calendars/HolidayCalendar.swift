/// What kind of day a date is for the offices of the country.
package enum DayKind: String, Sendable, Codable, CaseIterable {
    case workday
    case restday
    case statutory
}

/// All notices in force, as a table from date to kind of day.
package struct HolidayCalendar: Sendable, Codable {
    /// The newest version in force of each year's notice, by year.
    package let notices: [HolidayNotice]
    package let specialPeriods: [SpecialPeriod]
    /// The version that each amended notice took the place of, by year.
    package let superseded: [HolidayNotice]
    private let days: [CivilDate: DayKind]

    /// Keeps, for each year, the newest version published by a date (or the newest of all).
    package init(notices: [HolidayNotice], specialPeriods: [SpecialPeriod] = [], asOf date: CivilDate? = nil) {
        let known = notices.filter { notice in
            guard let date, let published = notice.published else { return true }
            return published <= date
        }
        let versions = Dictionary(grouping: known, by: \.year).mapValues { $0.sorted { $0.version > $1.version } }
        self.notices = versions.values.compactMap(\.first).sorted { $0.year < $1.year }
        self.superseded = versions.values.compactMap { $0.dropFirst().first }.sorted { $0.year < $1.year }
        self.specialPeriods = specialPeriods
        self.days = Self.days(of: self.notices)
    }

    /// The calendar as it was before the notice of a year was amended; nil where it never was.
    package func before(amendmentOf year: Int) -> HolidayCalendar? {
        guard let old = superseded.first(where: { $0.year == year }) else { return nil }
        return HolidayCalendar(notices: notices.filter { $0.year != year } + [old], specialPeriods: specialPeriods)
    }

    package func kind(of date: CivilDate) -> DayKind {
        days[date] ?? (date.isWeekend ? .restday : .workday)
    }

    package func notice(ofYear year: Int) -> HolidayNotice? {
        notices.first { $0.year == year }
    }

    /// Whether the notice that decides this year is missing or only provisional (暂定).
    package func isProvisional(year: Int) -> Bool {
        notice(ofYear: year)?.status != .announced
    }

    /// The holiday of this name in the notice of this year.
    package func holiday(_ name: String, year: Int) -> Holiday? {
        notice(ofYear: year)?.holidays.first { $0.isCalled(name) }
    }

    /// The whole run of off days around a holiday, adjoining weekends included: first and last day.
    package func run(of holiday: Holiday) -> ClosedRange<CivilDate>? {
        let named = holiday.off + holiday.statutory
        guard var first = named.min(), var last = named.max() else { return nil }
        while kind(of: first - 1) != .workday { first = first - 1 }
        while kind(of: last + 1) != .workday { last = last + 1 }
        return first...last
    }

    /// Later notices decide over earlier ones; a statutory day over a day off of the same notice.
    private static func days(of notices: [HolidayNotice]) -> [CivilDate: DayKind] {
        var days: [CivilDate: DayKind] = [:]
        for notice in notices {
            for holiday in notice.holidays {
                for date in holiday.work { days[date] = .workday }
                for date in holiday.off { days[date] = .restday }
            }
            for date in notice.holidays.flatMap(\.statutory) { days[date] = .statutory }
        }
        return days
    }
}

// Only what was written is stored, so that the same calendar is the same bytes: the table of days would be encoded
// in the random order of its hashes.
extension HolidayCalendar {
    private enum Field: CodingKey {
        case notices
        case specialPeriods
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        self.init(
            notices: try fields.decode([HolidayNotice].self, forKey: .notices),
            specialPeriods: try fields.decode([SpecialPeriod].self, forKey: .specialPeriods))
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(notices + superseded, forKey: .notices)
        try fields.encode(specialPeriods, forKey: .specialPeriods)
    }
}

extension CivilDate: Strideable {
    package func distance(to other: CivilDate) -> Int { Int(other.dayNumber) - Int(dayNumber) }

    package func advanced(by days: Int) -> CivilDate { self + days }
}
