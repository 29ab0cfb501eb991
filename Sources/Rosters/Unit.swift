package import Calendars

/// An office of the place: whom it reports to, when it works, which posts it keeps.
package struct Unit: Hashable, Sendable, Codable {
    package let id: UnitID
    package let name: String
    package let parent: Ordinal<Unit>?
    /// Nil for a unit without office hours.
    package let hours: WorkingHours?
    /// Empty where the unit has published none.
    package let dutyPhone: String
    package let posts: [Ordinal<Post>]

    package init(
        id: UnitID, name: String, parent: Ordinal<Unit>? = nil, hours: WorkingHours? = nil, dutyPhone: String = "",
        posts: [Ordinal<Post>] = []
    ) {
        self.id = id
        self.name = name
        self.parent = parent
        self.hours = hours
        self.dutyPhone = dutyPhone
        self.posts = posts
    }
}

/// A shift as the place names it; one whose end is not after its start ends on the next day.
package struct ShiftPattern: Hashable, Sendable, Codable {
    package let key: ShiftKey
    package let name: String
    package let window: ClockWindow

    package init(key: ShiftKey, name: String, window: ClockWindow) {
        self.key = key
        self.name = name
        self.window = window
    }
}

/// Somebody is away: leave, travel, training.
package struct Absence: Hashable, Sendable, Codable {
    package let person: Ordinal<Person>
    package let interval: Interval
    package let reason: String

    package init(person: Ordinal<Person>, interval: Interval, reason: String) {
        self.person = person
        self.interval = interval
        self.reason = reason
    }
}
