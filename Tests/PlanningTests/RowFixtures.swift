import Planning
import TestSupport

/// Made-up problems of rows whose every rule binds now and then.
enum RowFixtures {
    static func problem(
        days: Int, people: Int, types: Int, dice: inout SplitMix64, firstWeekday: Int = 0
    ) -> RowProblem {
        RowProblem(
            days: days, firstWeekday: firstWeekday,
            types: (0..<types).map { type in
                RowProblem.DutyType(
                    minutes: dice.pick([480, 480, 600]),
                    barredNext: (0..<type).filter { _ in dice.chance(60) })
            },
            people: (0..<people).map { _ in member(days: days, types: types, dice: &dice) },
            covers: (0..<days).flatMap { day in
                (0..<types).map { type in
                    RowProblem.Cover(
                        day: day, type: type, wanted: dice.number(0...max(people / (types + 1), 1)),
                        under: dice.pick([10, 100]), over: dice.number(0...3))
                }
            })
    }

    /// The same without the limits that may leave no plan at all.
    static func easy(days: Int, people: Int, types: Int, dice: inout SplitMix64) -> RowProblem {
        var problem = problem(days: days, people: people, types: types, dice: &dice)
        for person in problem.people.indices {
            problem.people[person].minutes = 0...100_000
            problem.people[person].mostWeekends = days
        }
        return problem
    }

    private static func member(days: Int, types: Int, dice: inout SplitMix64) -> RowProblem.Member {
        let fewest = days * 480 / 4
        return RowProblem.Member(
            most: (0..<types).map { _ in dice.pick([0, 2, days, days]) },
            minutes: fewest...fewest + dice.number(1...4) * 480,
            consecutive: dice.number(1...3)...dice.number(3...5), fewestFree: dice.number(1...3),
            mostWeekends: dice.number(0...max(days / 10, 1)), daysOff: dice.some(of: Array(0..<days), percent: 5),
            wishes: dice.some(0...4, of: Array(0..<days)).map {
                RowProblem.Wish(
                    day: $0, type: dice.below(types), weight: dice.number(1...3), isFor: dice.chance(50))
            })
    }

    /// Every plan of a tiny problem, judged by the definition: the least cost of those that break nothing.
    static func optimum(of problem: RowProblem) -> Int? {
        let codes = Array(-1..<problem.types.count)
        let rows = (0..<problem.days).reduce([[]]) { rows, _ in
            rows.flatMap { row in codes.map { row + [$0] } }
        }
        let legal = problem.people.map { member in
            var alone = problem
            alone.people = [member]
            return rows.filter { RowScore(RowPlan(rows: [$0]), of: alone).violations.isEmpty }
        }
        let plans = legal.reduce([[]]) { plans, rows in plans.flatMap { plan in rows.map { plan + [$0] } } }
        return plans.map { RowScore(RowPlan(rows: $0), of: problem).cost }.min()
    }
}
