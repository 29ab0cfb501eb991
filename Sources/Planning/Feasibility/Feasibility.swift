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
        _ problem: SeatProblem, empty: [Int] = [], in known: SeatPlan? = nil, budget: Budget = Budget()
    ) -> Verdict {
        var budget = budget
        var plan = SeatPlan(seats: problem.slots.map { [Int32](repeating: -1, count: $0.count) })
        var isUnknown = false
        let areas = SeatAreas(problem)
        for component in areas.components(first: empty) {
            var near = Neighbourhood(problem, scope: component, plan: known)
            for place in near.places(before: areas.units(of: empty, in: component) + [component]) {
                guard var found = near.shortage(in: place, without: [], near: empty, within: &budget) else { continue }
                found.excused = nil
                return .impossible(found)
            }
            switch near.reply(without: [], within: &budget) {
            case .possible:
                near.settle()
                for slot in component { plan.seats[slot] = near.plan.seats[slot] }
            case .impossible(let core):
                return .impossible(near.minimise(problem.lettingGo(of: core, near: empty), within: &budget))
            case .unknown, .open: isUnknown = true
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
