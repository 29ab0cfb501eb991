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
    /// Place names and grid cells (网格) whose incidents are the unit's.
    package let territory: [String]
    /// 党政正职: never away together.
    package let principals: [PersonID]
    /// What is checked off before a period and handed over at each change of shift.
    package var readiness: UnitReadiness

    package init(
        id: UnitID, name: String, parent: Ordinal<Unit>? = nil, hours: WorkingHours? = nil, dutyPhone: String = "",
        posts: [Ordinal<Post>] = [], territory: [String] = [], principals: [PersonID] = [],
        readiness: UnitReadiness = UnitReadiness()
    ) {
        self.id = id
        self.name = name
        self.parent = parent
        self.hours = hours
        self.dutyPhone = dutyPhone
        self.posts = posts
        self.territory = territory
        self.principals = principals
        self.readiness = readiness
    }

    package func with(parent: Ordinal<Unit>?) -> Unit {
        Unit(
            id: id, name: name, parent: parent, hours: hours, dutyPhone: dutyPhone, posts: posts,
            territory: territory, principals: principals, readiness: readiness)
    }

    /// Snapshots of before 2026-11-23 know no territory, no principals, no teams and no equipment.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try values.decode(UnitID.self, forKey: .id), name: try values.decode(String.self, forKey: .name),
            parent: try values.decodeIfPresent(Ordinal<Unit>.self, forKey: .parent),
            hours: try values.decodeIfPresent(WorkingHours.self, forKey: .hours),
            dutyPhone: try values.decode(String.self, forKey: .dutyPhone),
            posts: try values.decode([Ordinal<Post>].self, forKey: .posts),
            territory: try values.decodeIfPresent([String].self, forKey: .territory) ?? [],
            principals: try values.decodeIfPresent([PersonID].self, forKey: .principals) ?? [],
            readiness: try values.decodeIfPresent(UnitReadiness.self, forKey: .readiness) ?? UnitReadiness())
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
