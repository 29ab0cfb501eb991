package import Rosters

/// A plan's score by part, in points: a half-day squared for fairness, the weights of `place.yaml` for the rest.
package struct PlanScore: Hashable, Sendable {
    /// What a plan is judged by beside empty seats, in the order in which it is shown.
    package enum Part: String, Hashable, Sendable, CaseIterable {
        case fairness, wishes
        case eveAgain = "eve-again"
        case change
        case turns, seniors, spacing, months, teams
    }

    package let seats: Int
    package let filled: Int
    /// In the numbers of the problem; ``points(_:)`` turns them into points.
    package let numbers: [Part: Int64]

    package init(_ plan: SeatPlan, of model: PlanModel) {
        let score = SeatScore(plan, of: model.problem)
        let costs = SeatCosts(request: model.request, place: model.place)
        var parts = SeatCosts.Parts()
        for (slot, sitting) in zip(model.slots, plan.seats) {
            for person in sitting where person >= 0 {
                let one = costs.parts(of: model.person(person), in: slot)
                parts.wishes += one.wishes
                parts.eveAgain += one.eveAgain
                parts.change += one.change
                parts.turns += one.turns
                parts.seniors += one.seniors
            }
        }
        self.seats = plan.seats.reduce(0) { $0 + $1.count }
        self.filled = plan.seats.reduce(0) { $0 + $1.count { $0 >= 0 } }
        self.numbers = [
            .fairness: score.fairness, .wishes: parts.wishes, .eveAgain: parts.eveAgain, .change: parts.change,
            .turns: parts.turns, .seniors: parts.seniors, .spacing: score.spacing, .months: score.months,
            .teams: score.teams,
        ]
    }

    package var total: Int64 { numbers.values.reduce(0, +) }

    package var isComplete: Bool { filled == seats }

    package subscript(part: Part) -> Double { Self.points(numbers[part] ?? 0) }

    /// How many seats out of turn a number of ``Part/turns`` stands for.
    package static func seatsOutOfTurn(_ number: Int64) -> Int64 { number / (ScoreUnit.square * Rotation.weight) }

    package static func points(_ number: Int64) -> Double { Double(number) / Double(ScoreUnit.point) }
}

/// What one person bears by a plan.
package struct FairnessRow: Hashable, Sendable {
    package let person: Ordinal<Person>
    package let duties: Int
    /// The weighted load of the period and of earlier ones, in minutes × weight.
    package let load: Int64
    package let history: Int64
    /// 1 bears most among those of the unit.
    package let rankInUnit: Int

    package var total: Int64 { load + history }
}

extension PlanModel {
    /// Everybody of the problem by unit, who bears most first.
    package func fairness(of plan: SeatPlan) -> [FairnessRow] {
        var loads = [Int64](repeating: 0, count: members.count)
        var duties = [Int](repeating: 0, count: members.count)
        for (slot, sitting) in zip(problem.slots, plan.seats) {
            for person in sitting where person >= 0 {
                loads[Int(person)] += slot.load
                duties[Int(person)] += 1
            }
        }
        let totals = members.indices.map { loads[$0] + problem.people[$0].history }
        let byUnit = Dictionary(grouping: members.indices) { place[members[$0]].unit }
        let units = byUnit.keys.sorted { place[$0].id < place[$1].id }
        return units.flatMap { unit in
            let people = (byUnit[unit] ?? []).sorted { totals[$0] != totals[$1] ? totals[$0] > totals[$1] : $0 < $1 }
            return people.map { number in
                FairnessRow(
                    person: members[number], duties: duties[number], load: loads[number],
                    history: problem.people[number].history,
                    rankInUnit: 1 + people.count { totals[$0] > totals[number] })
            }
        }
    }

    /// The slots with empty seats, and how many each has.
    package func unfilled(in plan: SeatPlan) -> [(slot: Int, empty: Int)] {
        plan.seats.enumerated().compactMap { number, sitting in
            let empty = sitting.count { $0 < 0 }
            return empty > 0 ? (number, empty) : nil
        }
    }
}
