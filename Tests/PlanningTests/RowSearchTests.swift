import Planning
import TestSupport
import Testing

@Suite struct RowSearchTests {
    @Test(arguments: 0..<25)
    func `What the search finds in a tiny world is the best there is`(seed: Int) {
        var dice = SplitMix64(seed: UInt64(seed))
        let problem = RowFixtures.problem(
            days: dice.number(4...5), people: 3, types: seed % 3 == 0 ? 1 : 2, dice: &dice, firstWeekday: dice.below(7))
        var search = RowSearch(problem, seed: 7)
        for step in 0..<20 { search.run(moves: 1000, progress: Double(step) / 20) }
        #expect(search.bestCost == RowFixtures.optimum(of: problem))
    }

    @Test func `The same seed and the same moves give the same plan, another seed may not`() throws {
        var dice = SplitMix64(seed: 3)
        let problem = RowFixtures.easy(days: 28, people: 12, types: 3, dice: &dice)
        let plans = try [5, 5, 6].map { (seed: UInt64) in
            var search = RowSearch(problem, seed: seed)
            for step in 0..<10 { search.run(moves: 1000, progress: Double(step) / 10) }
            return try #require(search.best)
        }
        #expect(plans[0] == plans[1])
        #expect(plans[0] != plans[2])
    }

    @Test(arguments: [14, 28, 62, 63, 90, 200])
    func `The best plan breaks no rule and costs what it says`(days: Int) throws {
        var dice = SplitMix64(seed: UInt64(days))
        let problem = RowFixtures.easy(days: days, people: 6, types: 2, dice: &dice)
        var search = RowSearch(problem, seed: 1)
        for step in 0..<20 { search.run(moves: 250, progress: Double(step) / 20) }
        let plan = try #require(search.best)
        let score = RowScore(plan, of: problem)
        #expect(score.violations.isEmpty)
        #expect(score.cost == search.bestCost)
    }

    @Test func `A problem without people, days or types is no trouble`() {
        let member = RowProblem.Member(most: [], minutes: 0...0, consecutive: 1...1, mostWeekends: 0)
        for problem in [
            RowProblem(days: 0, types: [], people: [], covers: []),
            RowProblem(days: 3, types: [], people: [member], covers: []),
            RowProblem(days: 0, types: [.init(minutes: 1)], people: [], covers: []),
        ] {
            var search = RowSearch(problem, seed: 1)
            search.run(moves: 100, progress: 0)
            #expect(search.bestCost == 0)
        }
    }
}
