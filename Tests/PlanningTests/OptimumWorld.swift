import Planning
import TestSupport

/// Seeded problems of one unit over the Spring Festival, with a roster planted that leaves avoid.
enum OptimumWorld {
    /// Nine days, 12 people: leaders, officers, and officers who are also qualified for the key post.
    static func festival(seed: UInt64) -> SeatProblem {
        var random = SplitMix64(seed: seed)
        let isSplit = random.chance(40)
        let leaders = random.number(3...4)
        let qualified = random.number(4...5)
        let shifts = shifts(days: 9, isSplit: isSplit)
        let people = (0..<12).map { person in
            SeatProblem.Member(
                history: Int64(random.number(0...96)) * 60,
                rank: person < leaders ? 3 : Int32(random.number(0...2)))
        }
        let pools = [Array(0..<leaders), Array(leaders..<12), Array(leaders..<leaders + qualified)]
        var slots: [SeatProblem.Slot] = []
        for shift in shifts {
            for (station, pool) in pools.enumerated() {
                var slot = shift
                slot.station = Int32(station)
                slot.isLeader = station == 0
                slot.count = station == 1 ? 2 : 1
                slot.candidates = pool.map { SeatProblem.Candidate(Int32($0)) }
                slots.append(slot)
            }
        }
        let rest: Int64 = isSplit || random.chance(50) ? 12 : 24
        var problem = SeatProblem(slots: slots, people: people, limits: SeatProblem.Limits(rest: rest * 3600))
        takeLeaves(&problem, &random)
        return problem
    }

    /// The eve's night, then whole days or days and nights.
    private static func shifts(days: Int, isSplit: Bool) -> [SeatProblem.Slot] {
        func shift(_ day: Int, _ from: Double, _ to: Double, _ weight: Int64) -> SeatProblem.Slot {
            let start = Int64(day) * 86_400 + Int64(from * 3600)
            let end = Int64(day) * 86_400 + Int64(to * 3600)
            return SeatProblem.Slot(
                start: start, end: end, day: Int32(day), load: (end - start) / 60 * weight, candidates: [])
        }
        var shifts = [shift(0, 17.5, 32.5, 1)]
        let weights: [Int64] = [1, 4, 3, 3, 3, 2, 2, 1, 1]
        for day in 1..<days {
            if isSplit {
                shifts.append(shift(day, 8.5, 17.5, weights[day]))
                shifts.append(shift(day, 17.5, 32.5, weights[day]))
            } else {
                shifts.append(shift(day, 8.5, 32.5, weights[day]))
            }
        }
        return shifts
    }

    /// Leaves of one to three days for a third of the people, none where the planted roster has them sit.
    private static func takeLeaves(_ problem: inout SeatProblem, _ random: inout SplitMix64) {
        var planted = StartPlan(problem, seed: random.next())
        planted.anneal(moves: 20_000)
        for person in problem.people.indices where random.chance(30) {
            let first = random.number(0...8)
            let days = Int32(first)...Int32(first + random.number(0...2))
            let away = problem.slots.indices.filter { days.contains(problem.slots[$0].day) }
            guard away.allSatisfy({ !planted.plan.seats[$0].contains(Int32(person)) }) else { continue }
            for index in away { problem.slots[index].candidates.removeAll { $0.person == Int32(person) } }
        }
    }
}
