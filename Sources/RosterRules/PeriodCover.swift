import Calendars
import Rosters

/// When a period wants its posts covered: worked out once for each post and each table of working hours.
struct PeriodCover: Sendable {
    let period: Period
    let windows: PeriodWindows
    private let book: RosterBook
    /// By working hours and post; nil where no unit with these hours keeps the post.
    private let known: [[[CoverNeed.Segment]?]]
    /// By unit, its place among the requirements; -1 for none.
    private let requirements: [Int32]

    init(_ period: Period, in book: RosterBook) {
        self.period = period
        self.book = book
        let windows = PeriodWindows(period, of: book.place, calendar: book.calendar)
        self.windows = windows
        let none = [[CoverNeed.Segment]?](repeating: nil, count: book.place.posts.count)
        var known = [[[CoverNeed.Segment]?]](repeating: none, count: windows.hours.count)
        var requirements = [Int32](repeating: -1, count: book.place.units.count)
        for (number, requirement) in period.requires.enumerated() {
            let kind = windows.kind(of: requirement.unit)
            if requirements[requirement.unit.index] < 0 { requirements[requirement.unit.index] = Int32(number) }
            for post in requirement.posts where post.cover == nil && known[kind][post.post.index] == nil {
                let intervals = book.calendar.required(
                    book.place[post.post].cover, hours: windows.hours[kind], zone: book.place.zone,
                    within: windows[requirement.unit])
                known[kind][post.post.index] = intervals.map {
                    CoverNeed.Segment(interval: $0, count: book.place[post.post].count, period: period.key)
                }
            }
        }
        self.known = known
        self.requirements = requirements
    }

    func requirement(of unit: Ordinal<Unit>) -> UnitRequirement? {
        let number = requirements[unit.index]
        return number < 0 ? nil : period.requires[Int(number)]
    }

    /// The stretches that this period alone asks for.
    func segments(of requirement: PostRequirement, unit: Ordinal<Unit>) -> [CoverNeed.Segment] {
        let posts = book.place.posts
        let standard = posts[requirement.post.index].count
        let count = requirement.count ?? standard
        if requirement.cover == nil, let known = known[windows.kind(of: unit)][requirement.post.index] {
            guard count != standard else { return known }
            return known.map { CoverNeed.Segment(interval: $0.interval, count: count, period: $0.period) }
        }
        let intervals = book.calendar.required(
            requirement.cover ?? posts[requirement.post.index].cover, hours: book.place.units[unit.index].hours,
            zone: book.place.zone, within: windows[unit])
        return intervals.map { CoverNeed.Segment(interval: $0, count: count, period: period.key) }
    }
}
