import Calendars
import Rosters

/// What a shift weighs on its person by its date; each date is looked up once, since the lunar calendar is slow to ask.
struct DayLoads {
    private let weights: [CivilDate: Int64]

    init(_ dates: some Sequence<CivilDate>, in place: Place, _ calendar: HolidayCalendar) {
        weights = Dictionary(
            uniqueKeysWithValues: Set(dates).map { ($0, Int64(place.plan.weight(on: $0, in: calendar).count)) })
    }

    /// Minutes × the weight of the day, in hundredths.
    func hundredths(minutes: Int, on date: CivilDate) -> Int64 { Int64(minutes) * (weights[date] ?? 100) }

    /// Minutes × the weight of the day, rounded.
    func load(minutes: Int, on date: CivilDate) -> Int64 { (hundredths(minutes: minutes, on: date) + 50) / 100 }
}
