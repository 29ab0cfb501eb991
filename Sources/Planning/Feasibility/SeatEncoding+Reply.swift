extension SeatEncoding {
    enum Reply {
        case possible
        /// A part of the facts that cannot hold together.
        case impossible([Fact])
        case unknown
    }

    /// Whether a plan keeps these facts; seats that no fact asks for may stay empty.
    mutating func reply(
        keeping facts: [Fact], and demands: [Literal] = [], within budget: inout Budget
    ) -> Reply {
        let assumed = facts.map { (fact: $0, literal: literal($0)) }
        let kept = Set(facts)
        while budget.questions > 0 {
            budget.questions -= 1
            switch solver.solve(assuming: assumed.map(\.literal) + demands, conflicts: budget.conflicts) {
            case .unknown: return .unknown
            case .refuted: return .impossible(assumed.filter { solver.isBlamed($0.literal) }.map(\.fact))
            case .satisfied:
                let counters = exceeded(keeping: kept)
                guard !counters.isEmpty else { return .possible }
                for counter in counters { add(counter) }
            }
        }
        return .unknown
    }

    /// Lets go of one fact after the other, in the order given, as long as the rest stays impossible.
    mutating func minimise(_ core: [Fact], within budget: inout Budget) -> Contradiction {
        var needed: [Fact] = []
        var open = core[...]
        var isMinimal = true
        while let fact = open.popFirst() {
            switch reply(keeping: needed + open, within: &budget) {
            case .impossible(let smaller):
                let left = Set(smaller)
                open = open.filter(left.contains)[...]
            case .possible: needed.append(fact)
            case .unknown:
                needed.append(fact)
                isMinimal = false
            }
        }
        return Contradiction(core: needed, isMinimal: isMinimal)
    }

    /// After ``Reply/possible``: who sits where.
    var seating: [(slot: Int, people: [Int32])] {
        zip(slots, seats).map { number, sitting in
            let people = sitting.filter { solver.holds($0.literal) }.map(\.person).sorted()
            let missing = max(0, problem.slots[number].count - people.count)
            return (number, people + [Int32](repeating: -1, count: missing))
        }
    }
}
