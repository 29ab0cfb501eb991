import Planning
import TestSupport

/// A problem so small that every plan of it can be looked at, with any mixture of limits and wishes.
enum TinyProblem {
    static func make(seed: UInt64) -> SeatProblem {
        var random = SplitMix64(seed: seed)
        let count = random.number(2...6)
        let people = (0..<count).map { person in member(person, count, &random) }
        var problem = SeatProblem(
            slots: (0..<random.number(1...5)).map { _ in slot(count, &random) }, people: people,
            limits: limits(&random), weights: weights(&random))
        for person in problem.people.indices {
            for other in problem.people[person].apart {
                problem.people[Int(other)].apart = Array(
                    Set(problem.people[Int(other)].apart + [Int32(person)]).sorted())
            }
        }
        return problem
    }

    private static func member(_ person: Int, _ count: Int, _ random: inout SplitMix64) -> SeatProblem.Member {
        let busy = random.chance(15) ? busy(&random) : nil
        return SeatProblem.Member(
            history: Int64(random.number(0...6)), rank: Int32(random.number(-1...2)),
            team: Int32(random.number(-1...2)), busy: busy.map { [$0] } ?? [],
            apart: random.chance(20) ? [Int32(random.below(count))].filter { $0 != Int32(person) } : [])
    }

    private static func busy(_ random: inout SplitMix64) -> SeatProblem.Busy {
        let (day, hour, hours) = times(&random)
        let start = Int64(day) * 86_400 + Int64(hour) * 3600
        let station = random.below(3)
        return SeatProblem.Busy(
            station: Int32(station), start: start, end: start + Int64(hours) * 3600, day: Int32(day),
            isOnSite: station != 2)
    }

    private static func slot(_ people: Int, _ random: inout SplitMix64) -> SeatProblem.Slot {
        let (day, hour, hours) = times(&random)
        let start = Int64(day) * 86_400 + Int64(hour) * 3600
        let candidates = (0..<people).filter { _ in random.chance(70) }.map { person in
            SeatProblem.Candidate(Int32(person), cost: random.chance(30) ? Int64(random.number(-6...6)) : 0)
        }
        let station = random.below(3)
        var slot = SeatProblem.Slot(
            unit: Int32(station / 2), station: Int32(station), start: start, end: start + Int64(hours) * 3600,
            day: Int32(day), month: Int32(day / 3), count: random.number(1...2),
            load: Int64(random.number(1...5)), isLeader: station == 0, isOnSite: station != 2,
            candidates: candidates)
        if random.chance(10) { slot.pinned = [Int32(random.below(people))] }
        return slot
    }

    private static func times(_ random: inout SplitMix64) -> (day: Int, hour: Int, hours: Int) {
        (random.number(0...5), random.pick([8, 8, 20]), random.pick([12, 12, 24]))
    }

    private static func limits(_ random: inout SplitMix64) -> SeatProblem.Limits {
        SeatProblem.Limits(
            rest: Int64(random.pick([0, 0, 6, 12, 24])) * 3600, dutyLength: Int64(random.pick([24, 24, 36])) * 3600,
            most: random.chance(20) ? random.number(1...3) : nil,
            window: random.chance(20)
                ? SeatProblem.Window(days: random.number(2...4), most: random.number(1...2)) : nil,
            consecutive: random.chance(20) ? random.number(1...2) : nil, isRankKept: random.chance(25))
    }

    private static func weights(_ random: inout SplitMix64) -> SeatProblem.Weights {
        SeatProblem.Weights(
            fairness: random.chance(90) ? 1 : 0, spacingDays: random.number(0...3),
            spacing: random.chance(40) ? Int64(random.number(1...4)) : 0,
            months: random.chance(40) ? 1 : 0, teams: random.chance(40) ? Int64(random.number(1...5)) : 0)
    }
}

/// Every plan of a tiny problem.
struct EveryPlan {
    private let problem: SeatProblem
    private let rules: NaiveRules
    /// The best plan that leaves no fillable seat empty, the worst of those, and the least soft score of any.
    private(set) var best: SeatPlan?
    private(set) var worst: SeatPlan?
    private(set) var least: Int64?

    init(_ problem: SeatProblem) {
        self.problem = problem
        rules = NaiveRules(problem)
        visit(SeatPlan(seats: []))
    }

    private mutating func visit(_ plan: SeatPlan) {
        guard plan.seats.count < problem.slots.count else { return look(at: plan) }
        let slot = problem.slots[plan.seats.count]
        let people = Set(slot.candidates.map(\.person) + slot.pinned).sorted()
        let seats = min(slot.count, people.count)
        for set in 0..<(1 << people.count) where set.nonzeroBitCount == seats {
            let chosen = people.indices.filter { set >> $0 & 1 == 1 }.map { people[$0] }
            var next = plan
            next.seats.append(chosen + [Int32](repeating: -1, count: slot.count - seats))
            visit(next)
        }
    }

    private mutating func look(at plan: SeatPlan) {
        guard rules.allow(plan) else { return }
        let soft = SeatScore(plan, of: problem).soft
        if least.map({ soft < $0 }) ?? true { (best, least) = (plan, soft) }
        if worst.map({ soft > SeatScore($0, of: problem).soft }) ?? true { worst = plan }
    }
}
