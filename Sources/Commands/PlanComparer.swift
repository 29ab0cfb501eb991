import Planning
import Rosters
import Wording

/// `duty plan compare A B`: two rosters of one period, by score and by who gains and loses.
struct PlanComparer {
    let first: String
    let second: String
    let output: OutputOptions
    let database: DatabaseOptions

    func run() throws {
        let desk = try PlanDesk(first, database: database, output: output, isReplacing: true)
        let other = try PlanDesk(second, database: database, output: output, isReplacing: true)
        guard desk.place.key == other.place.key else { throw Misuse.otherPlace(desk.place.name, other.place.name) }
        guard desk.period == other.period, desk.loaded.book.window == other.loaded.book.window else {
            throw PlanMisuse.otherPeriod(Self.period(of: desk), Self.period(of: other))
        }
        let comparison = PlanComparison(
            desk.request, Self.translated(other.loaded.book.roster.assignments, from: other.place, to: desk.place))
        if output.isJSON {
            Terminal.say(json(comparison, desk).rendered())
        } else {
            output.say(PlanNotes(place: desk.place).comparison(desk.period))
            let wording = ComparisonWording(place: desk.place)
            for phrase in wording.lines(comparison, names: [first, second]) { output.say(phrase) }
            if comparison.scores.contains(where: { !$0.isComplete }) { output.say(PlanNotes.emptySeats) }
        }
    }

    /// The period by its key and its time, since either may be what differs.
    private static func period(of desk: PlanDesk) -> String {
        "\(desk.period) (\(desk.place.zone.span(desk.loaded.book.window)))"
    }

    /// The same duties by the other place's people, units and posts; what it does not know is left out.
    static func translated(_ assignments: [Assignment], from: Place, to: Place) -> [Assignment] {
        assignments.compactMap { assignment in
            guard let person = to.person(from[assignment.person].id), let unit = to.unit(from[assignment.unit].id),
                let post = to.post(from[assignment.post].key)
            else { return nil }
            return Assignment(
                person: person, unit: unit, post: post, date: assignment.date, interval: assignment.interval,
                isPrimary: assignment.isPrimary, isPinned: assignment.isPinned, line: Int(assignment.line))
        }
    }

    private func json(_ comparison: PlanComparison, _ desk: PlanDesk) -> JSON {
        .object([
            "period": .text(desk.period), "scores": .list(comparison.scores.map(PlanJSON.score)),
            "filled": .list(comparison.scores.map { .number($0.filled) }),
            "seats": .number(comparison.scores.first?.seats ?? 0),
            "people": .list(
                comparison.differences.map { difference in
                    .object([
                        "person": .text(desk.place[difference.person].id.text),
                        "duties": .list(difference.duties.map { .number($0) }),
                        "loads": .list(difference.loads.map(PlanJSON.halfDays)),
                        "gain": PlanJSON.halfDays(difference.gain),
                    ])
                }),
        ])
    }
}
