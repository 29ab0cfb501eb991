import TestSupport
import Testing

@testable import Planning

@Suite struct RowStateTests {
    @Test(arguments: [(9, 4, 2, 6), (14, 5, 3, 0), (28, 6, 4, 0), (62, 4, 2, 3), (90, 4, 2, 2)])
    func `Cost and excess agree with the definition after every one of 20,000 changes`(
        days: Int, people: Int, types: Int, firstWeekday: Int
    ) {
        var dice = SplitMix64(seed: UInt64(days))
        let problem = RowFixtures.problem(
            days: days, people: people, types: types, dice: &dice, firstWeekday: firstWeekday)
        let tables = RowTables(problem)
        var state = RowState(tables)
        for move in 0..<20_000 {
            let person = dice.below(people)
            let count = dice.number(1...min(tables.longest, days, 14))
            let first = dice.below(days - count + 1)
            for day in first..<first + count {
                let isOff = problem.people[person].daysOff.contains(day)
                let code = isOff ? 0 : UInt8(dice.below(types + 1))
                state.grid[tables.cell(state.draft, day)] = code
            }
            let before = (state.cost, state.excess)
            let change = state.rowChange(person, like: state.draft, from: first, count: count)
            let cover = state.coverChange(person, like: state.draft, from: first, count: count)
            state.take(person, like: state.draft, from: first, count: count, change: change)
            let score = RowScore(plan(of: state), of: problem)
            guard state.cost == score.cost, state.excess == score.excess,
                state.cost == before.0 + change.cost + cover, state.excess == before.1 + change.excess
            else {
                Issue.record("move \(move): \(state.cost), \(state.excess) instead of \(score.cost), \(score.excess)")
                return
            }
        }
    }

    private func plan(of state: RowState) -> RowPlan {
        RowPlan(
            rows: (0..<state.tables.people).map { person in
                (0..<state.tables.days).map { Int(state.grid[state.tables.cell(person, $0)]) - 1 }
            })
    }
}
