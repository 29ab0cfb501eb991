@testable import Planning

/// The hard limits once more, read from their definitions: the twin that the encoding must agree with.
struct NaiveLimits {
    let problem: SeatProblem
    /// What is asked; a fact that is not here is let go.
    let facts: Set<Fact>
    var shorterRest: [Int32: Int64] = [:]
    /// Slots that need fewer people than they have seats.
    var least: [Int: Int] = [:]

    private struct Shift {
        let station: Int32
        let start: Int64
        let end: Int64
        let day: Int32
        let isOnSite: Bool
        let isSeat: Bool
    }

    /// The facts that there are to ask for.
    static func all(of problem: SeatProblem) -> Set<Fact> {
        var facts: Set<Fact> = [.rank, .rest, .dutyLength, .most, .window, .consecutive]
        for (number, slot) in problem.slots.enumerated() {
            if slot.count > 0 { facts.insert(.slot(number)) }
            for person in slot.pinned { facts.insert(.pinned(slot: number, person: person)) }
            for barred in slot.barred { facts.formUnion(barred.leaves.map(Fact.leave)) }
        }
        for (one, member) in problem.people.enumerated() {
            for other in member.apart { facts.insert(.apart(min(Int32(one), other), max(Int32(one), other))) }
        }
        return facts
    }

    /// Whether any way of seating keeps all the facts; tries them all.
    func isPossible() -> Bool {
        var seats: [[Int32]] = []
        return isPossible(after: &seats)
    }

    private func isPossible(after seats: inout [[Int32]]) -> Bool {
        guard seats.count < problem.slots.count else { return holds(seats) }
        let number = seats.count
        let slot = problem.slots[number]
        for people in subsets(of: allowed(in: number), upTo: slot.count) {
            let needed = least[number] ?? (facts.contains(.slot(number)) ? slot.count : 0)
            if people.count < needed { continue }
            if slot.pinned.contains(where: {
                facts.contains(.pinned(slot: number, person: $0)) && !people.contains($0)
            }) {
                continue
            }
            seats.append(people)
            // Everything but a duty that is still to be joined up can be judged at the end only.
            let isFine = isPossible(after: &seats)
            seats.removeLast()
            if isFine { return true }
        }
        return false
    }

    private func allowed(in number: Int) -> [Int32] {
        let slot = problem.slots[number]
        let lifted = slot.barred.filter { barred in
            !barred.leaves.isEmpty && !barred.leaves.contains { facts.contains(.leave($0)) }
        }
        return Set(slot.candidates.map(\.person) + slot.pinned + lifted.map(\.person)).sorted()
    }

    private func subsets(of people: [Int32], upTo size: Int) -> [[Int32]] {
        var found: [[Int32]] = [[]]
        for person in people { found += found.filter { $0.count < size }.map { $0 + [person] } }
        return found
    }

    /// Whether the plan keeps what is asked of one person, of pairs and of ranks.
    func holds(_ seats: [[Int32]]) -> Bool {
        problem.people.indices.allSatisfy { isFine(Int32($0), seats) } && keepsApart(seats) && keepsRank(seats)
    }

    private func shifts(of person: Int32, _ seats: [[Int32]]) -> [Shift] {
        let own = zip(problem.slots, seats).filter { $0.1.contains(person) }.map { slot, _ in
            Shift(
                station: slot.station, start: slot.start, end: slot.end, day: slot.day, isOnSite: slot.isOnSite,
                isSeat: true)
        }
        let busy = problem.people[Int(person)].busy.map {
            Shift(
                station: $0.station, start: $0.start, end: $0.end, day: $0.day, isOnSite: $0.isOnSite, isSeat: false)
        }
        return (own + busy).sorted { $0.start < $1.start }
    }

    private func isFine(_ person: Int32, _ seats: [[Int32]]) -> Bool {
        let own = shifts(of: person, seats)
        guard own.contains(where: \.isSeat) else { return true }
        let limits = problem.limits
        for (position, one) in own.enumerated() {
            for other in own[(position + 1)...] where one.isOnSite == other.isOnSite {
                if one.start < other.end && other.start < one.end { return false }
            }
        }
        let duties = self.duties(own)
        if facts.contains(.rest) {
            let rest = shorterRest[person] ?? limits.rest
            for one in duties {
                for other in duties where one[0].isOnSite == other[0].isOnSite && other[0].start > one[0].start {
                    if other[0].start - one[one.count - 1].end < rest { return false }
                }
            }
        }
        if facts.contains(.dutyLength) {
            if duties.contains(where: { $0[$0.count - 1].end - $0[0].start > limits.dutyLength }) { return false }
        }
        if facts.contains(.most), let most = limits.most {
            if duties.filter({ $0[0].isSeat }).count > most { return false }
        }
        let starts = duties.map { $0[0].day }
        if facts.contains(.window), let window = limits.window {
            for first in starts {
                if starts.filter({ $0 >= first && $0 < first + Int32(window.days) }).count > window.most {
                    return false
                }
            }
        }
        if facts.contains(.consecutive), let most = limits.consecutive {
            let days = Set(own.map(\.day))
            if days.contains(where: { day in (0...Int32(most)).allSatisfy { days.contains(day + $0) } }) {
                return false
            }
        }
        return true
    }

    private func duties(_ own: [Shift]) -> [[Shift]] {
        var duties: [[Shift]] = []
        for shift in own {
            let joined = duties.firstIndex { duty in
                duty[0].station == shift.station && duty[duty.count - 1].end == shift.start
            }
            if let joined { duties[joined].append(shift) } else { duties.append([shift]) }
        }
        return duties
    }

    private func keepsApart(_ seats: [[Int32]]) -> Bool {
        for one in problem.people.indices {
            for other in problem.people[one].apart {
                guard facts.contains(.apart(min(Int32(one), other), max(Int32(one), other))) else { continue }
                for mine in shifts(of: Int32(one), seats) {
                    for theirs in shifts(of: other, seats) where mine.isSeat || theirs.isSeat {
                        if mine.start < theirs.end && theirs.start < mine.end { return false }
                    }
                }
            }
        }
        return true
    }

    private func keepsRank(_ seats: [[Int32]]) -> Bool {
        guard facts.contains(.rank), problem.limits.isRankKept else { return true }
        for (leading, leaders) in zip(problem.slots, seats) where leading.isLeader {
            for (slot, people) in zip(problem.slots, seats) where !slot.isLeader && slot.unit == leading.unit {
                guard slot.start < leading.end && leading.start < slot.end else { continue }
                let lowest = leaders.map { problem.people[Int($0)].rank }.min()
                if let lowest, people.contains(where: { problem.people[Int($0)].rank > lowest }) { return false }
            }
        }
        return true
    }
}
