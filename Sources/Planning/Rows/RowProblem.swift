/// A long plan in numbers: people × days, at most one duty a day, rules over each person's row and wishes for cover.
///
/// People, days and duty types are positions from 0. Nothing here knows a name, a text or a calendar.
package struct RowProblem: Hashable, Sendable {
    /// In plans of more than 62 days the search takes every longer limit on days in a row for this one.
    package static let longestRun = 30

    package var days: Int
    /// The day of the week of day 0; 0 is a Monday.
    package var firstWeekday: Int
    package var types: [DutyType]
    package var people: [Member]
    /// At most one for each day and type; where there is none, any number of people will do.
    package var covers: [Cover]

    package init(days: Int, firstWeekday: Int = 0, types: [DutyType], people: [Member], covers: [Cover]) {
        self.days = days
        self.firstWeekday = firstWeekday
        self.types = types
        self.people = people
        self.covers = covers
    }

    package struct DutyType: Hashable, Sendable {
        package var minutes: Int
        /// The types that nobody may have on the day after one of this type.
        package var barredNext: [Int]

        package init(minutes: Int, barredNext: [Int] = []) {
            self.minutes = minutes
            self.barredNext = barredNext
        }
    }

    /// One person, and what no plan may break for him.
    package struct Member: Hashable, Sendable {
        /// Most duties of each type, by type.
        package var most: [Int]
        /// Fewest and most minutes in the whole plan.
        package var minutes: ClosedRange<Int>
        /// Fewest and most days in a row with a duty; a run at either end of the plan is never too short.
        package var consecutive: ClosedRange<Int>
        /// Fewest free days in a row; a run at either end of the plan is never too short.
        package var fewestFree: Int
        /// Most weekends with a duty on Saturday or on Sunday.
        package var mostWeekends: Int
        package var daysOff: [Int]
        package var wishes: [Wish]

        package init(
            most: [Int], minutes: ClosedRange<Int>, consecutive: ClosedRange<Int>, fewestFree: Int = 1,
            mostWeekends: Int, daysOff: [Int] = [], wishes: [Wish] = []
        ) {
            self.most = most
            self.minutes = minutes
            self.consecutive = consecutive
            self.fewestFree = fewestFree
            self.mostWeekends = mostWeekends
            self.daysOff = daysOff
            self.wishes = wishes
        }
    }

    /// Somebody would like to have, or not to have, a duty of a type on a day.
    package struct Wish: Hashable, Sendable {
        package var day: Int
        package var type: Int
        /// What it costs when it is not granted.
        package var weight: Int
        package var isFor: Bool

        package init(day: Int, type: Int, weight: Int, isFor: Bool) {
            self.day = day
            self.type = type
            self.weight = weight
            self.isFor = isFor
        }
    }

    /// How many people a day wants in duties of a type, and what each missing and each further one costs.
    package struct Cover: Hashable, Sendable {
        package var day: Int
        package var type: Int
        package var wanted: Int
        package var under: Int
        package var over: Int

        package init(day: Int, type: Int, wanted: Int, under: Int, over: Int) {
            self.day = day
            self.type = type
            self.wanted = wanted
            self.under = under
            self.over = over
        }
    }
}

/// Who has which duty when: for each person, in their order, the type of every day; -1 is a free day.
package struct RowPlan: Hashable, Sendable {
    package var rows: [[Int]]

    package init(rows: [[Int]]) {
        self.rows = rows
    }
}
