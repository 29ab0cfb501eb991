import TestSupport
import Testing

@testable import Planning

@Suite struct RowOptimizerTests {
    @Test(arguments: 0..<80)
    func `The row that is computed is legal and as cheap as the cheapest of all rows`(seed: Int) {
        var dice = SplitMix64(seed: UInt64(seed))
        let days = dice.number(4...6)
        var problem = RowFixtures.problem(
            days: days, people: 1, types: 2, dice: &dice, firstWeekday: dice.below(7))
        problem.people[0].most[1] = dice.pick([0, days])
        let tables = RowTables(problem)
        var optimizer = RowOptimizer(problem, tables)
        for place in optimizer.costs.indices { optimizer.costs[place] = Int32(dice.number(-20...20)) }
        let cost = { (codes: [Int]) in
            codes.enumerated().reduce(0) { $0 + Int(optimizer.costs[$1.offset * 3 + $1.element]) }
        }
        let cheapest = rows(days).filter { isLegal($0, problem) }.map(cost).min()
        var drawn = RowDice(seed: 1)
        var asked = optimizer
        let row = asked.row(of: 0, &drawn)?.map(Int.init)
        #expect(row.map(cost) == cheapest)
        if let row { #expect(isLegal(row, problem)) }
    }

    @Test func `Making rows anew keeps cost and excess what the definition says`() {
        for days in [21, 70] {
            var dice = SplitMix64(seed: UInt64(days))
            let problem = RowFixtures.easy(days: days, people: 5, types: 3, dice: &dice)
            var search = RowSearch(problem, seed: 1)
            for _ in 0..<30 {
                search.rebuild([dice.below(5)], blur: 20)
                let plan = RowPlan(
                    rows: (0..<5).map { person in
                        (0..<days).map { Int(search.state.grid[search.tables.cell(person, $0)]) - 1 }
                    })
                let score = RowScore(plan, of: problem)
                #expect(search.state.cost == score.cost)
                #expect(search.state.excess == score.excess)
            }
        }
    }

    private func rows(_ days: Int) -> [[Int]] {
        (0..<days).reduce([[]]) { rows, _ in rows.flatMap { row in (0...2).map { row + [$0] } } }
    }

    private func isLegal(_ codes: [Int], _ problem: RowProblem) -> Bool {
        RowScore(RowPlan(rows: [codes.map { $0 - 1 }]), of: problem).violations.isEmpty
    }
}
