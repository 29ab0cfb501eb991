import TestSupport
import Testing

@testable import Planning

@Suite struct RulesBeforeScoreTests {
    /// What every way to seat the people of a world says of the plan that the program chose.
    private struct Verdict {
        /// Ways with a lower score, all of which must break a rule.
        var lower = 0
        var lowerAndLegal: [SeatPlan] = []
    }

    @Test func `no score improves by breaking a rule: whatever scores lower than the plan breaks one`() {
        var tempting = 0
        for seed in UInt64(0)..<80 {
            var random = SplitMix64(seed: seed)
            let problem = OddWorld(
                seed: seed + 5_000, people: random.number(2...4), slots: random.number(2...3), days: 2
            ).problem
            var search = SeatSearch(problem, seed: seed)
            search.run(moves: 20_000, progress: 1)
            #expect(NaiveSeating(problem: problem, plan: search.best).isLegal, "seed \(seed)")
            let score = NaiveScore(search.best, of: problem)
            #expect(NaiveScore(search.bestScore) == score, "seed \(seed)")
            var verdict = Verdict()
            var plan = SeatPlan(seats: problem.slots.map { [Int32](repeating: -1, count: $0.count) })
            Self.judge(&plan, from: 0, 0, problem, score, &verdict)
            #expect(verdict.lowerAndLegal.isEmpty, "seed \(seed): \(verdict.lowerAndLegal.prefix(1))")
            tempting += verdict.lower > 0 ? 1 : 0
        }
        // Else the rules would have stood in nobody's way.
        #expect(tempting >= 40, "\(tempting) worlds")
    }

    /// Every person of the world, candidate or not, and nobody, in each seat from this one on.
    private static func judge(
        _ plan: inout SeatPlan, from slot: Int, _ seat: Int, _ problem: SeatProblem, _ score: NaiveScore,
        _ verdict: inout Verdict
    ) {
        guard slot < plan.seats.count else {
            guard NaiveScore(plan, of: problem) < score else { return }
            verdict.lower += 1
            if NaiveSeating(problem: problem, plan: plan).isLegal { verdict.lowerAndLegal.append(plan) }
            return
        }
        guard seat < plan.seats[slot].count else { return judge(&plan, from: slot + 1, 0, problem, score, &verdict) }
        for person in -1..<Int32(problem.people.count) {
            plan.seats[slot][seat] = person
            judge(&plan, from: slot, seat + 1, problem, score, &verdict)
        }
        plan.seats[slot][seat] = -1
    }

    @Test(arguments: 0..<40)
    func `no change of one seat that breaks a rule is possible on the board, however much it would save`(seed: Int) {
        let problem = OddWorld(seed: UInt64(seed) + 6_000, people: 6, slots: 8, days: 4).problem
        var search = SeatSearch(problem, seed: 1)
        search.run(moves: 5_000, progress: 1)
        var board = SeatBoard(SeatTables(problem), from: search.best)
        for slot in problem.slots.indices {
            for seat in board.tables.slots[slot].seats where board.isFree(seat) && board.seats[seat] >= 0 {
                let sitting = board.occupant(of: seat)
                guard board.canLeave(seat) else { continue }
                board.remove(at: seat)
                for person in problem.people.indices.map(Int32.init) {
                    var seats = board.seats
                    seats[seat] = person
                    let plan = SeatPlan(board.tables, seats: seats)
                    let isPossible =
                        board.tables.candidate(person, at: slot) != nil && board.canSit(person, at: slot)
                    #expect(!isPossible || NaiveSeating(problem: problem, plan: plan).isLegal)
                }
                board.put(sitting.candidate.person, at: seat, cost: sitting.candidate.cost)
            }
        }
    }
}
