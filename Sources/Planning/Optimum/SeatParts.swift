/// The parts of a problem that have nothing to do with one another: no candidate, no pair apart, no rank, no team.
struct SeatParts {
    struct Part {
        var people: [Int32]
        var slots: [Int]
    }

    private(set) var parts: [Part] = []
    /// People, then slots.
    private var groups: Groups

    init(_ problem: SeatProblem) {
        let count = problem.people.count
        groups = Groups(count: count + problem.slots.count)
        for (index, slot) in problem.slots.enumerated() {
            for person in slot.askable { groups.join(Int(person), count + index) }
        }
        for (person, member) in problem.people.enumerated() {
            for other in member.apart { groups.join(person, Int(other)) }
        }
        joinUnits(problem)
        var places: [Int: Int] = [:]
        for member in groups.members {
            let head = groups.root(member)
            if places[head] == nil {
                places[head] = parts.count
                parts.append(Part(people: [], slots: []))
            }
            guard let place = places[head] else { continue }
            if member < count {
                parts[place].people.append(Int32(member))
            } else {
                parts[place].slots.append(member - count)
            }
        }
        // A slot that nobody can fill costs the same in every plan.
        parts.removeAll { $0.people.isEmpty }
    }

    /// Ranks and teams tie together slots of a unit.
    private mutating func joinUnits(_ problem: SeatProblem) {
        let hasTeams = problem.weights.teams != 0 && problem.people.contains { $0.team >= 0 }
        guard hasTeams || problem.limits.isRankKept else { return }
        let slots = problem.slots.indices.filter { !problem.slots[$0].askable.isEmpty }
        for one in slots {
            for two in slots where two > one && problem.slots[one].unit == problem.slots[two].unit {
                let isShared = hasTeams && ShiftOfUnit(problem.slots[one]) == ShiftOfUnit(problem.slots[two])
                if isShared || problem.canOutrank(one, two) {
                    groups.join(problem.people.count + one, problem.people.count + two)
                }
            }
        }
    }
}

extension SeatProblem {
    /// True if somebody in one of two slots may outrank the leader in the other.
    fileprivate func canOutrank(_ one: Int, _ two: Int) -> Bool {
        guard limits.isRankKept, slots[one].isLeader != slots[two].isLeader, slots[one].overlaps(slots[two]) else {
            return false
        }
        let (leaders, others) = slots[one].isLeader ? (slots[one], slots[two]) : (slots[two], slots[one])
        let least = leaders.askable.map { people[Int($0)].rank }.min() ?? 0
        return others.askable.contains { people[Int($0)].rank > least }
    }
}
