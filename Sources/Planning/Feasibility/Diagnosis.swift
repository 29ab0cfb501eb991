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
    /// nothing is empty, everything is looked at. With the search's `plan`, slots far from the empty ones stay as they are.
    package static func contradictions(
        _ problem: SeatProblem, empty: [Int], in plan: SeatPlan? = nil, budget: Budget = Budget()
    ) -> Diagnosis {
        var budget = budget
        return contradictions(problem, empty: empty, in: plan, within: &budget)
    }

    /// The same within a budget of which the rest is left for other questions.
    package static func contradictions(
        _ problem: SeatProblem, empty: [Int], in plan: SeatPlan? = nil, within budget: inout Budget
    ) -> Diagnosis {
        var diagnosis = Diagnosis()
        let areas = SeatAreas(problem)
        let components = empty.isEmpty ? areas.components : areas.components(of: empty)
        for component in components {
            var excused: [Fact] = []
            var near = Neighbourhood(problem, scope: component, plan: plan)
            let places = near.places(before: areas.units(of: empty, in: component) + [component])
            guard near.excuse(&excused, places, near: empty, into: &diagnosis, within: &budget) else {
                diagnosis.isComplete = false
                continue
            }
            near.fill(excused, into: &diagnosis, within: &budget)
            for number in component { diagnosis.seats[number] = near.plan.seats[number] }
        }
        return diagnosis
    }
}

extension Neighbourhood {
    /// Finds contradictions and excuses one fact of each until the rest has a plan; false if the budget ran out.
    fileprivate mutating func excuse(
        _ excused: inout [Fact], _ places: [[Int]], near empty: [Int], into diagnosis: inout Diagnosis,
        within budget: inout Budget
    ) -> Bool {
        var places = places[...]
        while true {
            var contradiction: Contradiction
            if let place = places.first {
                guard let found = shortage(in: place, without: Set(excused), near: empty, within: &budget) else {
                    places.removeFirst()
                    continue
                }
                contradiction = found
            } else {
                switch reply(without: Set(excused), within: &budget) {
                case .possible:
                    settle()
                    return true
                case .unknown, .open: return false
                case .impossible(let core):
                    contradiction = minimise(problem.lettingGo(of: core, near: empty), within: &budget)
                }
            }
            guard let fact = contradiction.excused ?? problem.cheapest(of: contradiction, empty: empty) else {
                return false
            }
            contradiction.excused = fact
            excused += contradiction.allExcused
            diagnosis.contradictions.append(contradiction)
        }
    }

    /// Takes back what was excused as far as that is possible beside the rest, the dearest first.
    fileprivate mutating func fill(_ excused: [Fact], into diagnosis: inout Diagnosis, within budget: inout Budget) {
        var dropped = Set(excused)
        var levels: [Int: Int] = [:]
        for fact in excused.sorted(by: { problem.price(of: $0) > problem.price(of: $1) }) {
            if canFill(without: dropped.subtracting([fact]), levels, &diagnosis, &budget) {
                dropped.remove(fact)
                continue
            }
            guard case .slot(let number) = fact else {
                diagnosis.loosePins.append(fact)
                continue
            }
            var filled = problem.slots[number].count - 1
            while filled > 0 {
                levels[number] = filled
                if canFill(without: dropped, levels, &diagnosis, &budget) { break }
                filled -= 1
            }
            levels[number] = filled > 0 ? filled : nil
            diagnosis.gaps[number] = problem.slots[number].count - filled
        }
    }

    /// Whether a plan lets go of these facts alone and has so many people in some slots; where that is not decided, it is noted.
    private mutating func canFill(
        without dropped: Set<Fact>, _ levels: [Int: Int], _ diagnosis: inout Diagnosis, _ budget: inout Budget
    ) -> Bool {
        let asked = encoding.slots.prefix(encoding.asked)
        let headcount = Headcount(problem: problem, slots: Array(asked))
        if headcount.isShort(keeping: encoding.facts.filter { !dropped.contains($0) }, levels: levels) { return false }
        switch reply(without: dropped, levels: levels, within: &budget) {
        case .possible:
            settle()
            return true
        case .impossible: return false
        case .unknown, .open:
            diagnosis.isComplete = false
            return false
        }
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
        return (slots.isEmpty ? pins : slots).min { isCheaper($0, $1, empty: empty) }
    }

    /// Whether to let go of one slot or pin rather than of another: pins last, then by importance.
    func isCheaper(_ one: Fact, _ other: Fact, empty: [Int]) -> Bool {
        func key(_ fact: Fact) -> (Int64, Int, Fact) {
            (price(of: fact), empty.contains { .slot($0) == fact } ? 0 : 1, fact)
        }
        return key(one) < key(other)
    }

    /// How bad it is to let go of a slot.
    func price(of fact: Fact) -> Int64 {
        guard case .slot(let slot) = fact else { return .max }
        return slots[slot].priority
    }
}
