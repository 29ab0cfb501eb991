/// A first plan: seat by seat whoever costs least, where few can sit first; then holes are filled by moving others.
struct SeedBuilder {
    private(set) var board: SeatBoard
    private var random: SeatRandom

    init(_ board: SeatBoard, random: SeatRandom) {
        self.board = board
        self.random = random
    }

    /// The board with as many seats filled as were found within the steps that its holes deserve.
    static func built(on board: SeatBoard, random: inout SeatRandom) -> SeatBoard {
        var builder = SeedBuilder(board, random: random)
        builder.insert()
        random = builder.random
        guard builder.board.score.empty > 0 else { return builder.board }
        var filler = HoleFiller(builder.board, random: random)
        filler.fill(steps: 500 + builder.board.seats.count)
        random = filler.random
        return filler.best
    }

    private mutating func insert() {
        for slot in order() {
            for seat in board.tables.slots[slot].freeSeats where board.seats[seat] < 0 {
                if let candidate = board.cheapest(at: slot) {
                    board.put(candidate.person, at: seat, cost: candidate.cost)
                }
            }
        }
    }

    /// Slots that weigh most first, leaders before others, then those with the fewest candidates to spare.
    private func order() -> [Int] {
        let slots = board.tables.slots
        func key(_ index: Int) -> (Int64, Int32, Int32, Int64, Int) {
            let slot = slots[index]
            let spare = slot.candidateCount - (slot.seatCount - slot.pinnedCount)
            return (-slot.priority, slot.isLeader ? 0 : 1, spare, slot.start, index)
        }
        return slots.indices.map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

extension SeatBoard {
    /// Who may sit in the slot now at the least cost; ties go to the first.
    func cheapest(at slot: Int) -> SeatProblem.Candidate? {
        var best: SeatProblem.Candidate?
        var least = Int64.max
        let load = tables.slots[slot].load
        for index in tables.slots[slot].candidates {
            let candidate = tables.candidates[index]
            var cost = fairnessChange(Int(candidate.person), by: load) &+ candidate.cost
            if tables.hasExtras { cost &+= extras(of: candidate.person, at: slot).soft }
            if cost < least, canSit(candidate.person, at: slot) {
                best = candidate
                least = cost
            }
        }
        return best
    }
}
