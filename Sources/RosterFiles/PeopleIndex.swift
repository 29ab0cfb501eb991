package import Rosters

/// The place's people by id and by name, with diagnostics for words that mean nobody or several.
package struct PeopleIndex: Sendable {
    /// In a larger place only the nearest names of the unit at hand are proposed.
    private static let maxPeopleToCompare = 5000

    private let place: Place

    package init(_ place: Place) {
        self.place = place
    }

    /// Reads an id, a name or `name@unit` (the unit's id or name).
    package func match(_ word: String) -> PersonMatch { place.match(word) }

    /// The people of a unit, for the table that it sent in.
    func colleagues(of unit: Ordinal<Unit>) -> Colleagues { Colleagues(place.people(of: unit), in: place) }

    /// Looks a word of a unit's own table up: a name that one of the unit's people bears is that person.
    func find(
        _ word: Bytes, among colleagues: Colleagues?, near unit: Ordinal<Unit>?, at site: Site,
        _ log: inout DiagnosticList
    ) -> Ordinal<Person>? {
        if let lead = word.first, !place.mayBeginID(lead), let own = colleagues?.named(word) { return own }
        let text = word.text
        if let colleagues, place.person(PersonID(text)) == nil, let own = colleagues.named(word) { return own }
        return find(text, near: unit, at: site, &log)
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
        let colleagues = unit.map { place.people(of: $0) } ?? []
        let isID = word.contains { $0.isASCII && $0.isNumber }
        return colleagues.map { place[$0].name } + everyone.map(\.name) + (isID ? everyone.map(\.id.text) : [])
    }
}
