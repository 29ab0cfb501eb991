import Rosters

/// Somebody as a cell names them.
struct NamedPerson: Hashable {
    let person: Ordinal<Person>
    let isPinned: Bool
}

/// How people are written in a unit's own table, and how the reader takes what is written there.
struct NameSpelling {
    private let place: Place
    private let unit: Ordinal<Unit>
    private let index: PeopleIndex
    private let colleagues: Colleagues

    init(of unit: Ordinal<Unit>, in place: Place) {
        self.unit = unit
        self.place = place
        self.index = PeopleIndex(place)
        self.colleagues = index.colleagues(of: unit)
    }

    /// The name, else `name@unit`, else the id: the first that the reader takes for just this person.
    subscript(person: Ordinal<Person>) -> String {
        let someone = place[person]
        let words = [someone.name, "\(someone.name)@\(place[someone.unit].id)"]
        let wanted = [NamedPerson(person: person, isPinned: false)]
        return words.first { people(in: $0) == wanted } ?? someone.id.text
    }

    /// People as a cell names them; names and the separator that the cell has already stay as they are spelled.
    func text(of people: [NamedPerson], insteadOf cell: String, separator: String) -> String {
        let known = self.people(in: cell) ?? []
        let (words, separators) = Self.words(in: cell)
        let spelled = Dictionary(zip(known, words), uniquingKeysWith: { first, _ in first })
        return people.map { spelled[$0] ?? self[$0.person] + ($0.isPinned ? "!" : "") }
            .joined(separator: separators.first ?? separator)
    }

    /// The names of a cell as they are spelled, and what stands between them.
    private static func words(in cell: String) -> (names: [String], between: [String]) {
        var cell = cell
        return cell.withUTF8 { bytes in
            var names: [Range<Int>] = []
            CellText.names(bytes, into: &names)
            let between = zip(names, names.dropFirst()).map { bytes.part($0.upperBound..<$1.lowerBound).text }
            return (names.map { bytes.part($0).text }, between)
        }
    }

    /// Whom a cell names, in its order; nil where a word means nobody or several.
    func people(in cell: String) -> [NamedPerson]? {
        var cell = cell
        return cell.withUTF8 { bytes in
            var names: [Range<Int>] = []
            CellText.names(bytes, into: &names)
            var people: [NamedPerson] = []
            for name in names {
                let word = CellText.unpinned(name, of: bytes)
                guard let person = find(bytes.part(word)) else { return nil }
                people.append(NamedPerson(person: person, isPinned: word != name))
            }
            return people
        }
    }

    private func find(_ word: Bytes) -> Ordinal<Person>? {
        var log = DiagnosticList(file: "")
        return index.find(word, among: colleagues, near: unit, at: .start, &log)
    }
}
