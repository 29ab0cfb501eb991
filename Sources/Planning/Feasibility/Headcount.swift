/// Whether there are people enough by numbers alone: a largest flow from seats to people, each of whom has a bound.
///
/// It asks less than the hard limits do: what it finds short is impossible, and at once, where a solver would have to
/// try in vain who of many equal people sits where.
struct Headcount {
    let problem: SeatProblem
    let slots: [Int]
    var shorterRest: [Int32: Int64] = [:]

    private struct Demand {
        let fact: Fact
        let slot: Int
        let count: Int
        let able: [Int32]
    }

    /// Facts that cannot hold together, and what is short.
    struct Finding {
        let core: [Fact]
        let shortage: Shortage
    }

    /// Whether the facts ask for more than people can give; `levels` asks for a part of the seats of a slot.
    func isShort(keeping facts: some Sequence<Fact>, levels: [Int: Int] = [:]) -> Bool {
        let facts = Set(facts)
        let demands = demands(keeping: facts, levels: levels)
        var flow = flow(demands, keeping: facts)
        return demands.indices.contains { demand in
            (0..<demands[demand].count).contains { _ in !flow.serve(demand) }
        }
    }

    /// The first shortage; slots are let go of in this order, the first the most readily.
    func find(keeping facts: [Fact], lettingGo order: (Fact, Fact) -> Bool) -> Finding? {
        let kept = Set(facts)
        let demands = demands(keeping: kept, levels: [:])
        var flow = flow(demands, keeping: kept)
        let short = demands.indices.filter { demand in
            (0..<demands[demand].count).contains { _ in !flow.serve(demand) }
        }
        guard !short.isEmpty else { return nil }
        let rivals = flow.rivals(of: short).map { demands[$0] }
        return finding(among: rivals, keeping: kept, lettingGo: order)
    }

    /// Takes the dearest demands first; whatever then finds nobody has to be let go of.
    private func finding(
        among rivals: [Demand], keeping kept: Set<Fact>, lettingGo order: (Fact, Fact) -> Bool
    ) -> Finding? {
        let ordered = rivals.sorted { order($1.fact, $0.fact) }
        var flow = flow(ordered, keeping: kept)
        var (served, excused) = ([Demand](), [Demand]())
        var missing = 0
        for (position, demand) in ordered.enumerated() {
            let before = flow
            let count = (0..<demand.count).prefix { _ in flow.serve(position) }.count
            missing += demand.count - count
            if count == demand.count {
                served.append(demand)
            } else {
                flow = before
                excused.append(demand)
            }
        }
        guard let first = excused.first else { return nil }
        let involved = facts(of: served + [first], keeping: kept)
        let slots = Set(rivals.map(\.slot)).sorted()
        let shortage = Shortage(
            slots: slots, people: Set(rivals.flatMap(\.able)).sorted(), missing: missing,
            excused: excused.map(\.fact))
        return Finding(core: Headcount(problem: problem, slots: slots).least(of: involved), shortage: shortage)
    }

    /// All facts on which these demands and the bounds of their people rest, the ones to let go of first in front.
    private func facts(of demands: [Demand], keeping kept: Set<Fact>) -> [Fact] {
        var leaves: Set<Fact> = []
        for demand in demands {
            guard case .slot(let slot) = demand.fact else { continue }
            leaves.formUnion(problem.slots[slot].barred.flatMap(\.leaves).map(Fact.leave))
        }
        let rules: [Fact] = [.rest, .consecutive, .window, .most, .dutyLength]
        return leaves.intersection(kept).sorted() + rules.filter(kept.contains) + demands.reversed().map(\.fact)
    }

    /// Without one fact after the other, by halves first, as long as the rest is short.
    private func least(of facts: [Fact]) -> [Fact] {
        var kept = facts
        var size = max(1, kept.count / 2)
        while true {
            var at = 0
            while at < kept.count {
                let without = kept[..<at] + kept[min(at + size, kept.count)...]
                if isShort(keeping: without) { kept = Array(without) } else { at += size }
            }
            guard size > 1 else { return kept }
            size /= 2
        }
    }

    /// Pins take their people first; a slot asks for those who are still missing in it.
    private func demands(keeping facts: Set<Fact>, levels: [Int: Int]) -> [Demand] {
        slots.flatMap { number -> [Demand] in
            let slot = problem.slots[number]
            let pinned = slot.pinned.filter { facts.contains(.pinned(slot: number, person: $0)) }
            let pins = pinned.map { person in
                Demand(fact: .pinned(slot: number, person: person), slot: number, count: 1, able: [person])
            }
            let asked = levels[number] ?? (facts.contains(.slot(number)) ? slot.count : 0)
            guard asked > pinned.count else { return pins }
            let lifted = slot.barred.filter { barred in
                !barred.leaves.isEmpty && !barred.leaves.contains { facts.contains(.leave($0)) }
            }
            let able = Set(slot.candidates.map(\.person) + slot.pinned + lifted.map(\.person)).subtracting(pinned)
            let seats = Demand(
                fact: .slot(number), slot: number, count: asked - pinned.count, able: able.sorted())
            return pins + [seats]
        }
    }

    private func flow(_ demands: [Demand], keeping facts: Set<Fact>) -> StaffFlow {
        var shifts = [[DutyBound.Shift]](repeating: [], count: problem.people.count)
        for demand in demands {
            let shift = DutyBound.Shift(problem.slots[demand.slot], isAsked: true)
            for person in demand.able { shifts[Int(person)].append(shift) }
        }
        addJoining(demands, to: &shifts)
        let bound = DutyBound(problem.limits, keeping: facts)
        let capacity = shifts.indices.map { person -> Int in
            guard !shifts[person].isEmpty else { return 0 }
            let busy = problem.people[person].busy.map { DutyBound.Shift($0) }
            let own = (shifts[person] + busy).sorted { $0.isEarlier($1) }
            return bound.seats(own, rest: shorterRest[Int32(person)])
        }
        return StaffFlow(able: demands.map(\.able), capacity: capacity)
    }

    /// Shifts that nobody asks of a person, but that may join two of his seats to one duty.
    private func addJoining(_ demands: [Demand], to shifts: inout [[DutyBound.Shift]]) {
        let stations = Set(demands.map { problem.slots[$0.slot].station })
        let asked = Dictionary(grouping: demands, by: \.slot).mapValues { Set($0.flatMap(\.able)) }
        for (number, slot) in problem.slots.enumerated() where stations.contains(slot.station) {
            let shift = DutyBound.Shift(slot, isAsked: false)
            for person in Set(slot.everybody).subtracting(asked[number] ?? []) where !shifts[Int(person)].isEmpty {
                shifts[Int(person)].append(shift)
            }
        }
    }
}

extension DutyBound.Shift {
    fileprivate func isEarlier(_ other: Self) -> Bool { (start, end) < (other.start, other.end) }
}
