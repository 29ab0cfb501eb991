/// The fast arrays of the kernel.
typealias Flat = ContiguousArray

/// A ``SeatProblem`` in flat arrays, made once; nothing in it changes while plans do.
struct SeatTables: Sendable {
    let limits: SeatProblem.Limits
    let weights: SeatProblem.Weights
    private(set) var slots: Flat<Slot> = []
    /// The slot of each seat; the seats of a slot are neighbours, the pinned ones first.
    private(set) var slotOfSeat: Flat<Int32> = []
    private(set) var pinned: Flat<Int32> = []
    /// The candidates of all slots, slot by slot, ascending by person within one.
    private(set) var candidates: Flat<SeatProblem.Candidate> = []
    /// The seats that a search may change.
    private(set) var freeSeats: Flat<Int32> = []
    /// What those cost who are pinned.
    private(set) var pinnedCosts: Int64 = 0
    let people: PeopleTables
    let company: CompanyTables
    let days: DayRange
    let months: Int

    /// One slot, with where its seats and candidates lie.
    struct Slot: BitwiseCopyable, Sendable {
        let start: Int64
        let end: Int64
        let load: Int64
        let priority: Int64
        let station: Int32
        /// Days from the first day of the tables.
        let day: Int32
        /// Months from the first month of the problem.
        let month: Int32
        let firstSeat: Int32
        let seatCount: Int32
        let pinnedCount: Int32
        let firstCandidate: Int32
        let candidateCount: Int32
        let isLeader: Bool
        let isOnSite: Bool

        var seats: Range<Int> { Int(firstSeat)..<Int(firstSeat + seatCount) }
        var freeSeats: Range<Int> { Int(firstSeat + pinnedCount)..<Int(firstSeat + seatCount) }
        var candidates: Range<Int> { Int(firstCandidate)..<Int(firstCandidate + candidateCount) }
    }

    init(_ problem: SeatProblem) {
        limits = problem.limits
        weights = problem.weights
        days = DayRange(problem)
        let firstMonth = problem.slots.lazy.map(\.month).min() ?? 0
        months = Int((problem.slots.lazy.map(\.month).max() ?? 0) - firstMonth) + 1
        people = PeopleTables(problem)
        company = CompanyTables(problem)
        for slot in problem.slots { add(slot, firstMonth: firstMonth) }
    }

    /// Months, spacing or teams count, or days must be known.
    var hasExtras: Bool { weights.months != 0 || countsDates || company.hasTeams }
    var countsDates: Bool { weights.spacing != 0 || limits.consecutive != nil }
    /// A limit looks further than the shifts just before and after.
    var looksFurther: Bool { limits.most != nil || limits.window != nil || limits.consecutive != nil }

    private mutating func add(_ slot: SeatProblem.Slot, firstMonth: Int32) {
        let sitting = slot.pinned.prefix(slot.count)
        let open = slot.candidates.filter { candidate in
            !sitting.contains(candidate.person) && people.allows(candidate.person, slot, limits: limits)
        }
        slots.append(
            Slot(
                start: slot.start, end: slot.end, load: slot.load, priority: slot.priority, station: slot.station,
                day: days.position(slot.day), month: slot.month - firstMonth, firstSeat: Int32(slotOfSeat.count),
                seatCount: Int32(slot.count), pinnedCount: Int32(sitting.count),
                firstCandidate: Int32(candidates.count), candidateCount: Int32(open.count), isLeader: slot.isLeader,
                isOnSite: slot.isOnSite))
        freeSeats += (slotOfSeat.count + sitting.count..<slotOfSeat.count + slot.count).map(Int32.init)
        slotOfSeat += repeatElement(Int32(slots.count - 1), count: slot.count)
        pinned += sitting
        pinned += repeatElement(-1, count: slot.count - sitting.count)
        candidates += open
        pinnedCosts += sitting.reduce(0) { sum, person in
            sum + (slot.candidates.first { $0.person == person }?.cost ?? 0)
        }
    }

    /// Where the person stands among the candidates of the slot; nil where he is none.
    @inline(__always)
    func candidate(_ person: Int32, at slot: Int) -> Int? {
        var low = Int(slots[slot].firstCandidate)
        let end = low + Int(slots[slot].candidateCount)
        var high = end
        while low < high {
            let middle = (low &+ high) >> 1
            if candidates[middle].person < person { low = middle &+ 1 } else { high = middle }
        }
        return low < end && candidates[low].person == person ? low : nil
    }
}
