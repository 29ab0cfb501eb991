import Planning

/// Every limit by its definition, written anew without a thought for speed.
struct NaiveRules {
    private struct Stand {
        let station: Int32
        let start: Int64
        let end: Int64
        let day: Int32
        let isOnSite: Bool
        let isSeat: Bool
    }

    let problem: SeatProblem

    init(_ problem: SeatProblem) { self.problem = problem }

    func allow(_ plan: SeatPlan) -> Bool {
        for (slot, sitting) in zip(problem.slots, plan.seats) {
            let people = sitting.filter { $0 >= 0 }
            guard Set(people).count == people.count, Set(slot.pinned).isSubset(of: people) else { return false }
            let allowed = Set(slot.candidates.map(\.person) + slot.pinned)
            guard allowed.isSuperset(of: people), sitting.count == slot.count else { return false }
        }
        return problem.people.indices.allSatisfy { allow($0, plan) } && allowTogether(plan)
    }

    private func allow(_ person: Int, _ plan: SeatPlan) -> Bool {
        let member = problem.people[person]
        var stands = member.busy.map {
            Stand(
                station: $0.station, start: $0.start, end: $0.end, day: $0.day, isOnSite: $0.isOnSite, isSeat: false)
        }
        for (slot, sitting) in zip(problem.slots, plan.seats) where sitting.contains(Int32(person)) {
            stands.append(
                Stand(
                    station: slot.station, start: slot.start, end: slot.end, day: slot.day,
                    isOnSite: slot.isOnSite, isSeat: true))
        }
        for (index, one) in stands.enumerated() {
            for other in stands[(index + 1)...] where one.isOnSite == other.isOnSite {
                if one.start < other.end && other.start < one.end { return false }
            }
        }
        return allow(duties(stands), dates: Set(stands.map(\.day)))
    }

    /// Runs of shifts at one station that touch or overlap.
    private func duties(_ stands: [Stand]) -> [[Stand]] {
        var duties: [[Stand]] = []
        for stand in stands.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            let index = duties.firstIndex { duty in
                duty.contains { $0.station == stand.station && $0.end >= stand.start }
            }
            if let index { duties[index].append(stand) } else { duties.append([stand]) }
        }
        return duties
    }

    private func allow(_ duties: [[Stand]], dates: Set<Int32>) -> Bool {
        let limits = problem.limits
        let spans = duties.map { duty in (duty[0].start, duty.map(\.end).max() ?? 0, duty[0].isOnSite) }
        for (index, one) in spans.enumerated() {
            if one.1 - one.0 > limits.dutyLength { return false }
            for other in spans[(index + 1)...] where limits.rest > 0 && one.2 == other.2 {
                if max(one.0, other.0) - min(one.1, other.1) < limits.rest { return false }
            }
        }
        if let most = limits.most, duties.count(where: { $0.contains(where: \.isSeat) }) > most { return false }
        if let window = limits.window {
            for first in -10...40 {
                let inside = duties.count { (first..<first + window.days).contains(Int($0[0].day)) }
                if inside > window.most { return false }
            }
        }
        guard let most = limits.consecutive else { return true }
        return !dates.contains { first in (0...most).allSatisfy { dates.contains(first + Int32($0)) } }
    }

    private func allowTogether(_ plan: SeatPlan) -> Bool {
        for (one, sitting) in zip(problem.slots, plan.seats) {
            for (other, facing) in zip(problem.slots, plan.seats) where one.start < other.end && other.start < one.end {
                for person in sitting where person >= 0 {
                    for second in facing where second >= 0 && second != person {
                        if problem.people[Int(person)].apart.contains(second) { return false }
                        guard problem.limits.isRankKept, one.isLeader, !other.isLeader, one.unit == other.unit else {
                            continue
                        }
                        if problem.people[Int(second)].rank > problem.people[Int(person)].rank { return false }
                    }
                }
            }
        }
        return true
    }
}
