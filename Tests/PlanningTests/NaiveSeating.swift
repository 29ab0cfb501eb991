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
            && duties.allSatisfy { !$0.hasSeat || $0.end - $0.start <= problem.limits.dutyLength }
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

    private struct Seated {
        let slot: SeatProblem.Slot
        let person: Int32
    }

    private var ranksAreKept: Bool {
        var seated: [Seated] = []
        for (slot, sitting) in zip(problem.slots, plan.seats) {
            seated += sitting.filter { $0 >= 0 }.map { Seated(slot: slot, person: $0) }
        }
        return seated.allSatisfy { leading in
            !leading.slot.isLeader || seated.allSatisfy { isInOrder($0, under: leading) }
        }
    }

    private func isInOrder(_ one: Seated, under leading: Seated) -> Bool {
        guard !one.slot.isLeader, one.slot.unit == leading.slot.unit, one.person != leading.person,
            one.slot.start < leading.slot.end, leading.slot.start < one.slot.end
        else { return true }
        return problem.people[Int(one.person)].rank <= problem.people[Int(leading.person)].rank
    }
}
