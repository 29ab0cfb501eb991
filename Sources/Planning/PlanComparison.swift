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

    package let scores: [PlanScore]
    /// Who bears more in the second roster first; whoever bears the same is left out.
    package let differences: [Difference]

    /// The second roster's own table decides nothing but who stands: both are judged by the first one's place.
    package init(_ first: PlanRequest, _ second: [Assignment]) {
        let rosters = [first.book.roster.assignments, second]
        let people = Set(rosters.flatMap { $0 }.map(\.person)).sorted()
        let models = rosters.map { PlanModel(Self.request(first, for: $0), guests: people) }
        self.scores = zip(models, rosters).map { PlanScore($0.plan(of: $1), of: $0) }
        let tallies = rosters.map { Self.tally($0, first.book) }
        let all = people.map { person in
            Difference(
                person: person, duties: tallies.map { $0[person]?.duties ?? 0 },
                loads: tallies.map { $0[person]?.load ?? 0 })
        }
        self.differences = all.filter { $0.loads[0] != $0.loads[1] || $0.duties[0] != $0.duties[1] }.sorted {
            $0.gain != $1.gain ? $0.gain > $1.gain : first.book.place[$0.person].id < first.book.place[$1.person].id
        }
    }

    /// The problem in which a roster's shifts stand as they are, beside what it leaves open.
    private static func request(_ request: PlanRequest, for roster: [Assignment]) -> PlanRequest {
        let book = request.book
        var own = request
        own.isReplacing = false
        own.previous = nil
        own.book = RosterBook(
            calendar: book.calendar, place: book.place,
            roster: Roster(period: book.roster.period, tables: book.roster.tables, assignments: roster),
            overlapping: book.overlapping, takeovers: book.takeovers)
        return own
    }

    private static func tally(
        _ assignments: [Assignment], _ book: RosterBook
    ) -> [Ordinal<Person>: (duties: Int, load: Int64)] {
        var tally: [Ordinal<Person>: (duties: Int, load: Int64)] = [:]
        let loads = DayLoads(assignments.map(\.date), in: book.place, book.calendar)
        for assignment in assignments {
            tally[assignment.person, default: (0, 0)].duties += 1
            tally[assignment.person, default: (0, 0)].load +=
                loads.load(minutes: assignment.interval.wholeMinutes, on: assignment.date)
        }
        return tally
    }
}
