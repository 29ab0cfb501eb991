/// Who and what must go together: slots whose ranks are compared, people kept apart, slots that share a shift.
struct CompanyTables: Sendable {
    /// For a leader's slot the overlapping other slots of its unit, for another slot the overlapping leader's slots.
    private(set) var rankSlots: Flat<Int32> = []
    private(set) var firstRankSlot: Flat<Int32> = []
    private(set) var apart: Flat<Int32> = []
    private(set) var firstApart: Flat<Int32> = []
    /// The slots that share the unit and the times of a slot, itself too, where teams count.
    private(set) var shiftSlots: Flat<Int32> = []
    private(set) var firstShiftSlot: Flat<Int32> = []
    let isRankKept: Bool
    let hasApart: Bool
    let hasTeams: Bool
    var hasLimits: Bool { isRankKept || hasApart }

    init(_ problem: SeatProblem) {
        isRankKept = problem.limits.isRankKept
        hasTeams = problem.weights.teams != 0
        hasApart = problem.people.contains { !$0.apart.isEmpty }
        let apart = problem.people.map(\.apart)
        self.apart = Flat(apart.joined())
        firstApart = PeopleTables.offsets(apart.map(\.count))
        let rankSlots = isRankKept ? Self.rankSlots(problem.slots) : problem.slots.map { _ in [] }
        self.rankSlots = Flat(rankSlots.joined())
        firstRankSlot = PeopleTables.offsets(rankSlots.map(\.count))
        let shiftSlots = hasTeams ? Self.shiftSlots(problem.slots) : problem.slots.map { _ in [] }
        self.shiftSlots = Flat(shiftSlots.joined())
        firstShiftSlot = PeopleTables.offsets(shiftSlots.map(\.count))
    }

    private static func rankSlots(_ slots: [SeatProblem.Slot]) -> [[Int32]] {
        let byUnit = Dictionary(grouping: slots.indices) { slots[$0].unit }
        return slots.map { slot in
            (byUnit[slot.unit] ?? []).filter { other in
                slots[other].isLeader != slot.isLeader && slots[other].start < slot.end
                    && slot.start < slots[other].end
            }.map(Int32.init)
        }
    }

    private static func shiftSlots(_ slots: [SeatProblem.Slot]) -> [[Int32]] {
        let byShift = Dictionary(grouping: slots.indices) { ShiftOfUnit(slots[$0]) }
        return slots.map { (byShift[ShiftOfUnit($0)] ?? []).map(Int32.init) }
    }

    @inline(__always)
    func rankSlots(of slot: Int) -> Range<Int> { Int(firstRankSlot[slot])..<Int(firstRankSlot[slot + 1]) }

    @inline(__always)
    func apart(from person: Int) -> Range<Int> { Int(firstApart[person])..<Int(firstApart[person + 1]) }

    @inline(__always)
    func shiftSlots(of slot: Int) -> Range<Int> { Int(firstShiftSlot[slot])..<Int(firstShiftSlot[slot + 1]) }
}
