/// What a plan of rows breaks and costs, counted anew from nothing: the definition that everything faster must agree with.
package struct RowScore: Hashable, Sendable {
    /// Every broken rule; none in a plan that counts.
    package var violations: [Violation] = []
    /// Σ of the weights of wishes that are not granted.
    package var wishes = 0
    /// Σ over days and types of the missing people × their weight.
    package var under = 0
    /// Σ over days and types of the people beyond what is wanted × their weight.
    package var over = 0

    package var cost: Int { wishes + under + over }
    /// Σ of by how much each rule is broken.
    package var excess: Int { violations.reduce(0) { $0 + $1.amount } }

    package struct Violation: Hashable, Sendable {
        package let person: Int
        package let rule: Rule
        /// By how much: days, duties, weekends; minutes count in started shortest duties.
        package let amount: Int
    }

    package enum Rule: String, Hashable, Sendable {
        case dayOff, succession, mostOfType, mostMinutes, fewestMinutes
        case mostConsecutive, fewestConsecutive, fewestFree, mostWeekends
    }

    package init(_ plan: RowPlan, of problem: RowProblem) {
        for (number, row) in plan.rows.enumerated() {
            let member = problem.people[number]
            let broken = Self.broken(row, member, problem)
            violations += broken.filter { $0.1 > 0 }.map { Violation(person: number, rule: $0.0, amount: $0.1) }
            wishes += member.wishes.reduce(0) { sum, wish in
                (row[wish.day] == wish.type) == wish.isFor ? sum : sum + wish.weight
            }
        }
        for cover in problem.covers {
            let missing = cover.wanted - plan.rows.count { $0[cover.day] == cover.type }
            under += max(missing, 0) * cover.under
            over += max(-missing, 0) * cover.over
        }
    }

    private static func broken(
        _ row: [Int], _ member: RowProblem.Member, _ problem: RowProblem
    ) -> [(Rule, Int)] {
        let minutes = row.filter { $0 >= 0 }.reduce(0) { $0 + problem.types[$1].minutes }
        let step = problem.shortest
        let duties = runs(row.map { $0 >= 0 })
        let free = runs(row.map { $0 < 0 })
        let inner = { (run: Range<Int>) in run.lowerBound > 0 && run.upperBound < row.count }
        return [
            (.dayOff, Set(member.daysOff).count { row[$0] >= 0 }),
            (.succession, zip(row, row.dropFirst()).count { $0 >= 0 && problem.types[$0].barredNext.contains($1) }),
            (
                .mostOfType,
                member.most.enumerated().reduce(0) { sum, most in
                    sum + max(row.count { $0 == most.offset } - most.element, 0)
                }
            ),
            (.mostMinutes, (max(minutes - member.minutes.upperBound, 0) + step - 1) / step),
            (.fewestMinutes, (max(member.minutes.lowerBound - minutes, 0) + step - 1) / step),
            (.mostConsecutive, duties.reduce(0) { $0 + max($1.count - member.consecutive.upperBound, 0) }),
            (
                .fewestConsecutive,
                duties.filter(inner).reduce(0) {
                    $0 + max(member.consecutive.lowerBound - $1.count, 0)
                }
            ),
            (.fewestFree, free.filter(inner).reduce(0) { $0 + max(member.fewestFree - $1.count, 0) }),
            (.mostWeekends, max(weekends(row, problem) - member.mostWeekends, 0)),
        ]
    }

    private static func weekends(_ row: [Int], _ problem: RowProblem) -> Int {
        problem.saturdays.count { saturday in
            [saturday, saturday + 1].contains { row.indices.contains($0) && row[$0] >= 0 }
        }
    }

    /// The maximal stretches of days that are marked.
    private static func runs(_ marked: [Bool]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for (day, isMarked) in (marked + [false]).enumerated() {
            if isMarked {
                start = start ?? day
            } else if let first = start {
                runs.append(first..<day)
                start = nil
            }
        }
        return runs
    }
}

extension RowProblem {
    /// The first day of each weekend; -1 where the plan begins on a Sunday.
    var saturdays: [Int] { (-1..<days).filter { ($0 + firstWeekday + 7) % 7 == 5 } }

    /// The minutes of the shortest duty, at least 1: the measure of minutes beyond a limit.
    var shortest: Int { max(types.map(\.minutes).min() ?? 1, 1) }
}
