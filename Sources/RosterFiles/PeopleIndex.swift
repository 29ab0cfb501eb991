package import Rosters

/// The place's people by id and by name; agrees with `Place.match` and needs no walk over all of them.
package struct PeopleIndex: Sendable {
    /// In a larger place only the nearest names of the unit at hand are proposed.
    private static let maxPeopleToCompare = 5000

    private let place: Place
    private let byID: [PersonID: Ordinal<Person>]
    private let byName: [String: [Ordinal<Person>]]
    private let byUnit: [Ordinal<Unit>: [Ordinal<Person>]]

    package init(_ place: Place) {
        let people = place.people.indices.map { Ordinal<Person>($0) }
        self.place = place
        byID = Dictionary(people.map { (place[$0].id, $0) }) { first, _ in first }
        byName = Dictionary(grouping: people) { place[$0].name }
        byUnit = Dictionary(grouping: people) { place[$0].unit }
    }

    /// Reads an id, a name or `name@unit` (the unit's id or name).
    package func match(_ word: String) -> PersonMatch {
        if let person = byID[PersonID(word)] { return .one(person) }
        // 0xEF begins the full-width ＠ and hardly any name.
        let isBare = !word.utf8.contains { $0 == UInt8(ascii: "@") || $0 == 0xEF }
        let parts = isBare && !word.isEmpty ? [word] : Place.nameAndUnit(word)
        guard let name = parts.first, var named = byName[name] else { return .none }
        if parts.count == 2 {
            named = named.filter { person in
                let unit = place[place[person].unit]
                return unit.id.text == parts[1] || unit.name == parts[1]
            }
        }
        switch named.count {
        case 0: return .none
        case 1: return .one(named[0])
        default: return .several(named)
        }
    }

    /// Looks a word up; an unknown person and a name that several share are diagnostics.
    func find(
        _ word: String, near unit: Ordinal<Unit>? = nil, at site: Site, _ log: inout DiagnosticList
    ) -> Ordinal<Person>? {
        switch match(word) {
        case .one(let person):
            return person
        case .none:
            let near = log.isLong ? nil : similar(to: word, among: names(near: unit, like: word))
            log.add(.unknown(.person, word, nearest: near), at: site)
        case .several(let people):
            log.add(.ambiguous(.person, word, candidates: people.map(unmistakable)), at: site)
        }
        return nil
    }

    func find(_ node: YamlNode, _ log: inout DiagnosticList) -> PersonID? {
        node.text(&log).flatMap { find($0, at: node.site, &log) }.map { place[$0].id }
    }

    /// `name@unit (id)`.
    private func unmistakable(_ person: Ordinal<Person>) -> String {
        let someone = place[person]
        return "\(someone.name)@\(place[someone.unit].name) (\(someone.id))"
    }

    private func names(near unit: Ordinal<Unit>?, like word: String) -> [String] {
        let everyone = place.people.count <= Self.maxPeopleToCompare ? place.people : []
        let colleagues = unit.flatMap { byUnit[$0] } ?? []
        let isID = word.contains { $0.isASCII && $0.isNumber }
        return colleagues.map { place[$0].name } + everyone.map(\.name) + (isID ? everyone.map(\.id.text) : [])
    }
}
