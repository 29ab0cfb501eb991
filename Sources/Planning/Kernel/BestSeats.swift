/// The best seats so far, kept by noting what changed since and no more.
struct BestSeats: Sendable {
    private(set) var seats: Flat<Int32>
    private(set) var score: SeatScore
    private var soft: Int64
    /// The seats that may differ from the best, each once.
    private var changed: Flat<Int32> = []
    private var isChanged: Flat<Bool>

    init(_ board: SeatBoard) {
        seats = board.seats
        score = board.score
        soft = board.score.soft
        isChanged = Flat(repeating: false, count: board.seats.count)
    }

    mutating func touch(_ seat: Int) {
        guard !isChanged[seat] else { return }
        isChanged[seat] = true
        changed.append(Int32(truncatingIfNeeded: seat))
    }

    /// Takes the board over where it is better.
    mutating func note(_ board: SeatBoard) {
        guard board.score.empty <= score.empty else { return }
        let new = board.score.soft
        guard new < soft || board.score.empty < score.empty else { return }
        for seat in changed {
            seats[Int(seat)] = board.seats[Int(seat)]
            isChanged[Int(seat)] = false
        }
        changed.removeAll(keepingCapacity: true)
        score = board.score
        soft = new
    }
}
