import TestSupport
import Testing

@testable import Planning

@Suite struct NaiveScoreTests {
    private static let moves = 5_000

    @Test(arguments: 0..<20)
    func `after each of 100,000 moves that are made the score agrees with a naive one`(block: Int) throws {
        var random = SplitMix64(seed: UInt64(block))
        var made = 0
        var world = UInt64(block) * 1_000
        while made < Self.moves {
            world += 1
            let problem = OddWorld(
                seed: world, people: random.number(2...6), slots: random.number(2...8), days: random.number(2...8)
            ).problem
            var board = SeatBoard(SeatTables(problem))
            for _ in 0..<500 {
                guard made < Self.moves, Self.move(&board, problem, &random) else { continue }
                made += 1
                try #require(
                    NaiveScore(board.score) == NaiveScore(board.plan, of: problem), "world \(world), move \(made)")
            }
            #expect(NaiveScore(SeatScore(board.plan, of: problem)) == NaiveScore(board.plan, of: problem))
        }
        #expect(made == Self.moves)
    }

    /// Empties a seat or fills one, if the limits allow it; whether it was done.
    private static func move(
        _ board: inout SeatBoard, _ problem: SeatProblem, _ random: inout SplitMix64
    ) -> Bool {
        let slot = random.below(problem.slots.count)
        let seat = random.pick(Array(board.tables.slots[slot].seats))
        guard board.isFree(seat) else { return false }
        if board.seats[seat] >= 0 {
            guard board.canLeave(seat) else { return false }
            board.remove(at: seat)
            return true
        }
        guard let candidate = problem.slots[slot].candidates.randomElement(using: &random),
            board.tables.candidate(candidate.person, at: slot) != nil, board.canSit(candidate.person, at: slot)
        else { return false }
        board.put(candidate.person, at: seat, cost: candidate.cost)
        return true
    }
}
