/// The slots of some stations as clauses, with a literal to assume for every fact.
///
/// Whole stations only: then what is impossible among them is impossible in the whole problem. Limits that count
/// duties, and the number of people a slot holds at most, are added when a model breaks them.
struct SeatEncoding {
    let problem: SeatProblem
    let slots: [Int]
    /// Seconds of rest for people who are asked less than the limit says.
    let shorterRest: [Int32: Int64]
    let solver = Solver()
    let always: Literal
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

    init(_ problem: SeatProblem, slots: [Int], shorterRest: [Int32: Int64] = [:]) {
        self.problem = problem
        self.slots = slots
        self.shorterRest = shorterRest
        always = solver.variable()
        people = []
        solver.add(always)
        if problem.limits.most != nil { literals[.most] = solver.variable() }
        if problem.limits.window != nil { literals[.window] = solver.variable() }
        addSeats()
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
        for number in slots {
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
