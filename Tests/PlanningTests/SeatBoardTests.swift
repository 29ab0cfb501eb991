import TestSupport
import Testing

@testable import Planning

@Suite struct SeatBoardTests {
    @Test(arguments: 0..<50)
    func `after every one of two thousand random moves the board agrees with the definition of each limit`(
        seed: Int
    ) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let problem = OddWorld(
            seed: UInt64(seed), people: random.number(2...6), slots: random.number(2...8), days: random.number(2...5)
        ).problem
        let tables = SeatTables(problem)
        var board = SeatBoard(tables)
        for _ in 0..<2_000 {
            let slot = random.below(problem.slots.count)
            let seat = random.pick(Array(tables.slots[slot].seats))
            guard board.isFree(seat) else { continue }
            if board.seats[seat] >= 0 {
                let isLegal = naive(problem, board, with: -1, at: seat).isLegal
                try #require(board.canLeave(seat) == isLegal)
                if isLegal { board.remove(at: seat) }
            } else {
                guard let candidate = problem.slots[slot].candidates.randomElement(using: &random) else { continue }
                let isLegal = naive(problem, board, with: candidate.person, at: seat).isLegal
                let isKnown = tables.candidate(candidate.person, at: slot) != nil
                try #require((isKnown && board.canSit(candidate.person, at: slot)) == isLegal)
                if isLegal { board.put(candidate.person, at: seat, cost: candidate.cost) }
            }
            try #require(SeatScore(board.plan, of: problem) == board.score)
        }
    }

    private func naive(_ problem: SeatProblem, _ board: SeatBoard, with person: Int32, at seat: Int) -> NaiveSeating {
        var seats = board.seats
        seats[seat] = person
        return NaiveSeating(problem: problem, plan: SeatPlan(board.tables, seats: seats))
    }

    @Test func `a plan that breaks a limit is taken over as far as the limits allow`() {
        for seed in UInt64(0)..<100 {
            var random = SplitMix64(seed: seed)
            let problem = OddWorld(seed: seed, people: 5, slots: 6, days: 3).problem
            let wild = SeatPlan(
                seats: problem.slots.map { slot in
                    (0..<slot.count).map { _ in random.chance(80) ? Int32(random.below(5)) : -1 }
                })
            let board = SeatBoard(SeatTables(problem), from: wild)
            #expect(NaiveSeating(problem: problem, plan: board.plan).isLegal)
            #expect(SeatScore(board.plan, of: problem) == board.score)
        }
    }
}
