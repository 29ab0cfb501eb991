import TestSupport
import Testing

@testable import Planning

@Suite struct SeatSearchTests {
    /// Runs in a few calls, as a caller with a clock does.
    static func searched(_ problem: SeatProblem, seed: UInt64, moves: Int) -> SeatSearch {
        var search = SeatSearch(problem, seed: seed)
        for part in 1...4 { search.run(moves: moves / 4, progress: Double(part) / 4) }
        return search
    }

    @Test(arguments: 0..<120)
    func `in small worlds the search finds the optimum, and no bound lies above it`(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let problem = OddWorld(
            seed: UInt64(seed) + 1_000, people: random.number(2...6), slots: random.number(1...5), days: 3
        ).problem
        let optimum = try #require(Enumeration(problem).best)
        let search = Self.searched(problem, seed: 1, moves: 40_000)
        #expect(search.bestScore.empty == optimum.empty)
        #expect(search.bestScore.soft == optimum.soft)
        #expect(NaiveSeating(problem: problem, plan: search.best).isLegal)
        #expect(SeatScore(search.best, of: problem) == search.bestScore)
        if optimum.empty == 0 { #expect(FlowBound(problem).total <= optimum.soft) }
    }

    @Test(arguments: [WorldShape.small, .small.tight, .county, .county.tight, .year, .year.tight])
    func `a planted roster is completed at once, legally`(shape: WorldShape) {
        for isRankKept in [false, true] {
            var shape = shape
            shape.limits.isRankKept = isRankKept
            let problem = PlantedWorld(shape, seed: 11).problem
            let search = SeatSearch(problem, seed: 3)
            #expect(search.isComplete)
            #expect(NaiveSeating(problem: problem, plan: search.best).isLegal)
        }
    }

    @Test func `the same seed gives the same plan`() {
        let problem = PlantedWorld(.small, seed: 5).problem
        let one = Self.searched(problem, seed: 9, moves: 20_000)
        let other = Self.searched(problem, seed: 9, moves: 20_000)
        #expect(one.best == other.best)
        #expect(one.bestScore == other.bestScore)
    }

    @Test func `a search starts from a given plan and never ends with a worse one`() {
        let problem = PlantedWorld(.small, seed: 5).problem
        let good = Self.searched(problem, seed: 9, moves: 40_000)
        var again = SeatSearch(problem, seed: 10, from: good.best)
        #expect(again.best == good.best)
        again.run(moves: 5_000, progress: 1)
        #expect(again.bestScore.soft <= good.bestScore.soft)
    }

    @Test func `every plan on the way is legal and scored right`() {
        for seed in UInt64(0)..<40 {
            let problem = OddWorld(seed: seed, people: 8, slots: 16, days: 6).problem
            var search = SeatSearch(problem, seed: seed)
            for part in 1...10 {
                search.run(moves: 300, progress: Double(part) / 10)
                for plan in [search.best, search.board.plan] {
                    #expect(NaiveSeating(problem: problem, plan: plan).isLegal)
                }
                #expect(SeatScore(search.best, of: problem) == search.bestScore)
                #expect(SeatScore(search.board.plan, of: problem) == search.board.score)
            }
        }
    }
}
