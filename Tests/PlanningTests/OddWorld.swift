import Planning
import TestSupport

/// Small random problems in which every limit and every weight occurs, not necessarily solvable.
struct OddWorld {
    var problem: SeatProblem

    init(seed: UInt64, people: Int, slots: Int, days: Int) {
        var random = SplitMix64(seed: seed)
        problem = SeatProblem(slots: [], people: [])
        problem.limits = SeatProblem.Limits(
            rest: Int64(random.pick([0, 8, 12, 24])) * 3_600, dutyLength: Int64(random.pick([12, 24, 36])) * 3_600,
            most: random.chance(40) ? random.number(1...3) : nil,
            window: random.chance(40)
                ? SeatProblem.Window(days: random.number(2...4), most: random.number(1...2)) : nil,
            consecutive: random.chance(40) ? random.number(1...3) : nil, isRankKept: random.chance(40))
        problem.weights = SeatProblem.Weights(
            fairness: Int64(random.number(0...2)), spacingDays: random.number(0...4),
            spacing: random.chance(50) ? Int64(random.number(1...900)) : 0, months: Int64(random.number(0...1)),
            teams: random.chance(50) ? Int64(random.number(1...900)) : 0)
        for person in 0..<people { problem.people.append(Self.member(person, people, days, &random)) }
        // What stands already breaks no limit by itself.
        for person in 0..<people {
            problem.people[person].busy.removeAll { $0.end - $0.start > problem.limits.dutyLength }
        }
        for person in 0..<people where random.chance(25) { separate(person, random.below(people)) }
        for _ in 0..<slots { problem.slots.append(Self.slot(people, days, &random)) }
        for slot in problem.slots.indices where random.chance(15) { pin(slot, &random) }
    }

    private mutating func separate(_ one: Int, _ other: Int) {
        guard one != other, !problem.people[one].apart.contains(Int32(other)) else { return }
        problem.people[one].apart.append(Int32(other))
        problem.people[other].apart.append(Int32(one))
    }

    /// Shifts of 8 or 12 hours that touch, and whole days; stations 0 to 3 on site, 4 by phone.
    private static func shift(_ days: Int, _ random: inout SplitMix64) -> (start: Int64, end: Int64, day: Int32) {
        let day = Int64(random.below(days))
        let length = Int64(random.pick([8, 12, 12, 24]))
        let start = day * 24 + (length == 24 ? 0 : length * Int64(random.below(Int(24 / length))))
        return (start * 3_600, (start + length) * 3_600, Int32(day))
    }

    private static func member(
        _ person: Int, _ people: Int, _ days: Int, _ random: inout SplitMix64
    ) -> SeatProblem.Member {
        var member = SeatProblem.Member(
            history: Int64(random.number(0...30)), rank: Int32(random.number(-1...2)),
            team: Int32(random.number(-1...2)))
        if random.chance(30) {
            let (start, end, day) = shift(days, &random)
            let station = Int32(random.below(5))
            member.busy.append(
                SeatProblem.Busy(station: station, start: start, end: end, day: day, isOnSite: station != 4))
        }
        return member
    }

    private static func slot(_ people: Int, _ days: Int, _ random: inout SplitMix64) -> SeatProblem.Slot {
        let (start, end, day) = shift(days, &random)
        let station = Int32(random.below(5))
        return SeatProblem.Slot(
            unit: station / 3, station: station, start: start, end: end, day: day, month: day / 3,
            count: random.number(1...2), load: Int64(random.number(1...20)), priority: Int64(random.number(1...3)),
            isLeader: station % 3 == 0, isOnSite: station != 4,
            candidates: (0..<people).filter { _ in random.chance(70) }.map {
                SeatProblem.Candidate(Int32($0), cost: random.chance(30) ? Int64(random.number(-40...90)) : 0)
            })
    }

    /// Pins one candidate, if that breaks no limit by itself.
    private mutating func pin(_ slot: Int, _ random: inout SplitMix64) {
        guard !problem.slots[slot].candidates.isEmpty else { return }
        let before = problem
        problem.slots[slot].pinned = [random.pick(problem.slots[slot].candidates).person]
        let plan = SeatPlan(
            seats: problem.slots.map { $0.pinned + [Int32](repeating: -1, count: $0.count - $0.pinned.count) })
        if !NaiveSeating(problem: problem, plan: plan).isLegal { problem = before }
    }
}
