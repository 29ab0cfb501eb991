package import Calendars
package import RosterRules
package import Rosters

/// A mended roster: who takes what from whom.
package struct Repair: Sendable {
    package struct Change: Hashable, Sendable {
        package let slot: PlanSlot
        /// Who stood there; nil where the seat was empty.
        package let from: Ordinal<Person>?
        /// Who takes it; nil where nobody can.
        package let to: Ordinal<Person>?
    }

    package let model: PlanModel
    package let plan: SeatPlan
    package let changes: [Change]

    package var isComplete: Bool { changes.allSatisfy { $0.to != nil } }
}

/// Mends a roster after new absences with the least change: all else stays as it stood, gaps and older faults too.
package struct RepairDesk: Sendable {
    /// Only the seats of the roster; every other one is empty by what was decided before.
    package let model: PlanModel
    private let previous: [Assignment]
    private let absences: [Absence]
    /// What begins earlier stays.
    private let begin: Instant?

    /// `absences` are those that are new; before `begin` nothing changes, else before the first of them.
    package init(_ request: PlanRequest, absences: [Absence], from begin: Instant? = nil) {
        let book = request.book
        self.previous = book.roster.assignments
        self.absences = absences
        self.begin = begin
        let first = begin ?? absences.map(\.interval.start).min()
        let absent = Dictionary(grouping: absences, by: \.person)
        func isTakenOff(_ assignment: Assignment) -> Bool {
            Self.isTakenOff(assignment, absent[assignment.person] ?? [], from: begin)
        }
        var mended = request
        mended.book = book.with(place: book.place.with(absences: book.place.absences + absences))
        mended.previous = nil
        self.model = PlanModel(
            standing: mended, open: isTakenOff,
            keeping: { stood in
                !isTakenOff(stood) && (stood.isPinned || first.map { stood.interval.start < $0 } ?? false)
            })
    }

    private static func isTakenOff(_ assignment: Assignment, _ absences: [Absence], from begin: Instant?) -> Bool {
        begin.map { $0 <= assignment.interval.start } ?? true
            && absences.contains { $0.interval.overlaps(assignment.interval) }
    }

    /// The roster as it stands, without those who are away.
    package var start: SeatPlan {
        let absent = Dictionary(grouping: absences, by: \.person)
        return model.plan(of: previous.filter { !Self.isTakenOff($0, absent[$0.person] ?? [], from: begin) })
    }

    /// Up to so many ways, the least change first; `goesOn` is asked with the number of steps so far.
    package func ways(most: Int, seed: UInt64, while goesOn: @escaping (Int) -> Bool) -> [Repair] {
        var search = RepairSearch(model.problem, from: start, while: goesOn)
        return search.plans(most: most, seed: seed).map(repair)
    }

    /// What a plan changes in the roster as it stood.
    package func repair(_ plan: SeatPlan) -> Repair {
        let before = Dictionary(grouping: previous) { SlotKey($0) }
        let changes = zip(model.slots, plan.seats).flatMap { slot, sitting -> [Repair.Change] in
            let old = (before[SlotKey(slot)] ?? []).map(\.person).uniqued()
            let new = sitting.filter { $0 >= 0 }.map { model.person($0) }
            let leaving = old.filter { !new.contains($0) }
            let coming = new.filter { !old.contains($0) }
            return (0..<max(leaving.count, coming.count)).map { number in
                Repair.Change(
                    slot: slot, from: number < leaving.count ? leaving[number] : nil,
                    to: number < coming.count ? coming[number] : nil)
            }
        }
        return Repair(model: model, plan: plan, changes: changes)
    }
}

extension Repair {
    /// The roster with the changes; names that stay keep their order.
    package var roster: Roster {
        let old = model.request.book.roster
        var open = Dictionary(grouping: changes) { SlotKey($0.slot) }
        let assignments = old.assignments.compactMap { stood -> Assignment? in
            let key = SlotKey(stood)
            guard let number = open[key]?.firstIndex(where: { $0.from == stood.person }) else { return stood }
            return open[key]?.remove(at: number).to.map { person in
                Assignment(
                    person: person, unit: stood.unit, post: stood.post, date: stood.date, interval: stood.interval,
                    isPrimary: stood.isPrimary, line: Int(stood.line))
            }
        }
        return Roster(period: old.period, tables: old.tables, assignments: assignments)
    }

    /// For each change without anybody, what keeps the people of the post's pool out.
    package var exclusions: [(change: Change, reasons: [Exclusion])] {
        let open = changes.filter { $0.to == nil }
        guard !open.isEmpty else { return [] }
        let book = model.request.book
        let question = SlotExclusions(
            RosterBook(
                calendar: book.calendar, place: book.place,
                roster: Roster(
                    period: book.roster.period, tables: book.roster.tables, assignments: roster.assignments),
                overlapping: book.overlapping, takeovers: book.takeovers))
        return open.map { ($0, question.reasons(at: $0.slot)) }
    }
}
