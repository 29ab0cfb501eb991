package import RosterRules
package import Rosters

/// For a seat of a roster that nobody takes, what keeps the people of the post's pool out.
package struct SlotExclusions: Sendable {
    private let place: Place
    private let roster: Roster
    private let question: StandingQuestion

    /// `book` holds the roster in which the seat is empty.
    package init(_ book: RosterBook) {
        place = book.place
        roster = book.roster
        question = StandingQuestion(CheckContext(book.withoutReceipts))
    }

    /// Whoever has no reason could stand there; whoever stands there already is left out.
    package func reasons(at slot: PlanSlot) -> [Exclusion] {
        let key = SlotKey(slot)
        let here = Set(roster.assignments.filter { SlotKey($0) == key }.map(\.person))
        var reasons: [(reason: ExclusionReason, people: [Ordinal<Person>])] = []
        for person in place.pool(of: slot.post, in: slot.unit) where !here.contains(person) {
            guard
                let reason = question.exclusion(of: person, unit: slot.unit, post: slot.post, during: slot.interval)
            else { continue }
            if let known = reasons.firstIndex(where: { $0.reason == reason }) {
                reasons[known].people.append(person)
            } else {
                reasons.append((reason, [person]))
            }
        }
        return reasons.map { Exclusion(reason: $0.reason, people: $0.people) }
    }
}
