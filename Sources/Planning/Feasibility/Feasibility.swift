/// Whether a problem has a plan without an empty seat, proved by SAT.
package enum Feasibility {
    package enum Verdict: Hashable, Sendable {
        /// With a plan that has no empty seat.
        case possible(SeatPlan)
        case impossible(Contradiction)
        /// The budget ran out before either was proved.
        case unknown
    }

    /// Proves one or the other; looks first around the slots that a search left empty.
    package static func decide(
        _ problem: SeatProblem, empty: [Int] = [], budget: Budget = Budget()
    ) -> Verdict {
        var budget = budget
        return decide(problem, empty: empty, within: &budget)
    }

    private static func decide(_ problem: SeatProblem, empty: [Int], within budget: inout Budget) -> Verdict {
        var plan = SeatPlan(seats: problem.slots.map { [Int32](repeating: -1, count: $0.count) })
        var isUnknown = false
        let areas = SeatAreas(problem)
        for component in areas.components(first: empty) {
            let places = areas.units(of: empty, in: component) + [component]
            for place in places {
                var encoding = SeatEncoding(problem, slots: place)
                if var found = encoding.shortage(keeping: encoding.facts, near: empty, within: &budget) {
                    found.excused = nil
                    return .impossible(found)
                }
                switch encoding.reply(keeping: encoding.facts, within: &budget) {
                case .possible: for (slot, people) in encoding.seating { plan.seats[slot] = people }
                case .impossible(let core):
                    let ordered = problem.lettingGo(of: core, near: empty)
                    return .impossible(encoding.minimise(ordered, within: &budget))
                case .unknown: isUnknown = true
                }
            }
        }
        return isUnknown ? .unknown : .possible(plan)
    }
}

extension SeatProblem {
    /// The order in which to try to do without facts: slots far from those that stayed empty, then rules, then the rest.
    func lettingGo(of facts: [Fact], near empty: [Int]) -> [Fact] {
        let starts = empty.map { slots[$0].start }
        func key(_ fact: Fact) -> (Int, Int64, Fact) {
            switch fact {
            case .slot(let slot):
                (empty.contains(slot) ? 1 : 0, -(starts.map { abs($0 - slots[slot].start) }.min() ?? 0), fact)
            case .rank, .rest, .dutyLength, .most, .window, .consecutive: (2, 0, fact)
            case .apart: (3, 0, fact)
            case .pinned: (4, 0, fact)
            case .leave: (5, 0, fact)
            }
        }
        return facts.map(key).sorted { $0 < $1 }.map(\.2)
    }
}
