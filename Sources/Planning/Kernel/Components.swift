/// A problem split into parts that do not know of one another, to be solved apart and joined again.
///
/// Slots and people hang together by candidacy and pins, people by `apart`, slots of a unit where ranks or teams count.
/// Whoever can sit nowhere belongs to no part.
package struct Components: Sendable {
    package let parts: [Part]
    private let counts: [Int]

    /// One part, and where its slots and people stand in the whole.
    package struct Part: Sendable {
        package let problem: SeatProblem
        package let slots: [Int]
        package let people: [Int32]
    }

    package init(_ problem: SeatProblem) {
        counts = problem.slots.map(\.count)
        var groups = Groups(count: problem.people.count + problem.slots.count)
        Self.link(problem, &groups)
        var slotsOf: [Int: [Int]] = [:]
        for slot in problem.slots.indices {
            slotsOf[groups.root(problem.people.count + slot), default: []].append(slot)
        }
        var peopleOf: [Int: [Int32]] = [:]
        for person in problem.people.indices { peopleOf[groups.root(person), default: []].append(Int32(person)) }
        parts = slotsOf.sorted { ($0.value.first ?? 0) < ($1.value.first ?? 0) }.map { root, slots in
            Part(problem, slots: slots, people: peopleOf[root] ?? [])
        }
    }

    private static func link(_ problem: SeatProblem, _ groups: inout Groups) {
        var slotOfUnit: [Int32: Int] = [:]
        for (index, slot) in problem.slots.enumerated() {
            let node = problem.people.count + index
            for candidate in slot.candidates { groups.join(node, Int(candidate.person)) }
            for person in slot.pinned { groups.join(node, Int(person)) }
            guard problem.limits.isRankKept || problem.weights.teams != 0 else { continue }
            if let other = slotOfUnit[slot.unit] { groups.join(node, other) } else { slotOfUnit[slot.unit] = node }
        }
        for (person, member) in problem.people.enumerated() {
            for other in member.apart { groups.join(person, Int(other)) }
        }
    }

    /// The plan of the whole from the plans of the parts, in their order.
    package func joined(_ plans: [SeatPlan]) -> SeatPlan {
        var seats = counts.map { [Int32](repeating: -1, count: $0) }
        for (part, plan) in zip(parts, plans) {
            for (slot, sitting) in zip(part.slots, plan.seats) {
                seats[slot] = sitting.map { $0 < 0 ? -1 : part.people[Int($0)] }
            }
        }
        return SeatPlan(seats: seats)
    }
}

extension Components.Part {
    fileprivate init(_ whole: SeatProblem, slots: [Int], people: [Int32]) {
        var position: [Int32: Int32] = [:]
        for (index, person) in people.enumerated() { position[person] = Int32(index) }
        self.slots = slots
        self.people = people
        problem = SeatProblem(
            slots: slots.map { whole.slots[$0].renumbered { position[$0] ?? -1 } },
            people: people.map { person in
                var member = whole.people[Int(person)]
                member.apart = member.apart.compactMap { position[$0] }
                return member
            }, limits: whole.limits, weights: whole.weights)
    }

    /// The part of a plan of the whole, to start from.
    package func plan(of whole: SeatPlan) -> SeatPlan {
        var position: [Int32: Int32] = [:]
        for (index, person) in people.enumerated() { position[person] = Int32(index) }
        return SeatPlan(seats: slots.map { whole.seats[$0].map { position[$0] ?? -1 } })
    }
}

extension SeatProblem.Slot {
    /// The slot with other numbers for people; those who are barred and unknown are left out.
    fileprivate func renumbered(_ number: (Int32) -> Int32) -> Self {
        var slot = self
        slot.pinned = pinned.map(number)
        slot.candidates = candidates.map { SeatProblem.Candidate(number($0.person), cost: $0.cost) }
        slot.barred = barred.compactMap { barred in
            let person = number(barred.person)
            return person < 0 ? nil : SeatProblem.Barred(person: person, leaves: barred.leaves)
        }
        return slot
    }
}
