package import Calendars

/// One person at one post for one shift, as a cell of a unit's table says.
package struct Assignment: Hashable, Sendable, Codable {
    package let person: Ordinal<Person>
    package let unit: Ordinal<Unit>
    package let post: Ordinal<Post>
    /// The shift's start date, to which a shift over midnight belongs.
    package let date: CivilDate
    package let interval: Interval
    /// The line of the unit's table.
    package let line: Int32
    /// 主班 (the first name of the cell) or 副班.
    package let isPrimary: Bool
    /// Nil for no pin, so that a roster without pins is stored as ever.
    private let pin: Bool?

    package init(
        person: Ordinal<Person>, unit: Ordinal<Unit>, post: Ordinal<Post>, date: CivilDate, interval: Interval,
        isPrimary: Bool = true, isPinned: Bool = false, line: Int = 0
    ) {
        self.person = person
        self.unit = unit
        self.post = post
        self.date = date
        self.interval = interval
        self.isPrimary = isPrimary
        self.line = Int32(line)
        self.pin = isPinned ? true : nil
    }

    /// Written with a mark (`李建国!`): the planner leaves the name where it stands.
    package var isPinned: Bool { pin ?? false }
}

/// The 星期 cell of a row, to be held against its date.
package struct WeekdayCell: Hashable, Sendable, Codable {
    package let date: CivilDate
    package let text: String
    package let line: Int

    package init(date: CivilDate, text: String, line: Int) {
        self.date = date
        self.text = text
        self.line = line
    }
}

/// What a unit sent in.
package struct UnitTable: Hashable, Sendable, Codable {
    package let unit: Ordinal<Unit>
    package let file: String
    /// The posts that have a column.
    package let posts: [Ordinal<Post>]
    package let weekdays: [WeekdayCell]

    package init(unit: Ordinal<Unit>, file: String, posts: [Ordinal<Post>], weekdays: [WeekdayCell] = []) {
        self.unit = unit
        self.file = file
        self.posts = posts
        self.weekdays = weekdays
    }
}

/// The table of a period: every unit's assignments.
package struct Roster: Sendable, Codable {
    package let period: Period
    package let tables: [UnitTable]
    package let assignments: [Assignment]

    package init(period: Period, tables: [UnitTable], assignments: [Assignment]) {
        self.period = period
        self.tables = tables
        self.assignments = assignments
    }

    package func table(of unit: Ordinal<Unit>) -> UnitTable? {
        tables.first { $0.unit == unit }
    }
}

/// A roster with all that is needed to judge it: the calendar, the place, and the periods that overlap it.
package struct RosterBook: Sendable {
    package let calendar: HolidayCalendar
    package let place: Place
    package let roster: Roster
    /// Other periods of the place that share time with this one.
    package let overlapping: [Roster]
    /// Who stands in for whom by approved changes; none in what planners write.
    package let takeovers: [Takeover]
    /// Shifts that a change cut in two or more for one person, each as it would be in one piece.
    package let cuts: [Assignment]
    /// Who stands in for the offices of people who are away; none in what planners write.
    package let deputies: [Deputy]

    package init(
        calendar: HolidayCalendar, place: Place, roster: Roster, overlapping: [Roster] = [],
        takeovers: [Takeover] = [], cuts: [Assignment] = [], deputies: [Deputy] = []
    ) {
        self.calendar = calendar
        self.place = place
        self.roster = roster
        self.overlapping = overlapping
        self.takeovers = takeovers
        self.cuts = cuts
        self.deputies = deputies
    }

    /// The same roster over a place of the same units, posts and people, some of it known better.
    package func with(place: Place) -> RosterBook {
        RosterBook(
            calendar: calendar, place: place, roster: roster, overlapping: overlapping, takeovers: takeovers,
            cuts: cuts, deputies: deputies)
    }
}
