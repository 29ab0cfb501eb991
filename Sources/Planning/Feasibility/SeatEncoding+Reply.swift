extension SeatEncoding {
    enum Reply {
        case possible
        /// A part of the facts that cannot hold together.
        case impossible([Fact])
        /// It depends on the slots beside.
        case open
        case unknown
    }

    /// Whether a plan keeps these facts while those beside hold; seats that no fact asks for may stay empty.
    mutating func reply(
        keeping facts: [Fact], and demands: [Literal] = [], while those: Literal, within budget: inout Budget
    ) -> Reply {
        let assumed = facts.map { (fact: $0, literal: literal($0)) }
        let kept = Set(facts)
        var beside = [those]
        while !budget.isSpent {
            let answer = solver.solve(assuming: beside + assumed.map(\.literal) + demands, conflicts: budget.next)
            budget.spend(solver.conflicts)
            switch answer {
            case .unknown: return .unknown
            case .refuted where beside.contains(where: solver.isBlamed): beside = []
            case .refuted: return .impossible(assumed.filter { solver.isBlamed($0.literal) }.map(\.fact))
            case .satisfied:
                let counters = exceeded(keeping: kept)
                guard !counters.isEmpty else { return beside.isEmpty ? .open : .possible }
                for counter in counters { add(counter) }
            }
        }
        return .unknown
    }

    /// Lets go of one fact after the other; whether some stay only because the slots beside were not asked.
    mutating func minimise(_ core: [Fact], within budget: inout Budget) -> (Contradiction, isOpen: Bool) {
        var needed: [Fact] = []
        var open = core[...]
        var (isMinimal, isOpen) = (true, false)
        while let fact = open.popFirst() {
            switch reply(keeping: needed + open, while: closed, within: &budget) {
            case .impossible(let smaller):
                let left = Set(smaller)
                open = open.filter(left.contains)[...]
            case .possible: needed.append(fact)
            case .open:
                needed.append(fact)
                isOpen = true
            case .unknown:
                needed.append(fact)
                isMinimal = false
            }
        }
        return (Contradiction(core: needed, isMinimal: isMinimal), isOpen)
    }

    /// The literals that ask for so many people in these slots.
    func demands(_ counts: [Int: Int]) -> [Literal] {
        slots.indices.prefix(asked).compactMap { position in
            counts[slots[position]].map { levels[position][$0 - 1] }
        }
    }

    /// After ``Reply/possible``: who sits where.
    var seating: [(slot: Int, people: [Int32])] {
        zip(slots.prefix(asked), seats).map { number, sitting in
            let people = sitting.filter { solver.holds($0.literal) }.map(\.person).sorted()
            let missing = max(0, problem.slots[number].count - people.count)
            return (number, people + [Int32](repeating: -1, count: missing))
        }
    }
}
