import Calendars
import RandomPlaces
import RosterRules
import Rosters
import Testing

@testable import Planning

@Suite struct PlannedPlaceTests {
    /// The rules that a planned roster answers for; the others judge papers and telephones.
    private static let rules: Set<RuleName> = [
        .qualified, .eligible, .doubleBooked, .rest, .dutyLength, .onLeave, .mostDuties, .mostInWindow,
        .mostConsecutive, .apart, .outranked,
    ]

    private struct Fault: Hashable {
        let rule: RuleName
        let people: [Ordinal<Person>]
    }

    private func faults(_ roster: Roster, of book: RosterBook) -> Set<Fault> {
        let report = Check.run(
            RosterBook(
                calendar: book.calendar, place: book.place, roster: roster, overlapping: book.overlapping,
                takeovers: book.takeovers))
        return Set(
            report.findings.filter { Self.rules.contains($0.rule) }.map { Fault(rule: $0.rule, people: $0.people) })
    }

    @Test(arguments: 0..<300)
    func `On a random place a plan breaks no rule, keeps every kept name, and a seat is left empty only where it must`(
        seed: Int
    ) {
        let book = RandomPlace.book(seed: seed)
        let request = PlanRequest(book: book, isReplacing: seed % 3 > 0)
        let model = PlanModel(request)
        let plan = model.solved(moves: 4_000, seed: UInt64(seed))
        let roster = model.roster(of: plan)
        let before = Roster(
            period: roster.period, tables: roster.tables, assignments: request.kept + model.others)
        let new = faults(roster, of: book).subtracting(faults(before, of: book))
        #expect(new.isEmpty)
        for kept in request.kept {
            #expect(
                roster.assignments.contains {
                    SlotKey($0) == SlotKey(kept) && $0.person == kept.person && $0.isPinned == kept.isPinned
                })
        }
        let empty = model.unfilled(in: plan).map(\.slot)
        guard !empty.isEmpty else { return }
        if case .possible = Feasibility.decide(model.problem, empty: empty) {
            Issue.record("seats stay empty although all can be filled")
        }
    }
}

extension PlanModel {
    /// What stands at posts that the period does not plan.
    var others: [Assignment] {
        let stations = Set(slots.map { PostOfUnit(unit: $0.unit, post: $0.post) })
        return request.book.roster.assignments.filter {
            !stations.contains(PostOfUnit(unit: $0.unit, post: $0.post))
        }
    }
}
