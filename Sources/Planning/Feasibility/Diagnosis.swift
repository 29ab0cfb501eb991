/// Why seats stay empty: contradictions found one after the other, until what is left has a plan.
package struct Diagnosis: Hashable, Sendable {
    package var contradictions: [Contradiction] = []
    /// Slots that no plan fills as long as everything else stays, and how many of their seats stay empty.
    package var gaps: [Int: Int] = [:]
    /// Pins that cannot stay beside the others.
    package var loosePins: [Fact] = []
    /// Who sits where in a plan with just these gaps, for the slots that were looked at.
    package var seats: [Int: [Int32]] = [:]
    /// False where the budget ran out; what was found until then is proved.
    package var isComplete = true

    package init() {}
}

extension Feasibility {
    /// A minimal contradiction for each independent trouble, and a plan in which no further seat can be filled.
    ///
    /// What a search left empty says where to look: parts of the problem without an empty slot have a plan. When
    /// nothing is empty, everything is looked at.
    package static func contradictions(
        _ problem: SeatProblem, empty: [Int], budget: Budget = Budget()
    ) -> Diagnosis {
        var budget = budget
        var diagnosis = Diagnosis()
        let areas = SeatAreas(problem)
        let components = empty.isEmpty ? areas.components : areas.components(of: empty)
        for component in components {
            var excused: [Fact] = []
            for place in areas.units(of: empty, in: component) {
                var encoding = SeatEncoding(problem, slots: place)
                _ = encoding.excuse(&excused, near: empty, into: &diagnosis, within: &budget)
            }
            var encoding = SeatEncoding(problem, slots: component)
            guard encoding.excuse(&excused, near: empty, into: &diagnosis, within: &budget) else {
                diagnosis.isComplete = false
                continue
            }
            encoding.fill(&excused, into: &diagnosis, within: &budget)
        }
        return diagnosis
    }
}

extension SeatEncoding {
    /// Finds contradictions and excuses one fact of each until the rest has a plan; false if the budget ran out.
    fileprivate mutating func excuse(
        _ excused: inout [Fact], near empty: [Int], into diagnosis: inout Diagnosis, within budget: inout Budget
    ) -> Bool {
        while true {
            switch reply(keeping: facts.filter { !excused.contains($0) }, within: &budget) {
            case .possible: return true
            case .unknown: return false
            case .impossible(let core):
                var contradiction = minimise(problem.lettingGo(of: core, near: empty), within: &budget)
                guard let fact = problem.cheapest(of: contradiction, empty: empty) else { return false }
                contradiction.excused = fact
                excused.append(fact)
                diagnosis.contradictions.append(contradiction)
            }
        }
    }

    /// Takes back what was excused as far as that is possible beside the rest, the dearest first.
    fileprivate mutating func fill(
        _ excused: inout [Fact], into diagnosis: inout Diagnosis, within budget: inout Budget
    ) {
        var kept = facts.filter { !excused.contains($0) }
        var demands: [Literal] = []
        for fact in excused.sorted(by: { problem.price(of: $0) > problem.price(of: $1) }) {
            if case .possible = reply(keeping: kept + [fact], and: demands, within: &budget) {
                kept.append(fact)
                continue
            }
            guard case .slot(let number) = fact, let position = slots.firstIndex(of: number) else {
                diagnosis.loosePins.append(fact)
                continue
            }
            var filled = problem.slots[number].count - 1
            while filled > 0 {
                let partly = demands + [levels[position][filled - 1]]
                if case .possible = reply(keeping: kept, and: partly, within: &budget) {
                    demands = partly
                    break
                }
                filled -= 1
            }
            diagnosis.gaps[number] = problem.slots[number].count - filled
        }
        guard case .possible = reply(keeping: kept, and: demands, within: &budget) else {
            diagnosis.isComplete = false
            return
        }
        for (number, people) in seating { diagnosis.seats[number] = people }
    }
}

extension SeatProblem {
    /// The slot that is best left empty, else a pin.
    fileprivate func cheapest(of contradiction: Contradiction, empty: [Int]) -> Fact? {
        let slots = contradiction.core.filter { fact in
            if case .slot = fact { true } else { false }
        }
        let pins = contradiction.core.filter { fact in
            if case .pinned = fact { true } else { false }
        }
        func isEmpty(_ fact: Fact) -> Bool { empty.contains { .slot($0) == fact } }
        return (slots.isEmpty ? pins : slots).min { left, right in
            (price(of: left), isEmpty(left) ? 0 : 1, left) < (price(of: right), isEmpty(right) ? 0 : 1, right)
        }
    }

    /// How bad it is to let go of a slot.
    func price(of fact: Fact) -> Int64 {
        guard case .slot(let slot) = fact else { return .max }
        return slots[slot].priority
    }
}
