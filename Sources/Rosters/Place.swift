package import Calendars

/// A county (or any other place) and the units under it, with everything that does not change by period.
package struct Place: Sendable, Codable {
    package let key: String
    package let name: String
    package let zone: Zone
    /// Low to high.
    package let ranks: [String]
    package let shifts: [ShiftPattern]
    package let posts: [Post]
    package let units: [Unit]
    package let people: [Person]
    package let absences: [Absence]
    package let rules: RuleSettings

    package init(
        key: String, name: String, zone: Zone, ranks: [String], shifts: [ShiftPattern], posts: [Post], units: [Unit],
        people: [Person], absences: [Absence], rules: RuleSettings
    ) {
        self.key = key
        self.name = name
        self.zone = zone
        self.ranks = ranks
        self.shifts = shifts
        self.posts = posts
        self.units = units
        self.people = people
        self.absences = absences
        self.rules = rules
    }

    package subscript(ordinal: Ordinal<Unit>) -> Unit { units[ordinal.index] }
    package subscript(ordinal: Ordinal<Post>) -> Post { posts[ordinal.index] }
    package subscript(ordinal: Ordinal<Person>) -> Person { people[ordinal.index] }
    package subscript(ordinal: Ordinal<ShiftPattern>) -> ShiftPattern { shifts[ordinal.index] }

    package func unit(_ id: UnitID) -> Ordinal<Unit>? {
        units.firstIndex { $0.id == id }.map { Ordinal($0) }
    }

    package func post(_ key: PostKey) -> Ordinal<Post>? {
        posts.firstIndex { $0.key == key }.map { Ordinal($0) }
    }

    package func person(_ id: PersonID) -> Ordinal<Person>? {
        people.firstIndex { $0.id == id }.map { Ordinal($0) }
    }

    /// The unit that reports to nobody here; nil only in a place without units.
    package var topUnit: Ordinal<Unit>? {
        (units.firstIndex { $0.parent == nil } ?? units.indices.first).map { Ordinal($0) }
    }

    package func rankName(_ rank: Rank) -> String { ranks[rank.level] }

    /// The units directly or indirectly under a unit, nearest first.
    package func unitsBelow(_ top: Ordinal<Unit>) -> [Ordinal<Unit>] {
        var result: [Ordinal<Unit>] = []
        var level = [top]
        while !level.isEmpty {
            level = units.indices.map { Ordinal($0) }.filter { child in
                guard let parent = self[child].parent else { return false }
                return level.contains(parent) && child != top && !result.contains(child)
            }
            result += level
        }
        return result
    }

    /// The same place with other people, for example without their phone numbers.
    package func with(people: [Person]) -> Place {
        Place(
            key: key, name: name, zone: zone, ranks: ranks, shifts: shifts, posts: posts, units: units, people: people,
            absences: absences, rules: rules)
    }
}

/// What a planner's word for a person can mean.
package enum PersonMatch: Hashable, Sendable {
    case one(Ordinal<Person>)
    case none
    /// Several people of one name; `name@unit` or the id decides.
    case several([Ordinal<Person>])
}

extension Place {
    /// The parts of `name@unit`, the sign of either width.
    package static func nameAndUnit(_ word: String) -> [String] {
        word.split(maxSplits: 1, whereSeparator: { $0 == "@" || $0 == "＠" }).map(String.init)
    }

    /// Reads an id, a name or `name@unit` (the unit's id or name).
    package func match(_ word: String) -> PersonMatch {
        if let person = person(PersonID(word)) { return .one(person) }
        let parts = Self.nameAndUnit(word)
        let named = people.indices.filter { index in
            guard people[index].name == parts.first else { return false }
            guard parts.count == 2 else { return true }
            let unit = self[people[index].unit]
            return unit.id.text == parts[1] || unit.name == parts[1]
        }
        switch named.count {
        case 0: return .none
        case 1: return .one(Ordinal(named[0]))
        default: return .several(named.map { Ordinal($0) })
        }
    }
}
