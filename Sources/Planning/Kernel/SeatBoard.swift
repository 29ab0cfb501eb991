/// Who sits where, with everything counted that a limit or the score asks for, kept up to date seat by seat.
///
/// The board never judges by itself: ``put(_:at:cost:)`` seats whomever it is told to. Ask ``canSit(_:at:)`` first.
struct SeatBoard: Sendable {
    let tables: SeatTables
    /// The person of each seat; -1 is empty.
    var seats: Flat<Int32>
    /// What the person of each seat costs there beside fairness.
    var costs: Flat<Int64>
    /// Each person's shifts in the order of time, within the range that the tables give.
    var entries: Flat<SeatEntry>
    var entryCounts: Flat<Int32>
    /// History and load of each person.
    var loads: Flat<Int64>
    /// Load by person and month, where months count.
    var monthLoads: Flat<Int64>
    /// Shifts by person and day, without and with standing duties, where days count.
    var dates: Flat<Int16>
    var datesWithBusy: Flat<Int16>
    /// Duties by person and the day on which they begin, where a window limits them.
    var dutyStarts: Flat<Int16>
    var score: SeatScore

    init(_ tables: SeatTables) {
        self.tables = tables
        let people = tables.people.history.count
        seats = Flat(repeating: -1, count: tables.slotOfSeat.count)
        costs = Flat(repeating: 0, count: tables.slotOfSeat.count)
        entries = Flat(repeating: .none, count: Int(tables.people.firstEntry[people]))
        entryCounts = Flat(repeating: 0, count: people)
        loads = tables.people.history
        monthLoads = Flat(repeating: 0, count: tables.weights.months != 0 ? people * tables.months : 0)
        let days = people * tables.days.count
        let counts = tables.countsDates
        dates = Flat(repeating: 0, count: counts ? days : 0)
        datesWithBusy = dates
        dutyStarts = Flat(repeating: 0, count: tables.limits.window != nil ? days : 0)
        score = SeatScore()
        score.empty = tables.slots.reduce(0) { $0 + $1.priority * Int64($1.seatCount) }
        score.fairness = loads.reduce(0) { $0 + $1 * $1 } * tables.weights.fairness
        score.costs = tables.pinnedCosts
        for person in 0..<people { seatBusy(of: person) }
        for seat in tables.pinned.indices where tables.pinned[seat] >= 0 { put(tables.pinned[seat], at: seat, cost: 0) }
    }

    /// Takes over the plan as far as the limits allow, and says so.
    init(_ tables: SeatTables, from plan: SeatPlan) {
        self.init(tables)
        for (slot, sitting) in zip(tables.slots.indices, plan.seats) {
            for person in sitting where person >= 0 {
                guard let candidate = tables.candidate(person, at: slot), canSit(person, at: slot) else { continue }
                guard let seat = tables.slots[slot].freeSeats.first(where: { seats[$0] < 0 }) else { break }
                put(person, at: seat, cost: tables.candidates[candidate].cost)
            }
        }
    }

    /// Seats as they were on another board of the same tables; this one must hold no more than the pinned.
    mutating func take(_ legal: Flat<Int32>) {
        for seat in legal.indices where legal[seat] >= 0 && seats[seat] < 0 {
            let candidate = tables.candidate(legal[seat], at: Int(tables.slotOfSeat[seat]))
            put(legal[seat], at: seat, cost: candidate.map { tables.candidates[$0].cost } ?? 0)
        }
    }

    var plan: SeatPlan { SeatPlan(tables, seats: seats) }

    private mutating func seatBusy(of person: Int) {
        let first = Int(tables.people.firstEntry[person])
        for index in Int(tables.people.firstBusy[person])..<Int(tables.people.firstBusy[person + 1]) {
            let duty = tables.people.busy[index]
            entries[first + Int(entryCounts[person])] = duty
            entryCounts[person] += 1
            if !dutyStarts.isEmpty { count(in: \.dutyStarts, person, given: duty.day) }
        }
        guard !datesWithBusy.isEmpty else { return }
        for index in Int(tables.people.firstBusyDate[person])..<Int(tables.people.firstBusyDate[person + 1]) {
            count(in: \.datesWithBusy, person, given: tables.people.busyDates[index])
        }
    }

    private mutating func count(in counts: WritableKeyPath<SeatBoard, Flat<Int16>>, _ person: Int, given day: Int32) {
        guard tables.days.contains(day) else { return }
        self[keyPath: counts][person * tables.days.count + Int(tables.days.position(day))] += 1
    }

    /// Where the person sits in the slot; nil where he does not.
    @inline(__always)
    func seat(of person: Int32, in slot: Int) -> Int? {
        for seat in tables.slots[slot].seats where seats[seat] == person { return seat }
        return nil
    }

    @inline(__always)
    func range(of person: Int) -> Range<Int> {
        let first = Int(tables.people.firstEntry[person])
        return first..<first &+ Int(entryCounts[person])
    }
}

extension SeatPlan {
    init(_ tables: SeatTables, seats: Flat<Int32>) {
        self.init(seats: tables.slots.map { Array(seats[$0.seats]) })
    }
}
