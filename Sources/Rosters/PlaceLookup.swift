/// The tables of a place by key and by tree, so that a country’s worth of look-ups stays quick; one object, so that a
/// look-up copies one pointer.
final class PlaceLookup: Sendable {
    let tree: UnitTree
    let people: TextIndex
    let names: TextIndex
    /// With which bytes the ids of people begin.
    let idLeads: [Bool]
    /// By unit, its people in the order of the place.
    let colleagues: Grouped<Int32>
    /// By unit, the leaders who are in charge of some kind of incident.
    let leaders: [Int: [Ordinal<Person>]]

    init(_ people: [Person], in tree: UnitTree, by slicer: some Slicer) {
        self.tree = tree
        let texts = slicer.map(2) { number in
            number == 0
                ? TextIndex(count: people.count) { people[$0].id.text }
                : TextIndex(count: people.count) { people[$0].name }
        }
        (self.people, self.names) = (texts[0], texts[1])
        var leads = [Bool](repeating: false, count: 256)
        var homes: [Int32] = []
        homes.reserveCapacity(people.count)
        var inCharge: [Ordinal<Person>] = []
        for index in people.indices {
            let person = people[index]
            leads[Int(person.id.text.utf8.first ?? 0)] = true
            homes.append(person.unit.offset)
            if person.inCharge?.isEmpty == false { inCharge.append(Ordinal(index)) }
        }
        self.idLeads = leads
        let groups = homes.reduce(tree.count) { max($0, Int($1) + 1) }
        self.colleagues = Grouped(positions: homes.count, groups: groups) { Int(homes[$0]) }
        self.leaders = Dictionary(grouping: inCharge) { people[$0.index].unit.index }
    }
}
