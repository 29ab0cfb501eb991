/// The slots of some stations as clauses, with a literal to assume for every fact.
///
/// The other slots of these stations lie beside it: of them nothing is known, unless a question assumes that nobody sits
/// in them or that a plan's people do. Limits that count duties, and the number of people a slot holds at most, are
/// added when a model breaks them.
struct SeatEncoding {
    let problem: SeatProblem
    /// The slots that are asked about, then those beside them.
    let slots: [Int]
    let asked: Int
    let beside: Beside
    /// Seconds of rest for people who are asked less than the limit says.
    let shorterRest: [Int32: Int64]
    let solver = Solver()
    let always: Literal
    /// Nobody sits beside the slots but the people of the plan.
    let closed: Literal
    /// All of these do sit there.
    let still: Literal
    private(set) var literals: [Fact: Literal] = [:]
    /// For each slot here, in the order of `slots`: who may sit in it and the literal that says so.
    private(set) var seats: [[Seat]] = []
    /// For each slot here: the literals of “at least 1, 2, … people”.
    private(set) var levels: [[Literal]] = []
    private(set) var people: [PersonShifts]
    var added: Set<Counter> = []

    struct Seat {
        let person: Int32
        let literal: Literal
    }

    init(
        _ problem: SeatProblem, slots: [Int], beside others: [Int: [Int32]] = [:], shorterRest: [Int32: Int64] = [:]
    ) {
        self.problem = problem
        asked = slots.count
        self.slots = slots + others.keys.sorted()
        beside = Beside(others.keys.map { problem.slots[$0] })
        self.shorterRest = shorterRest
        always = solver.variable()
        closed = solver.variable()
        still = solver.variable()
        people = []
        solver.add(always)
        solver.add(-still, closed)
        if problem.limits.most != nil { literals[.most] = solver.variable() }
        if problem.limits.window != nil { literals[.window] = solver.variable() }
        addSeats()
        addSeats(beside: others)
        addShifts()
        for person in people.indices { addConflicts(of: Int32(person)) }
        addApart()
        if problem.limits.isRankKept { addRank() }
    }

    /// All facts that concern these slots, in order.
    var facts: [Fact] { literals.keys.sorted() }

    /// The literal of a fact, made when it is first asked for.
    mutating func literal(_ fact: Fact) -> Literal {
        if let known = literals[fact] { return known }
        let new = solver.variable()
        literals[fact] = new
        return new
    }

    private mutating func addSeats() {
        for number in slots.prefix(asked) {
            let slot = problem.slots[number]
            var sitting = slot.candidates.map { Seat(person: $0.person, literal: solver.variable()) }
            let candidates = Set(slot.candidates.map(\.person))
            for person in slot.pinned.sorted() where !candidates.contains(person) {
                sitting.append(Seat(person: person, literal: solver.variable()))
            }
            for seat in sitting where slot.pinned.contains(seat.person) {
                solver.add(-literal(.pinned(slot: number, person: seat.person)), seat.literal)
            }
            let free = Set(sitting.map(\.person))
            for barred in slot.barred where !free.contains(barred.person) && !barred.leaves.isEmpty {
                let seat = Seat(person: barred.person, literal: solver.variable())
                for leave in barred.leaves { solver.add(-literal(.leave(leave)), -seat.literal) }
                sitting.append(seat)
            }
            seats.append(sitting)
            levels.append(solver.atLeast(upTo: slot.count, of: sitting.map(\.literal)))
            if let full = levels[levels.count - 1].last { literals[.slot(number)] = full }
        }
    }

    private mutating func addSeats(beside plan: [Int: [Int32]]) {
        for number in slots.dropFirst(asked) {
            seats.append((plan[number] ?? []).filter { $0 >= 0 }.map { Seat(person: $0, literal: still) })
            levels.append([])
        }
    }

    private mutating func addShifts() {
        var shifts = [[PersonShifts.Shift]](repeating: [], count: problem.people.count)
        for (number, sitting) in zip(slots, seats) {
            for seat in sitting {
                let shift = PersonShifts.Shift(problem.slots[number], number: number, literal: seat.literal)
                shifts[Int(seat.person)].append(shift)
            }
        }
        people = zip(shifts, problem.people).map { shifts, member in
            guard !shifts.isEmpty else { return PersonShifts([]) }
            return PersonShifts(shifts + member.busy.map { PersonShifts.Shift($0, always: always) })
        }
    }
}

/// When the shifts begin and end that lie beside the slots of an encoding: with them one of its duties may go on.
struct Beside {
    private var starts: Set<Edge> = []
    private var ends: Set<Edge> = []

    private struct Edge: Hashable {
        let station: Int32
        let time: Int64
    }

    init(_ slots: [SeatProblem.Slot]) {
        for slot in slots {
            starts.insert(Edge(station: slot.station, time: slot.start))
            ends.insert(Edge(station: slot.station, time: slot.end))
        }
    }

    func precedes(_ shift: PersonShifts.Shift) -> Bool {
        ends.contains(Edge(station: shift.station, time: shift.start))
    }

    func follows(_ shift: PersonShifts.Shift) -> Bool {
        starts.contains(Edge(station: shift.station, time: shift.end))
    }
}
