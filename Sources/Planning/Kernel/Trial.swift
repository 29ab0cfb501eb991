/// Changes of a board that can be taken back.
struct Trial {
    let before: SeatScore
    private var steps: [Step] = []

    private struct Step {
        let seat: Int
        let person: Int32
        let cost: Int64
        let isPut: Bool
    }

    init(_ board: SeatBoard) { before = board.score }

    mutating func remove(at seat: Int, on board: inout SeatBoard) {
        steps.append(Step(seat: seat, person: board.seats[seat], cost: board.costs[seat], isPut: false))
        board.remove(at: seat)
    }

    /// Seats the candidate if the limits allow it; else takes everything back and says so.
    mutating func seat(_ candidate: SeatProblem.Candidate, at seat: Int, on board: inout SeatBoard) -> Bool {
        guard board.canSit(candidate.person, at: Int(board.tables.slotOfSeat[seat])) else {
            undo(on: &board)
            return false
        }
        board.put(candidate.person, at: seat, cost: candidate.cost)
        steps.append(Step(seat: seat, person: candidate.person, cost: candidate.cost, isPut: true))
        return true
    }

    mutating func undo(on board: inout SeatBoard) {
        while let step = steps.popLast() {
            if step.isPut {
                board.remove(at: step.seat)
            } else {
                board.put(step.person, at: step.seat, cost: step.cost)
            }
        }
    }

    func touch(_ record: inout BestSeats) {
        for step in steps { record.touch(step.seat) }
    }
}
