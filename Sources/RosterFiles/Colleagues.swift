import Rosters

/// The people of one unit by name, each name as two machine words: tables name them a million times.
struct Colleagues {
    private var names: [PackedName] = []
    private let people: [Ordinal<Person>]
    private let place: Place

    init(_ people: [Ordinal<Person>], in place: Place) {
        self.people = people
        self.place = place
        let everybody = place.people
        names = people.map { person in
            var name = everybody[person.index].name
            return name.withUTF8 { PackedName($0) }
        }
    }

    /// The one person of a name; nil where nobody or several bear it.
    func named(_ word: Bytes) -> Ordinal<Person>? {
        let name = PackedName(word)
        var found: Ordinal<Person>?
        for index in names.indices where names[index] == name {
            if name.count > 16, !place[people[index]].name.utf8.elementsEqual(word) { continue }
            if found != nil { return nil }
            found = people[index]
        }
        return found
    }
}

/// The first sixteen bytes of a name and how many it has.
private struct PackedName: Equatable {
    let count: Int
    private var first: UInt64 = 0
    private var second: UInt64 = 0

    init(_ bytes: Bytes) {
        count = bytes.count
        for position in 0..<min(count, 8) { first = first << 8 | UInt64(bytes[position]) }
        for position in min(count, 8)..<min(count, 16) { second = second << 8 | UInt64(bytes[position]) }
    }
}
