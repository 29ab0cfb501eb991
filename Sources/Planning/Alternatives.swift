import Calendars
package import RosterRules
package import Rosters

/// What would change if somebody else stood in a slot: the answer to “why this person” and “why not that one”.
package struct Alternatives: Sendable {
    package struct Alternative: Hashable, Sendable {
        package let person: Ordinal<Person>
        /// Whose seat it would be; nil for an empty one.
        package let instead: Ordinal<Person>?
        /// How the score would change by part, in the numbers of the problem; positive is worse.
        package let change: [PlanScore.Part: Int64]

        package var total: Int64 { change.values.reduce(0, +) }
    }

    package let slot: PlanSlot
    package let sitting: [Ordinal<Person>]
    /// Everybody of the pool who could take a seat, the best first.
    package let possible: [Alternative]
    package let excluded: [Exclusion]

    /// `roster` is the one in which the slot stands; `model` leaves every seat open.
    package init(of number: Int, instead leaving: Ordinal<Person>?, in model: PlanModel, roster: Roster) {
        let slot = model.slots[number]
        let plan = model.plan(of: roster.assignments)
        let seats = plan.seats[number].filter { $0 >= 0 }.map { model.person($0) }
        self.slot = slot
        self.sitting = seats
        let before = PlanScore(plan, of: model)
        let question = StandingQuestion(Self.context(without: leaving, in: slot, model, roster))
        var possible: [Alternative] = []
        var excluded: [(reason: ExclusionReason, people: [Ordinal<Person>])] = []
        for person in model.place.pool(of: slot.post, in: slot.unit) where !seats.contains(person) {
            if let reason = question.exclusion(of: person, unit: slot.unit, post: slot.post, during: slot.interval) {
                if let known = excluded.firstIndex(where: { $0.reason == reason }) {
                    excluded[known].people.append(person)
                } else {
                    excluded.append((reason, [person]))
                }
            } else if let after = Self.plan(plan, seating: person, instead: leaving, at: number, model) {
                let score = PlanScore(after, of: model)
                possible.append(
                    Alternative(
                        person: person, instead: leaving,
                        change: score.numbers.merging(before.numbers) { $0 - $1 }.filter { $0.value != 0 }))
            }
        }
        self.possible = possible.sorted {
            $0.total != $1.total ? $0.total < $1.total : model.place[$0.person].id < model.place[$1.person].id
        }
        self.excluded = excluded.map { Exclusion(reason: $0.reason, people: $0.people) }
    }

    private static func context(
        without leaving: Ordinal<Person>?, in slot: PlanSlot, _ model: PlanModel, _ roster: Roster
    ) -> CheckContext {
        let book = model.request.book.withoutReceipts
        let others = roster.assignments.filter { SlotKey($0) != SlotKey(slot) || $0.person != leaving }
        return CheckContext(
            RosterBook(
                calendar: book.calendar, place: book.place,
                roster: Roster(period: book.roster.period, tables: roster.tables, assignments: others),
                overlapping: book.overlapping, takeovers: book.takeovers))
    }

    private static func plan(
        _ plan: SeatPlan, seating person: Ordinal<Person>, instead leaving: Ordinal<Person>?, at slot: Int,
        _ model: PlanModel
    ) -> SeatPlan? {
        let old = leaving.flatMap { model.number(of: $0) } ?? -1
        guard let new = model.number(of: person), let seat = plan.seats[slot].firstIndex(of: old) else { return nil }
        var plan = plan
        plan.seats[slot][seat] = new
        return plan
    }
}
