import Planning

/// Every limit from its definition, slowly and without any state: the twin that the board must agree with.
struct NaiveSeating {
    let problem: SeatProblem
    let plan: SeatPlan

    private struct Stand: Hashable {
        let station: Int32
        let start: Int64
        let end: Int64
        let day: Int32
        let isOnSite: Bool
        let isSeat: Bool
    }

    private struct Duty {
        var station: Int32
        var start: Int64
        var end: Int64
        /// The date of the first shift.
        var day: Int32
        var isOnSite: Bool
        var hasSeat: Bool
    }

    var isLegal: Bool {
        seatsAreRight && problem.people.indices.allSatisfy(personIsRight) && apartIsKept
            && (!problem.limits.isRankKept || ranksAreKept)
    }

    private var seatsAreRight: Bool {
        zip(problem.slots, plan.seats).allSatisfy { slot, sitting in
            let people = sitting.filter { $0 >= 0 }
            return sitting.count == slot.count && Set(people).count == people.count
                && Set(slot.pinned).isSubset(of: people)
                && people.allSatisfy { person in
                    slot.pinned.contains(person) || slot.candidates.contains { $0.person == person }
                }
        }
    }

    private func stands(of person: Int) -> [Stand] {
        let seats = zip(problem.slots, plan.seats).filter { $0.1.contains(Int32(person)) }.map { slot, _ in
            Stand(
                station: slot.station, start: slot.start, end: slot.end, day: slot.day, isOnSite: slot.isOnSite,
                isSeat: true)
        }
        return seats
            + problem.people[person].busy.map {
                Stand(
                    station: $0.station, start: $0.start, end: $0.end, day: $0.day, isOnSite: $0.isOnSite,
                    isSeat: false)
            }
    }

    private func duties(_ stands: [Stand]) -> [Duty] {
        var duties: [Duty] = []
        for stand in stands.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            let joined = duties.lastIndex { $0.station == stand.station && stand.start <= $0.end }
            if let joined {
                duties[joined].end = max(duties[joined].end, stand.end)
                duties[joined].hasSeat = duties[joined].hasSeat || stand.isSeat
            } else {
                duties.append(
                    Duty(
                        station: stand.station, start: stand.start, end: stand.end, day: stand.day,
                        isOnSite: stand.isOnSite, hasSeat: stand.isSeat))
            }
        }
        return duties
    }

    private func personIsRight(_ person: Int) -> Bool {
        let stands = stands(of: person)
        guard stands.contains(where: \.isSeat) else { return true }
        let duties = duties(stands)
        return noneOverlap(stands) && restIsKept(duties)
            && duties.allSatisfy { $0.end - $0.start <= problem.limits.dutyLength }
            && duties.filter(\.hasSeat).count <= problem.limits.most ?? .max
            && windowIsKept(duties.map(\.day)) && rowsAreShort(Set(stands.map(\.day)))
    }

    private func noneOverlap(_ stands: [Stand]) -> Bool {
        stands.indices.allSatisfy { one in
            stands.indices.allSatisfy { other in
                one >= other || stands[one].isOnSite != stands[other].isOnSite
                    || stands[one].end <= stands[other].start || stands[other].end <= stands[one].start
            }
        }
    }

    private func restIsKept(_ duties: [Duty]) -> Bool {
        duties.indices.allSatisfy { one in
            duties.indices.allSatisfy { other in
                one == other || duties[one].isOnSite != duties[other].isOnSite
                    || (duties[one].start, one) > (duties[other].start, other)
                    || duties[other].start - duties[one].end >= problem.limits.rest
            }
        }
    }

    private func windowIsKept(_ days: [Int32]) -> Bool {
        guard let window = problem.limits.window else { return true }
        return days.allSatisfy { first in
            days.filter { $0 >= first && $0 < first + Int32(window.days) }.count <= window.most
        }
    }

    private func rowsAreShort(_ dates: Set<Int32>) -> Bool {
        guard let most = problem.limits.consecutive else { return true }
        return dates.allSatisfy { first in !(0...Int32(most)).allSatisfy { dates.contains(first + $0) } }
    }

    private var apartIsKept: Bool {
        problem.people.indices.allSatisfy { person in
            problem.people[person].apart.allSatisfy { other in
                let others = stands(of: Int(other))
                return stands(of: person).allSatisfy { stand in
                    others.allSatisfy {
                        !stand.isSeat && !$0.isSeat || stand.end <= $0.start || $0.end <= stand.start
                    }
                }
            }
        }
    }

    private var ranksAreKept: Bool {
        var leading: [(slot: SeatProblem.Slot, person: Int32)] = []
        var others: [(slot: SeatProblem.Slot, person: Int32)] = []
        for (slot, sitting) in zip(problem.slots, plan.seats) {
            for person in sitting where person >= 0 {
                if slot.isLeader { leading.append((slot, person)) } else { others.append((slot, person)) }
            }
        }
        for leader in leading {
            for other in others where other.person != leader.person && other.slot.unit == leader.slot.unit {
                guard other.slot.start < leader.slot.end, leader.slot.start < other.slot.end else { continue }
                let ranks = (problem.people[Int(other.person)].rank, problem.people[Int(leader.person)].rank)
                if ranks.0 > ranks.1 { return false }
            }
        }
        return true
    }
}
