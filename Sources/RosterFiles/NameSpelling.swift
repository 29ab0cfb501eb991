import Rosters

/// How a person is written in a unit's own table, so that the reader finds just this one.
struct NameSpelling {
    private let place: Place
    private let unit: Ordinal<Unit>
    private let colleagues: Colleagues

    init(of unit: Ordinal<Unit>, in place: Place) {
        self.unit = unit
        self.place = place
        self.colleagues = Colleagues(place.people(of: unit), in: place)
    }

    /// The name, else `name@unit`, else the id.
    subscript(person: Ordinal<Person>) -> String {
        let someone = place[person]
        let home = place[someone.unit]
        let words = [someone.name, "\(someone.name)@\(home.id)"]
        return words.first { means($0) == person } ?? someone.id.text
    }

    /// As ``PeopleIndex`` reads it.
    private func means(_ word: String) -> Ordinal<Person>? {
        if place.person(PersonID(word)) == nil, !word.contains(where: { ",、;/，； \"".contains($0) }) {
            let own = Array(word.utf8).withUnsafeBufferPointer { colleagues.named($0) }
            if let own { return own }
        }
        guard case .one(let person) = place.match(word) else { return nil }
        return person
    }
}
