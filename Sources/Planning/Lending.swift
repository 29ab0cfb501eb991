import Calendars
import RosterRules
import Rosters

/// Who could be lent to slots that their own people cannot fill, and to the other shifts of their posts.
struct Lending {
    private let slots: [PlanSlot]
    /// By slot.
    private let able: [Int: [Ordinal<Person>]]

    init(slots: [PlanSlot], needy: [Int], in place: Place) {
        var able: [Int: [Ordinal<Person>]] = [:]
        let absences = needy.isEmpty ? [:] : Dictionary(grouping: place.absences, by: \.person)
        let stations = Set(needy.map { PostOfUnit(unit: slots[$0].unit, post: slots[$0].post) })
        for (number, slot) in slots.enumerated()
        where stations.contains(PostOfUnit(unit: slot.unit, post: slot.post)) {
            let own = Set(place.pool(of: slot.post, in: slot.unit))
            able[number] = place.people.indices.map { Ordinal<Person>($0) }.filter { person in
                !own.contains(person)
                    && Eligibility.exclusion(of: place[person], from: place[slot.post], rank: slot.rank) == nil
                    && !(absences[person] ?? []).contains { $0.interval.overlaps(slot.interval) }
            }
        }
        self.slots = slots
        self.able = able
    }

    var people: [Ordinal<Person>] { able.values.flatMap { $0 }.uniqued().sorted() }

    /// The same by their numbers in the problem.
    func lenders(among members: [Ordinal<Person>]) -> [[Int32]] {
        guard !able.isEmpty else { return [] }
        let numbers = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, Int32($0)) })
        return slots.indices.map { (able[$0] ?? []).compactMap { numbers[$0] }.sorted() }
    }
}
