import Calendars
import RosterRules
package import Rosters

/// A planning problem of a place, beside the same problem in numbers.
package struct PlanModel: Sendable {
    package let request: PlanRequest
    /// In the order of ``PlanSlot/isBefore(_:_:in:)``, as in ``problem``.
    package let slots: [PlanSlot]
    /// Who is a person of the problem: candidates, people who stay, people whom leaves keep out; by id.
    package let members: [Ordinal<Person>]
    package let problem: SeatProblem
    /// For each slot, who could be lent to it from other units, the best first; empty where nobody asked.
    package let lenders: [[Int32]]

    /// With slots by number, people of other units who could be lent to them are people of the problem too, whoever
    /// has least to do in `standing` first; so are `guests`, even where they are candidates nowhere.
    package init(
        _ request: PlanRequest, lendingTo needy: [Int] = [], standing: [Assignment]? = nil,
        guests: [Ordinal<Person>] = [], by slicer: some Slicer = WholeWalk()
    ) {
        let context = CheckContext(request.book.withoutReceipts, by: slicer)
        let place = request.book.place
        let kept = Dictionary(grouping: request.kept) { PostOfUnit(unit: $0.unit, post: $0.post) }
        let laid = context.needs.flatMap { need in
            SlotLayout(
                place: place, need: need, rows: request.rows[need.unit] ?? [],
                kept: kept[PostOfUnit(unit: need.unit, post: need.post)] ?? []
            ).slots()
        }
        let slots = (laid + Self.unplanned(request.book.roster, beside: laid))
            .sorted { PlanSlot.isBefore($0, $1, in: place) }
        let lending = Lending(
            slots: slots, needy: needy, of: request, standing: standing ?? request.book.roster.assignments)
        self.init(request, context, slots, lending, guests)
    }

    private init(
        _ request: PlanRequest, _ context: CheckContext, _ slots: [PlanSlot], _ lending: Lending,
        _ guests: [Ordinal<Person>] = []
    ) {
        let builder = SeatProblemBuilder(
            request: request, context: context, slots: slots, guests: lending.people + guests)
        self.request = request
        self.slots = slots
        self.members = builder.members
        self.problem = builder.problem()
        self.lenders = lending.lenders(among: builder.members)
    }

    /// The same slots with those who could be lent to some of them; in numbers anew only where they are new people.
    package func lending(
        to needy: [Int], standing: [Assignment], by slicer: some Slicer = WholeWalk()
    ) -> PlanModel {
        let lending = Lending(slots: slots, needy: needy, of: request, standing: standing)
        guard Set(lending.people).isSubset(of: members) else {
            return PlanModel(request, CheckContext(request.book.withoutReceipts, by: slicer), slots, lending)
        }
        return PlanModel(
            request: request, slots: slots, members: members, problem: problem,
            lenders: lending.lenders(among: members))
    }

    private init(
        request: PlanRequest, slots: [PlanSlot], members: [Ordinal<Person>], problem: SeatProblem, lenders: [[Int32]]
    ) {
        self.request = request
        self.slots = slots
        self.members = members
        self.problem = problem
        self.lenders = lenders
    }

    /// What stands at posts for which nothing is laid out: it stays, and its people bear it like the rest.
    private static func unplanned(_ roster: Roster, beside laid: [PlanSlot]) -> [PlanSlot] {
        let planned = Set(laid.map { PostOfUnit(unit: $0.unit, post: $0.post) })
        let others = roster.assignments.filter { !planned.contains(PostOfUnit(unit: $0.unit, post: $0.post)) }
        return Dictionary(grouping: others) { SlotKey($0) }.map { key, standing in
            let people = standing.map(\.person).uniqued()
            return PlanSlot(
                unit: key.unit, post: key.post, date: key.date, interval: key.interval, count: people.count,
                kept: people, rank: nil)
        }
    }

    package var place: Place { request.book.place }

    /// How many shifts the planner chose, which no table names: what is proved of the plan is proved for these.
    package var shiftsLaidOut: Int { slots.count(where: \.isLaid) }

    /// The person of the problem with this number.
    package func person(_ number: Int32) -> Ordinal<Person> { members[Int(number)] }

    package func number(of person: Ordinal<Person>) -> Int32? {
        members.firstIndex(of: person).map(Int32.init)
    }
}

extension PlanModel {
    /// Whether a mark keeps somebody in a slot; without one a name stays only because it stood in the table.
    package func isMarked(_ person: Int32, in slot: Int) -> Bool {
        let key = SlotKey(slots[slot])
        return request.book.roster.assignments.contains {
            $0.isPinned && $0.person == self.person(person) && SlotKey($0) == key
        }
    }
}

extension RosterBook {
    /// The same where everything counts as sent in: what is planned was not, yet.
    package var withoutReceipts: RosterBook {
        let period = roster.period.with(requires: roster.period.requires, received: nil)
        return RosterBook(
            calendar: calendar, place: place,
            roster: Roster(period: period, tables: roster.tables, assignments: roster.assignments),
            overlapping: overlapping, takeovers: takeovers)
    }
}

/// A post as one unit keeps it.
struct PostOfUnit: Hashable {
    let unit: Ordinal<Unit>
    let post: Ordinal<Post>
}

extension PlanModel {
    /// The plan that the kept names and, where it is given, a roster make.
    package func plan(of assignments: [Assignment]) -> SeatPlan {
        let numbers = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, Int32($0)) })
        let standing = Dictionary(grouping: assignments) { SlotKey($0) }
        return SeatPlan(
            seats: slots.map { slot in
                let people = (standing[SlotKey(slot)] ?? []).compactMap { numbers[$0.person] }.uniqued()
                let seated = people.prefix(slot.count)
                return Array(seated) + Array(repeating: -1, count: slot.count - seated.count)
            })
    }

    /// A plan of another model of the same slots by the numbers that people have here.
    package func plan(_ plan: SeatPlan, of other: PlanModel) -> SeatPlan {
        let numbers = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, Int32($0)) })
        return SeatPlan(seats: plan.seats.map { $0.map { $0 < 0 ? -1 : numbers[other.person($0)] ?? -1 } })
    }

    /// The roster that a plan makes.
    package func roster(of plan: SeatPlan) -> Roster {
        let roster = request.book.roster
        let old = Dictionary(grouping: roster.assignments) { SlotKey($0) }
        let planned = zip(slots, plan.seats).flatMap { assignments(of: $0, $1, old: old[SlotKey($0)] ?? []) }
        return Roster(period: roster.period, tables: roster.tables + missingTables(), assignments: planned)
    }

    /// Kept names first and in their order, so that whoever was primary stays so.
    private func assignments(of slot: PlanSlot, _ sitting: [Int32], old: [Assignment]) -> [Assignment] {
        let old = Dictionary(old.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
        let people = ordered(sitting.filter { $0 >= 0 }.map { person($0) }, in: slot)
        return people.enumerated().map { position, person in
            Assignment(
                person: person, unit: slot.unit, post: slot.post, date: slot.date, interval: slot.interval,
                isPrimary: position == 0, isPinned: old[person]?.isPinned ?? false,
                line: Int(old[person]?.line ?? 0))
        }
    }

    /// Those who stay in their order, then the others: the highest rank first (主班), then by id.
    private func ordered(_ people: [Ordinal<Person>], in slot: PlanSlot) -> [Ordinal<Person>] {
        let kept = slot.kept.filter(people.contains)
        let others = people.filter { !kept.contains($0) }.sorted { left, right in
            let (rank, other) = (place[left].rank?.level ?? -1, place[right].rank?.level ?? -1)
            return rank != other ? rank > other : place[left].id < place[right].id
        }
        return kept + others
    }

    private func missingTables() -> [UnitTable] {
        let roster = request.book.roster
        let units = Dictionary(grouping: slots, by: \.unit)
        return units.keys.sorted().filter { roster.table(of: $0) == nil }.map { unit in
            UnitTable(
                unit: unit, file: "\(place[unit].id).csv", posts: (units[unit] ?? []).map(\.post).uniqued())
        }
    }
}

/// What makes two assignments seats of one slot.
struct SlotKey: Hashable {
    let unit: Ordinal<Unit>
    let post: Ordinal<Post>
    let date: CivilDate
    let interval: Interval

    init(_ slot: PlanSlot) {
        unit = slot.unit
        post = slot.post
        date = slot.date
        interval = slot.interval
    }

    init(_ assignment: Assignment) {
        unit = assignment.unit
        post = assignment.post
        date = assignment.date
        interval = assignment.interval
    }
}
