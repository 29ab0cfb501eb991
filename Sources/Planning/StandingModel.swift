import RosterRules
import Rosters

extension PlanModel {
    /// The seats in which somebody stands and no others; whoever breaks a rule already stays as if pinned.
    init(standing request: PlanRequest, open isOpen: (Assignment) -> Bool, keeping isKept: (Assignment) -> Bool) {
        let context = CheckContext(request.book.withoutReceipts)
        let place = request.book.place
        let ranks = Dictionary(
            context.needs.map { (PostOfUnit(unit: $0.unit, post: $0.post), $0.rank) },
            uniquingKeysWith: { first, _ in first })
        let standing = request.book.roster.assignments
        let slots = Dictionary(grouping: standing) { SlotKey($0) }.map { key, seated in
            PlanSlot(
                unit: key.unit, post: key.post, date: key.date, interval: key.interval,
                count: Set(seated.map(\.person)).count, kept: seated.filter(isKept).map(\.person).uniqued(),
                rank: ranks[PostOfUnit(unit: key.unit, post: key.post)] ?? nil)
        }.sorted { PlanSlot.isBefore($0, $1, in: place) }
        let builder = SeatProblemBuilder(
            request: request, context: context, slots: slots, guests: standing.map(\.person))
        self.request = request
        self.slots = slots
        self.members = builder.members
        self.problem = Self.pinning(
            builder.problem(), asIn: Self.seats(of: slots, builder.members, standing.filter { !isOpen($0) }))
        self.lenders = []
    }

    private static func seats(
        of slots: [PlanSlot], _ members: [Ordinal<Person>], _ standing: [Assignment]
    ) -> SeatPlan {
        let numbers = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, Int32($0)) })
        let standing = Dictionary(grouping: standing) { SlotKey($0) }
        return SeatPlan(
            seats: slots.map { slot in (standing[SlotKey(slot)] ?? []).compactMap { numbers[$0.person] }.uniqued() })
    }

    /// Pins whoever could not be seated anew where he sits: it is not this plan's to mend.
    private static func pinning(_ problem: SeatProblem, asIn start: SeatPlan) -> SeatProblem {
        var problem = problem
        var isWhole = false
        while !isWhole {
            isWhole = true
            let board = SeatBoard(SeatTables(problem), from: start)
            for slot in problem.slots.indices {
                let sitting = board.seats[board.tables.slots[slot].seats]
                for person in start.seats[slot] where !sitting.contains(person) {
                    problem.slots[slot].pinned.append(person)
                    isWhole = false
                }
            }
        }
        return problem.sparingTheDoubleBooked()
    }
}
