/// The score of a plan by part, counted anew from nothing: the definition that everything faster must agree with.
package struct SeatScore: Hashable, Sendable {
    /// Σ of the priorities of empty seats; any of it outweighs all the rest.
    package var empty: Int64 = 0
    /// Σ over people of (history + load)², times its weight.
    package var fairness: Int64 = 0
    /// Σ of the costs of the candidates who sit.
    package var costs: Int64 = 0
    package var spacing: Int64 = 0
    package var months: Int64 = 0
    package var teams: Int64 = 0

    /// Everything but the empty seats.
    package var soft: Int64 { fairness + costs + spacing + months + teams }

    package init() {}

    package init(_ plan: SeatPlan, of problem: SeatProblem) {
        var loads = problem.people.map(\.history)
        var days = [[Int32]](repeating: [], count: problem.people.count)
        var byMonth: [Int64: Int64] = [:]
        var teamsOfShift: [ShiftOfUnit: Set<Int32>] = [:]
        for (slot, sitting) in zip(problem.slots, plan.seats) {
            for person in sitting {
                guard person >= 0 else {
                    empty += slot.priority
                    continue
                }
                let member = problem.people[Int(person)]
                loads[Int(person)] += slot.load
                days[Int(person)].append(slot.day)
                byMonth[Int64(person) << 32 | Int64(slot.month), default: 0] += slot.load
                costs += slot.candidates.first { $0.person == person }?.cost ?? 0
                if member.team >= 0 { teamsOfShift[ShiftOfUnit(slot), default: []].insert(member.team) }
            }
        }
        let weights = problem.weights
        fairness = loads.reduce(0) { $0 + $1 * $1 } * weights.fairness
        months = byMonth.values.reduce(0) { $0 + $1 * $1 } * weights.months
        teams = teamsOfShift.values.reduce(0) { $0 + Int64($1.count - 1) } * weights.teams
        spacing = days.reduce(0) { $0 + Self.spacing(of: $1, within: weights.spacingDays) } * weights.spacing
    }

    /// Σ of (missing days)² between neighbouring dates; several shifts of one date count once.
    static func spacing(of days: [Int32], within wanted: Int) -> Int64 {
        let dates = Set(days).sorted()
        return zip(dates, dates.dropFirst()).reduce(0) { sum, pair in
            let missing = Int64(wanted) - Int64(pair.1 - pair.0)
            return missing > 0 ? sum + missing * missing : sum
        }
    }
}

/// A unit's shift, whatever the post: who stands in it stands together.
struct ShiftOfUnit: Hashable, Comparable {
    let unit: Int32
    let start: Int64
    let end: Int64

    init(_ slot: SeatProblem.Slot) {
        unit = slot.unit
        start = slot.start
        end = slot.end
    }

    static func < (left: ShiftOfUnit, right: ShiftOfUnit) -> Bool {
        (left.unit, left.start, left.end) < (right.unit, right.start, right.end)
    }
}
