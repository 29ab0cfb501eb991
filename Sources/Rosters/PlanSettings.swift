package import Calendars

/// What a place asks of a good plan: what `place.yaml` says under `plan`, and the usual numbers for the rest.
package struct PlanSettings: Hashable, Sendable, Codable {
    package var weights: Weights
    /// Two duties of one person that lie fewer days apart cost something.
    package var spacingDays: Int
    /// What a duty weighs by its day, each day once.
    package var days: [DayWeight]
    /// What is left of last year's load, 0…1; the year before fades twice.
    package var historyFades: Hundredths
    /// The shifts in which a post is planned; a post that is not named is planned in what its tables have.
    package var shifts: [PostShifts]
    /// The shifts in which a unit's posts are planned, before those of the post; nil where no unit is named.
    package var unitShifts: [UnitShifts]?
    /// Posts that are filled in turn (顺排), in the order of the place.
    package var rotation: [Ordinal<Post>]

    package init(
        weights: Weights = Weights(), spacingDays: Int = 3, days: [DayWeight] = DayWeight.usual,
        historyFades: Hundredths = Hundredths(50), shifts: [PostShifts] = [], unitShifts: [UnitShifts]? = nil,
        rotation: [Ordinal<Post>] = []
    ) {
        self.weights = weights
        self.spacingDays = spacingDays
        self.days = days
        self.historyFades = historyFades
        self.shifts = shifts
        self.unitShifts = unitShifts
        self.rotation = rotation
    }

    /// How much each wish for a plan counts beside the others.
    package struct Weights: Hashable, Sendable, Codable {
        package var fairness = Hundredths(100)
        package var spacing = Hundredths(2)
        package var wishes = Hundredths(1000)
        /// Against each seat that differs from a previous roster.
        package var change = Hundredths(500)
        package var months = Hundredths.zero
        package var teams = Hundredths.zero
        /// Against 除夕 for whoever stood it last year.
        package var eveAgain = Hundredths(2000)
        /// Against leaders at other posts than a leader's (领导顶班): whoever qualifies for a leader's post of the own unit.
        package var seniors = Hundredths.zero

        package init() {}
    }

    /// What a duty weighs on a date, on a label such as 除夕, or on a kind of day.
    package struct DayWeight: Hashable, Sendable, Codable {
        package let day: DaySelector
        package let weight: Hundredths

        package init(_ day: DaySelector, _ weight: Hundredths) {
            self.day = day
            self.weight = weight
        }

        package static let usual = [
            DayWeight(.label(.newYearsEve), Hundredths(400)), DayWeight(.label(.newYear1), Hundredths(300)),
            DayWeight(.label(.newYear2), Hundredths(300)), DayWeight(.label(.newYear3), Hundredths(300)),
            DayWeight(.kind(.statutory), Hundredths(200)), DayWeight(.kind(.restday), .one),
            DayWeight(.kind(.workday), .one),
        ]
    }

    package struct PostShifts: Hashable, Sendable, Codable {
        package let post: Ordinal<Post>
        package let shifts: [Ordinal<ShiftPattern>]

        package init(post: Ordinal<Post>, shifts: [Ordinal<ShiftPattern>]) {
            self.post = post
            self.shifts = shifts
        }
    }

    package struct UnitShifts: Hashable, Sendable, Codable {
        package let unit: Ordinal<Unit>
        package let shifts: [Ordinal<ShiftPattern>]

        package init(unit: Ordinal<Unit>, shifts: [Ordinal<ShiftPattern>]) {
            self.unit = unit
            self.shifts = shifts
        }
    }
}

extension PlanSettings {
    /// What a duty of a date weighs: the date itself decides over its label, the label over the kind of day.
    package func weight(on date: CivilDate, in calendar: HolidayCalendar) -> Hundredths {
        if let weight = weight(.date(date)) { return weight }
        if let weight = DayLabel.labels(of: date).lazy.compactMap({ weight(.label($0)) }).first { return weight }
        return weight(.kind(calendar.kind(of: date))) ?? .one
    }

    private func weight(_ day: DaySelector) -> Hundredths? { days.first { $0.day == day }?.weight }

    /// The shifts in which a post is planned; nil where `plan` does not say.
    package func shifts(of post: Ordinal<Post>) -> [Ordinal<ShiftPattern>]? {
        shifts.first { $0.post == post }?.shifts
    }

    /// The shifts in which a unit is planned; nil where `plan` does not say.
    package func shifts(of unit: Ordinal<Unit>) -> [Ordinal<ShiftPattern>]? {
        unitShifts?.first { $0.unit == unit }?.shifts
    }

    package func isRotated(_ post: Ordinal<Post>) -> Bool { rotation.contains(post) }
}
