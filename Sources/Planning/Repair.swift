import Calendars
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
}

/// Mends a roster after absences with the least change.
package struct RepairDesk: Sendable {
    /// Against each changed seat, in hundredths of a point: above everything that a wish or fairness can bring.
    private static let changeWeight = Hundredths(1_000_000)

    private let request: PlanRequest
    private let previous: [Assignment]

    /// `absences` are those that are new.
    package init(_ request: PlanRequest, absences: [Absence]) {
        let book = request.book
        var place = book.place.with(absences: book.place.absences + absences)
        var plan = place.plan
        plan.weights.change = Self.changeWeight
        place = place.with(plan: plan)
        self.previous = book.roster.assignments
        var mended = request
        mended.book = RosterBook(
            calendar: book.calendar, place: place, roster: book.roster, overlapping: book.overlapping,
            takeovers: book.takeovers)
        mended.previous = previous
        self.request = mended
    }

    /// Only the holes are open: everybody else stays.
    package func narrow() -> PlanModel { model(keeping: { !isAway($0) }) }

    /// Everybody who is not pinned may move, at a price.
    package func wide() -> PlanModel { model(keeping: { $0.isPinned && !isAway($0) }) }

    /// The roster as it stands, without those who are away.
    package func start(of model: PlanModel) -> SeatPlan { model.plan(of: previous.filter { !isAway($0) }) }

    private func isAway(_ assignment: Assignment) -> Bool {
        request.book.place.absences.contains {
            $0.person == assignment.person && $0.interval.overlaps(assignment.interval)
        }
    }

    private func model(keeping isKept: (Assignment) -> Bool) -> PlanModel {
        let book = request.book
        let kept = book.roster.assignments.filter(isKept)
        var request = request
        request.isReplacing = false
        // Slots are laid out as they were: the rows of whoever is away stay rows.
        request.rows = request.rows.merging(rowsOfAway) { ($0 + $1).uniqued() }
        request.book = RosterBook(
            calendar: book.calendar, place: book.place,
            roster: Roster(period: book.roster.period, tables: book.roster.tables, assignments: kept),
            overlapping: book.overlapping, takeovers: book.takeovers)
        return PlanModel(request)
    }

    private var rowsOfAway: [Ordinal<Unit>: [TableSlot]] { TableSlot.rows(of: previous, in: request.book.place) }

    /// What a plan changes in the roster as it stood.
    package func repair(_ plan: SeatPlan, of model: PlanModel) -> Repair {
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

extension PlanModel {
    /// The same problem with a price on what other plans already do, so that another way is found.
    package func avoiding(_ repairs: [Repair]) -> SeatProblem {
        var problem = problem
        for change in repairs.flatMap(\.changes) {
            guard let to = change.to, let person = number(of: to),
                let slot = slots.firstIndex(where: { SlotKey($0) == SlotKey(change.slot) })
            else { continue }
            problem.slots[slot].candidates = problem.slots[slot].candidates.map {
                $0.person == person ? .init($0.person, cost: $0.cost + Self.avoidance) : $0
            }
        }
        return problem
    }

    private static let avoidance = ScoreUnit.point * 5_000
}
