import Planning

/// A plan's score from the words of `docs/planning.md`, in loops that everybody can check: the twin of ``SeatScore``.
struct NaiveScore: Hashable {
    var empty: Int64 = 0
    var fairness: Int64 = 0
    var costs: Int64 = 0
    var spacing: Int64 = 0
    var months: Int64 = 0
    var teams: Int64 = 0

    var soft: Int64 { fairness + costs + spacing + months + teams }

    init(_ plan: SeatPlan, of problem: SeatProblem) {
        for number in problem.slots.indices {
            let slot = problem.slots[number]
            for person in plan.seats[number] {
                if person < 0 { empty += slot.priority }
                for candidate in slot.candidates where candidate.person == person { costs += candidate.cost }
            }
            teams += Self.teamsTooMany(number, plan, problem) * problem.weights.teams
        }
        for person in problem.people.indices {
            let load = problem.people[person].history + Self.load(of: person, in: nil, plan, problem)
            fairness += load * load * problem.weights.fairness
            spacing += Self.missingDays(person, plan, problem) * problem.weights.spacing
            for month in Set(problem.slots.map(\.month)) {
                let load = Self.load(of: person, in: month, plan, problem)
                months += load * load * problem.weights.months
            }
        }
    }

    private static func load(of person: Int, in month: Int32?, _ plan: SeatPlan, _ problem: SeatProblem) -> Int64 {
        var load: Int64 = 0
        for number in problem.slots.indices where month == nil || problem.slots[number].month == month {
            for sitting in plan.seats[number] where sitting == Int32(person) { load += problem.slots[number].load }
        }
        return load
    }

    /// Each team beyond the first in a unit's shift, counted at the first slot of the shift.
    private static func teamsTooMany(_ number: Int, _ plan: SeatPlan, _ problem: SeatProblem) -> Int64 {
        let slot = problem.slots[number]
        var seen: [Int32] = []
        for other in problem.slots.indices {
            let one = problem.slots[other]
            guard one.unit == slot.unit, one.start == slot.start, one.end == slot.end else { continue }
            if other < number { return 0 }
            for person in plan.seats[other] where person >= 0 {
                let team = problem.people[Int(person)].team
                if team >= 0, !seen.contains(team) { seen.append(team) }
            }
        }
        return Int64(max(0, seen.count - 1))
    }

    /// Σ (missing days)² over two dates of a person between which he has no other.
    private static func missingDays(_ person: Int, _ plan: SeatPlan, _ problem: SeatProblem) -> Int64 {
        var dates: [Int32] = []
        for number in problem.slots.indices where plan.seats[number].contains(Int32(person)) {
            if !dates.contains(problem.slots[number].day) { dates.append(problem.slots[number].day) }
        }
        var sum: Int64 = 0
        for first in dates {
            for second in dates where first < second && !dates.contains(where: { first < $0 && $0 < second }) {
                let missing = Int64(problem.weights.spacingDays) - Int64(second - first)
                if missing > 0 { sum += missing * missing }
            }
        }
        return sum
    }
}

extension NaiveScore: Comparable {
    /// The parts as the program counted them.
    init(_ score: SeatScore) {
        (empty, fairness, costs) = (score.empty, score.fairness, score.costs)
        (spacing, months, teams) = (score.spacing, score.months, score.teams)
    }

    /// Fewer empty seats first, then less penalty.
    static func < (left: NaiveScore, right: NaiveScore) -> Bool {
        (left.empty, left.soft) < (right.empty, right.soft)
    }
}
