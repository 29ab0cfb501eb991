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

    /// One person's part in a finding.
    private struct Fault: Hashable {
        let rule: RuleName
        let unit: Ordinal<Unit>?
        let interval: Interval
        let person: Ordinal<Person>
    }

    private func faults(_ roster: Roster, of book: RosterBook) -> Set<Fault> {
        let period = roster.period.with(requires: roster.period.requires, received: nil)
        let report = Check.run(
            RosterBook(
                calendar: book.calendar, place: book.place,
                roster: Roster(period: period, tables: roster.tables, assignments: roster.assignments),
                overlapping: book.overlapping, takeovers: book.takeovers))
        return Set(
            report.findings.filter { Self.rules.contains($0.rule) }.flatMap { finding in
                finding.people.map {
                    Fault(rule: finding.rule, unit: finding.unit, interval: finding.interval, person: $0)
                }
            })
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
            period: roster.period, tables: roster.tables, assignments: model.slots.flatMap(model.kept))
        let new = faults(roster, of: book).subtracting(faults(before, of: book))
        let found = new.map { "\($0.rule) \($0.unit?.index ?? -1) \($0.interval) \($0.person.index)" }.sorted()
        #expect(found == [], "takeovers \(book.takeovers.count), other periods \(book.overlapping.count)")
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
    /// What stays in a slot, as it stands.
    fileprivate func kept(in slot: PlanSlot) -> [Assignment] {
        request.book.roster.assignments.filter { SlotKey($0) == SlotKey(slot) && slot.kept.contains($0.person) }
    }
}
