import TestSupport

@testable import Planning

/// Tiny worlds with every kind of limit, so tight that about half of them have no plan.
struct FeasibilityWorld {
    let problem: SeatProblem

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let people = random.number(1...5)
        let hours = random.pick([[0, 8, 16, 24], [0, 12, 24], [0, 24]])
        var slots: [SeatProblem.Slot] = []
        let stations = random.number(1...3)
        let days = random.number(1...4)
        let slotCount = random.number(1...5)
        var taken: Set<[Int]> = []
        for _ in 0..<slotCount {
            let station = random.below(stations)
            let day = random.below(days)
            let shift = random.below(hours.count - 1)
            guard taken.insert([station, day, shift]).inserted else { continue }
            slots.append(Self.slot(station, day, hours[shift], hours[shift + 1], people, &random))
        }
        slots.shuffle(using: &random)
        var members = (0..<people).map { _ in SeatProblem.Member(rank: Int32(random.number(-1...2))) }
        for person in 0..<people where random.chance(15) {
            members[person].busy = Self.busy(hours, stations, &random)
        }
        if people > 1, random.chance(30) {
            members[0].apart = [Int32(people - 1)]
            members[people - 1].apart = [0]
        }
        let limits = SeatProblem.Limits(
            rest: Int64(random.pick([0, 8, 12, 24])) * 3600, dutyLength: Int64(random.pick([8, 16, 24, 48])) * 3600,
            most: random.chance(30) ? random.number(1...2) : nil,
            window: random.chance(30)
                ? SeatProblem.Window(days: random.number(1...4), most: random.number(1...2)) : nil,
            consecutive: random.chance(30) ? random.number(1...2) : nil, isRankKept: random.chance(40))
        problem = SeatProblem(slots: slots, people: members, limits: limits)
    }

    private static func slot(
        _ station: Int, _ day: Int, _ from: Int, _ to: Int, _ people: Int, _ random: inout SplitMix64
    ) -> SeatProblem.Slot {
        var slot = SeatProblem.Slot(
            unit: Int32(station / 2), station: Int32(station), start: Int64(day * 24 + from) * 3600,
            end: Int64(day * 24 + to) * 3600, day: Int32(day), count: random.chance(75) ? 1 : 2, load: 1,
            priority: Int64(random.number(1...3)), isLeader: station == 0, isOnSite: station != 2, candidates: [])
        for person in 0..<Int32(people) {
            if random.chance(8), slot.pinned.count < slot.count {
                slot.pinned.append(person)
                if random.chance(50) { continue }
            }
            if random.chance(55) {
                slot.candidates.append(SeatProblem.Candidate(person))
            } else if random.chance(50) {
                let leaves = random.chance(80) ? [person * 2] : [person * 2, person * 2 + 1]
                slot.barred.append(SeatProblem.Barred(person: person, leaves: leaves))
            }
        }
        return slot
    }

    /// One standing duty before, between or after the others.
    private static func busy(_ hours: [Int], _ stations: Int, _ random: inout SplitMix64) -> [SeatProblem.Busy] {
        let station = random.below(stations)
        let day = random.number(-1...3)
        let shift = random.below(hours.count - 1)
        return [
            SeatProblem.Busy(
                station: Int32(station), start: Int64(day * 24 + hours[shift]) * 3600,
                end: Int64(day * 24 + hours[shift + 1]) * 3600, day: Int32(day), isOnSite: station != 2)
        ]
    }
}
