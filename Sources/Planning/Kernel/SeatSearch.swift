/// Improves a plan move by move, never breaking a limit: simulated annealing over all slots at once.
///
/// The same problem, seed, start and numbers of moves give the same plan on every machine.
package struct SeatSearch: Sendable {
    var board: SeatBoard
    var random: SeatRandom
    var cooling: Cooling
    var record: BestSeats
    private var progress = 0.0
    /// Moves proposed so far.
    package private(set) var moves = 0

    package init(_ problem: SeatProblem, seed: UInt64, from plan: SeatPlan? = nil) {
        let tables = SeatTables(problem)
        random = SeatRandom(seed: seed)
        let start = plan.map { SeatBoard(tables, from: $0) } ?? SeatBoard(tables)
        board = SeedBuilder.built(on: start, random: &random)
        record = BestSeats(board)
        cooling = Cooling(hot: 0, octaves: 0)
        cooling = calibrated()
        completePlan()
    }

    /// The plan from which a search begins, which may have holes that a little heat would fill.
    package static func firstPlan(_ problem: SeatProblem, seed: UInt64) -> SeatPlan {
        var random = SeatRandom(seed: seed)
        return SeedBuilder.built(on: SeatBoard(SeatTables(problem)), random: &random).plan
    }

    /// Where chains of ejection ended with a hole, a little heat loosens the plan before they are tried again.
    private mutating func completePlan() {
        for _ in 0..<64 where !isComplete {
            anneal(moves: 1_024, temperature: cooling.temperature(at: 0))
            if !isComplete { fillHoles(steps: 64) }
        }
    }

    package var best: SeatPlan { SeatPlan(board.tables, seats: record.seats) }
    package var bestScore: SeatScore { record.score }
    package var isComplete: Bool { record.score.empty == 0 }

    /// Proposes so many moves; the temperature falls to that of the progress (0…1) at the end of this call.
    package mutating func run(moves count: Int, progress end: Double) {
        if !isComplete { fillHoles(steps: count / 16) }
        let begin = progress
        var done = 0
        while done < count {
            let some = min(256, count - done)
            let share = Double(done) / Double(max(1, count))
            anneal(moves: some, temperature: cooling.temperature(at: begin + (end - begin) * share))
            done += some
        }
        progress = end
        moves += count
    }

    private mutating func fillHoles(steps: Int) {
        var filler = HoleFiller(board, random: random)
        filler.fill(steps: steps)
        random = filler.random
        let filled = filler.best
        guard filled.score.empty < board.score.empty else { return }
        for seat in board.seats.indices where filled.seats[seat] != board.seats[seat] { record.touch(seat) }
        board = filled
        record.note(board)
    }

    private mutating func anneal(moves: Int, temperature: Double) {
        guard !board.tables.freeSeats.isEmpty else { return }
        for _ in 0..<moves {
            let drawn = random.next()
            let threshold = cooling.threshold(temperature, drawn: drawn)
            let seat = Int(board.tables.freeSeats[random.below(board.tables.freeSeats.count)])
            if propose(at: seat, kind: Int(truncatingIfNeeded: drawn >> 56), threshold: threshold) {
                record.note(board)
            }
        }
    }
}
