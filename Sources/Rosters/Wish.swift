package import Calendars

/// What somebody would rather: to stand, or not to stand, on some dates.
package struct Wish: Hashable, Sendable, Codable {
    package let person: Ordinal<Person>
    package let from: CivilDate
    /// The last date, inclusive.
    package let to: CivilDate
    /// 愿意 or 不愿意.
    package let isFor: Bool
    package let weight: Hundredths

    package init(
        person: Ordinal<Person>, from: CivilDate, to: CivilDate, isFor: Bool, weight: Hundredths = .one
    ) {
        self.person = person
        self.from = from
        self.to = to
        self.isFor = isFor
        self.weight = weight
    }

    package func covers(_ date: CivilDate) -> Bool { from <= date && date <= to }
}

/// A duty of before the first published roster, so that the first plan knows who stood already.
package struct PastDuty: Hashable, Sendable, Codable {
    package let person: Ordinal<Person>
    package let date: CivilDate
    package let minutes: Int
    /// Nil: what the plan's settings say of the date.
    package let weight: Hundredths?

    package init(person: Ordinal<Person>, date: CivilDate, minutes: Int, weight: Hundredths? = nil) {
        self.person = person
        self.date = date
        self.minutes = minutes
        self.weight = weight
    }
}
