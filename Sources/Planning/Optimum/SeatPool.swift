/// People and slots that share nothing with the rest of a problem, so that their optimum is theirs alone.
struct SeatPool {
    /// Positions in the problem, ascending.
    let people: [Int32]
    /// Positions in the problem, by start.
    let slots: [Int]
    /// The seats to fill, by the pool's slots: all for which there are different candidates.
    let needs: [Int]
    /// Where each slot's number of seats stands in a ``Fill``.
    let offsets: [Int]
    /// The bit above each slot's number, which shows whether more was taken than there is.
    let guards: Fill
    /// All seats that are to be filled.
    let whole: Fill

    /// A number of seats for every slot, side by side.
    typealias Fill = UInt128

    /// Nil if the slots do not fit a ``Fill``.
    init?(people: [Int32], slots: [Int], of problem: SeatProblem) {
        self.people = people
        self.slots = slots.filter { problem.slots[$0].count > 0 }.sorted {
            (problem.slots[$0].start, problem.slots[$0].end, $0) < (problem.slots[$1].start, problem.slots[$1].end, $1)
        }
        needs = self.slots.map { min(problem.slots[$0].count, problem.slots[$0].askable.count) }
        var offsets: [Int] = []
        var (next, guards, whole) = (0, Fill(0), Fill(0))
        for need in needs {
            offsets.append(next)
            let width = max(1, Int.bitWidth - need.leadingZeroBitCount)
            guard next + width < Fill.bitWidth else { return nil }
            whole |= Fill(need) << next
            guards |= 1 << (next + width)
            next += width + 1
        }
        (self.offsets, self.guards, self.whole) = (offsets, guards, whole)
    }
}

extension SeatProblem.Slot {
    /// Who sits here or may, ascending.
    var askable: [Int32] { Set(candidates.map(\.person) + pinned).sorted() }

    func cost(of person: Int32) -> Int64 { candidates.first { $0.person == person }?.cost ?? 0 }

    func overlaps(_ other: Self) -> Bool { start < other.end && other.start < end }
}
