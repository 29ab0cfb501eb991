import Calendars
package import Rosters

/// Two rosters of one period side by side: each score by part, and who gains and loses.
package struct PlanComparison: Sendable {
    package struct Difference: Hashable, Sendable {
        package let person: Ordinal<Person>
        /// Duties and weighted load, in minutes × weight, in the first and in the second roster.
        package let duties: [Int]
        package let loads: [Int64]

        package var gain: Int64 { loads[1] - loads[0] }
    }

    package let model: PlanModel
    package let scores: [PlanScore]
    /// Who bears more in the second roster first; whoever bears the same is left out.
    package let differences: [Difference]

    /// The second roster's own table decides nothing but who stands: both are judged by the first one's place.
    package init(_ first: PlanRequest, _ second: [Assignment]) {
        var open = first
        open.isReplacing = true
        let rows = first.book.roster.assignments + second
        open.rows = first.rows.merging(TableSlot.rows(of: rows, in: first.book.place)) { known, more in
            (known + more).uniqued()
        }
        let model = PlanModel(open)
        let plans = [model.plan(of: first.book.roster.assignments), model.plan(of: second)]
        let rosters = [first.book.roster.assignments, second]
        self.model = model
        self.scores = plans.map { PlanScore($0, of: model) }
        let tallies = rosters.map { Self.tally($0, model) }
        let people = Set(rosters.flatMap { $0 }.map(\.person))
        let all = people.map { person in
            Difference(
                person: person, duties: tallies.map { $0[person]?.duties ?? 0 },
                loads: tallies.map { $0[person]?.load ?? 0 })
        }
        self.differences = all.filter { $0.loads[0] != $0.loads[1] || $0.duties[0] != $0.duties[1] }.sorted {
            $0.gain != $1.gain ? $0.gain > $1.gain : model.place[$0.person].id < model.place[$1.person].id
        }
    }

    private static func tally(
        _ assignments: [Assignment], _ model: PlanModel
    ) -> [Ordinal<Person>: (duties: Int, load: Int64)] {
        var tally: [Ordinal<Person>: (duties: Int, load: Int64)] = [:]
        let loads = DayLoads(assignments.map(\.date), in: model.place, model.request.book.calendar)
        for assignment in assignments {
            tally[assignment.person, default: (0, 0)].duties += 1
            tally[assignment.person, default: (0, 0)].load +=
                loads.load(minutes: assignment.interval.wholeMinutes, on: assignment.date)
        }
        return tally
    }
}
