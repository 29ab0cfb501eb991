package import Calendars

/// A county (or any other place) and the units under it, with everything that does not change by period.
package struct Place: Sendable {
    /// One object, so that whoever keeps a place copies one pointer.
    package let content: PlaceContent

    package init(
        key: String, name: String, zone: Zone, ranks: [String], shifts: [ShiftPattern], posts: [Post], units: [Unit],
        people: [Person], absences: [Absence], rules: RuleSettings, changes: ChangeSettings = ChangeSettings(),
        plan: PlanSettings = PlanSettings(), by slicer: some Slicer = WholeWalk()
    ) {
        self.content = PlaceContent(
            key: key, name: name, zone: zone, ranks: ranks, shifts: shifts, posts: posts, units: units, people: people,
            absences: absences, rules: rules, changes: changes, plan: plan,
            lookup: PlaceLookup(people, in: UnitTree(units: units, posts: posts), by: slicer))
    }

    @inlinable package var key: String { content.key }
    @inlinable package var name: String { content.name }
    @inlinable package var zone: Zone { content.zone }
    /// Low to high.
    @inlinable package var ranks: [String] { content.ranks }
    @inlinable package var shifts: [ShiftPattern] { content.shifts }
    @inlinable package var posts: [Post] { content.posts }
    @inlinable package var units: [Unit] { content.units }
    @inlinable package var people: [Person] { content.people }
    @inlinable package var absences: [Absence] { content.absences }
    @inlinable package var rules: RuleSettings { content.rules }
    @inlinable package var changes: ChangeSettings { content.changes }
    @inlinable package var plan: PlanSettings { content.plan }
    private var lookup: PlaceLookup { content.lookup }

    @inlinable package subscript(ordinal: Ordinal<Unit>) -> Unit { units[ordinal.index] }
    @inlinable package subscript(ordinal: Ordinal<Post>) -> Post { posts[ordinal.index] }
    @inlinable package subscript(ordinal: Ordinal<Person>) -> Person { people[ordinal.index] }
    @inlinable package subscript(ordinal: Ordinal<ShiftPattern>) -> ShiftPattern { shifts[ordinal.index] }

    package func unit(_ id: UnitID) -> Ordinal<Unit>? {
        lookup.tree.units.first(id.text) { [units] in units[$0].id.text }.map { Ordinal($0) }
    }

    package func post(_ key: PostKey) -> Ordinal<Post>? {
        lookup.tree.posts.first(key.text) { [posts] in posts[$0].key.text }.map { Ordinal($0) }
    }

    package func person(_ id: PersonID) -> Ordinal<Person>? {
        lookup.people.first(id.text) { [people] in people[$0].id.text }.map { Ordinal($0) }
    }

    /// Whether every person has an id of their own.
    package var areIDsDistinct: Bool { lookup.people.shared { [people] in people[$0].id.text }.isEmpty }

    /// Whether the id of anybody begins with a byte: a name that begins otherwise is nobody's id.
    package func mayBeginID(_ byte: UInt8) -> Bool { lookup.idLeads[Int(byte)] }

    /// Everybody of a name, in the order of the place.
    package func people(named name: String) -> [Ordinal<Person>] {
        lookup.names.all(name) { [people] in people[$0].name }.map { Ordinal($0) }
    }

    /// The people of a unit, in the order of the place.
    package func people(of unit: Ordinal<Unit>) -> [Ordinal<Person>] {
        lookup.colleagues[unit.index].map { Ordinal(Int($0)) }
    }

    /// The unit that reports to nobody here; nil only in a place without units.
    package var topUnit: Ordinal<Unit>? {
        (units.firstIndex { $0.parent == nil } ?? units.indices.first).map { Ordinal($0) }
    }

    /// The unit to which a unit reports; nil at the top, and for a unit that the place does not know.
    package func parent(of id: UnitID) -> UnitID? {
        unit(id).flatMap { self[$0].parent }.map { self[$0].id }
    }

    /// The unit itself, and every unit that it reports to, nearest first.
    package func unitsAbove(_ unit: Ordinal<Unit>) -> [Ordinal<Unit>] {
        var result = [unit]
        while let parent = result.last.flatMap({ self[$0].parent }), !result.contains(parent) { result.append(parent) }
        return result
    }

    package func rankName(_ rank: Rank) -> String { ranks[rank.level] }

    /// The units directly or indirectly under a unit, nearest first.
    package func unitsBelow(_ top: Ordinal<Unit>) -> [Ordinal<Unit>] {
        lookup.tree.units(below: top.index).map { Ordinal($0) }
    }

    /// Those of the units under a unit that keep any of these posts, nearest first.
    package func unitsBelow(_ top: Ordinal<Unit>, keeping posts: [Ordinal<Post>]) -> [Ordinal<Unit>] {
        if let post = posts.first, posts.count == 1 {
            return lookup.tree.keepers(of: post.index, below: top.index).map { Ordinal($0) }
        }
        let units = Set(posts.flatMap { lookup.tree.keepers(of: $0.index, below: top.index) })
        return units.sorted(by: lookup.tree.isNearer).map { Ordinal($0) }
    }

    /// The leaders of a unit who are in charge of an incident's kind (分管).
    package func leaders(of unit: Ordinal<Unit>, category: Category?, type: String?) -> [Person] {
        lookup.leaders[unit.index, default: []].map { self[$0] }.filter { $0.isInCharge(of: category, type: type) }
    }

    /// The same place with other units; their keys, their tree and their posts must be the same.
    package func with(units: [Unit], changes: ChangeSettings? = nil) -> Place {
        replacing(units: units, changes: changes, lookup: lookup)
    }

    /// The same place with other people, for example without their phone numbers.
    package func with(people: [Person], by slicer: some Slicer = WholeWalk()) -> Place {
        replacing(people: people, lookup: PlaceLookup(people, in: lookup.tree, by: slicer))
    }

    /// The same place with other units and people; whoever is away and is none of them is left out.
    package func with(units: [Unit], people: [Person]) -> Place {
        replacing(
            units: units, people: people,
            lookup: PlaceLookup(people, in: UnitTree(units: units, posts: posts), by: WholeWalk()))
    }

    /// The same place with other absences.
    package func with(absences: [Absence]) -> Place { replacing(absences: absences, lookup: lookup) }

    /// The same place with other rules.
    package func with(rules: RuleSettings) -> Place { replacing(rules: rules, lookup: lookup) }

    /// The same place with other ideas of a good plan.
    package func with(plan: PlanSettings) -> Place { replacing(plan: plan, lookup: lookup) }

    private func replacing(
        units: [Unit]? = nil, people: [Person]? = nil, absences: [Absence]? = nil, rules: RuleSettings? = nil,
        changes: ChangeSettings? = nil, plan: PlanSettings? = nil, lookup: PlaceLookup
    ) -> Place {
        Place(
            content: PlaceContent(
                key: key, name: name, zone: zone, ranks: ranks, shifts: shifts, posts: posts,
                units: units ?? self.units, people: people ?? self.people, absences: absences ?? self.absences,
                rules: rules ?? self.rules, changes: changes ?? self.changes, plan: plan ?? self.plan, lookup: lookup))
    }

    private init(content: PlaceContent) {
        self.content = content
    }
}

extension Place: Codable {
    private enum Field: String, CodingKey {
        case key, name, zone, ranks, shifts, posts, units, people, absences, rules, changes, plan
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        self.init(
            key: try fields.decode(String.self, forKey: .key), name: try fields.decode(String.self, forKey: .name),
            zone: try fields.decode(Zone.self, forKey: .zone),
            ranks: try fields.decode([String].self, forKey: .ranks),
            shifts: try fields.decode([ShiftPattern].self, forKey: .shifts),
            posts: try fields.decode([Post].self, forKey: .posts),
            units: try fields.decode([Unit].self, forKey: .units),
            people: try fields.decode([Person].self, forKey: .people),
            absences: try fields.decode([Absence].self, forKey: .absences),
            rules: try fields.decode(RuleSettings.self, forKey: .rules),
            changes: try fields.decodeIfPresent(ChangeSettings.self, forKey: .changes) ?? ChangeSettings(),
            plan: try fields.decodeIfPresent(PlanSettings.self, forKey: .plan) ?? PlanSettings())
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(key, forKey: .key)
        try fields.encode(name, forKey: .name)
        try fields.encode(zone, forKey: .zone)
        try fields.encode(ranks, forKey: .ranks)
        try fields.encode(shifts, forKey: .shifts)
        try fields.encode(posts, forKey: .posts)
        try fields.encode(units, forKey: .units)
        try fields.encode(people, forKey: .people)
        try fields.encode(absences, forKey: .absences)
        try fields.encode(rules, forKey: .rules)
        try fields.encode(changes, forKey: .changes)
        if plan != PlanSettings() { try fields.encode(plan, forKey: .plan) }
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
        // 0xEF begins the full-width ＠ and hardly any name.
        let isBare = !word.utf8.contains { $0 == UInt8(ascii: "@") || $0 == 0xEF }
        let parts = isBare && !word.isEmpty ? [word] : Self.nameAndUnit(word)
        guard let name = parts.first else { return .none }
        var named = people(named: name)
        if parts.count == 2 {
            named = named.filter { person in
                let unit = self[self[person].unit]
                return unit.id.text == parts[1] || unit.name == parts[1]
            }
        }
        switch named.count {
        case 0: return .none
        case 1: return .one(named[0])
        default: return .several(named)
        }
    }
}

extension Place {
    /// From whom a post of a unit draws its people: the unit's own, the lender's, or those of more units.
    package func pool(of post: Ordinal<Post>, in unit: Ordinal<Unit>) -> [Ordinal<Person>] {
        switch self[post].pool {
        case .all: people.indices.map { Ordinal($0) }
        case .below: ([unit] + unitsBelow(unit)).flatMap { people(of: $0) }
        case nil: people(of: self[post].from.flatMap { self.unit($0) } ?? unit)
        }
    }
}
