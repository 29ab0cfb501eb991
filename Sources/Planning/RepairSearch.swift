/// The least change that fills the holes of a roster: whoever is wanted elsewhere leaves a seat, which somebody else takes.
///
/// Every plan of so many changed seats is tried before one more is allowed: the first that is whole changes the least.
struct RepairSearch {
    struct Move: Hashable {
        let slot: Int
        let person: Int32
    }

    /// Who takes which seats so that no hole is left, and the score of that.
    private struct Way {
        let moves: Set<Move>
        let seats: [(seat: Int, person: Int32)]
        let soft: Int64
    }

    private var board: SeatBoard
    /// Who sat in each seat at the beginning.
    private let before: Flat<Int32>
    private var holes: [Int]
    /// Seats that have their new person, in the order in which they were filled.
    private var settled: [Int] = []
    private var isSettled: Flat<Bool>
    private var found: [Set<Move>: Way] = [:]
    /// Ways that were found with fewer changes.
    private var shorter: [Set<Move>] = []
    /// Whether a plan was given up only because it would change too much.
    private var wasCut = false
    private var end = 0
    /// Steps so far: seats for which people were tried.
    private(set) var steps = 0
    private let goesOn: (Int) -> Bool

    /// `goesOn` is asked with the number of steps so far.
    init(_ problem: SeatProblem, from start: SeatPlan, while goesOn: @escaping (Int) -> Bool) {
        let board = SeatBoard(SeatTables(problem), from: start)
        self.board = board
        self.before = board.seats
        self.isSettled = Flat(repeating: false, count: board.seats.count)
        self.goesOn = goesOn
        let slots = board.tables.slots
        // The last hole is filled first: the most important, and where few can sit.
        self.holes = board.tables.freeSeats.map(Int.init).filter { board.seats[$0] < 0 }.sorted { left, right in
            let (slot, other) = (slots[Int(board.tables.slotOfSeat[left])], slots[Int(board.tables.slotOfSeat[right])])
            return (slot.priority, -slot.candidateCount, -left) < (other.priority, -other.candidateCount, -right)
        }
    }

    /// All holes at once, the least change first, none twice; where that takes too long, each hole by itself.
    mutating func plans(most: Int, seed: UInt64) -> [SeatPlan] {
        guard !holes.isEmpty else { return [board.plan] }
        var single = self
        single.fillOneByOne()
        steps = single.steps
        deepen(steps: Self.stepsForAll, until: most)
        if !found.isEmpty { return chosen(most).map { SeatPlan(board.tables, seats: seats(of: $0)) } }
        if !single.holes.isEmpty { single.eject(seed: seed) }
        return [single.board.plan]
    }

    private static let stepsForAll = 40_000
    private static let stepsForOne = 4_000

    /// Allows one change more until enough ways are found or the steps are over.
    private mutating func deepen(steps share: Int, until most: Int) {
        end = steps + share
        var spare = 0
        repeat {
            wasCut = false
            shorter = Array(found.keys)
            fill(spare: spare)
            spare += 1
        } while found.count < most && wasCut && hasTime
    }

    private var hasTime: Bool { steps < end && goesOn(steps) }

    private mutating func fill(spare: Int) {
        guard let hole = holes.popLast() else { return note() }
        defer { holes.append(hole) }
        guard hasTime else { return }
        steps += 1
        var seated = 0
        for candidate in candidates(at: Int(board.tables.slotOfSeat[hole])) {
            // Behind the last change, a few of the best say all.
            if seat(candidate, at: hole, spare: spare), holes.isEmpty, spare == 0 { seated += 1 }
            if seated == Self.fewest { return }
        }
    }

    private static let fewest = 3

    /// Whoever may sit there and did not before, whoever costs least first.
    private func candidates(at slot: Int) -> [SeatProblem.Candidate] {
        let (seats, load) = (board.tables.slots[slot].seats, board.tables.slots[slot].load)
        let here = Set(seats.flatMap { [before[$0], board.seats[$0]] })
        return board.tables.candidates[board.tables.slots[slot].candidates].filter { !here.contains($0.person) }
            .map { (candidate: $0, cost: board.fairnessChange(Int($0.person), by: load) &+ $0.cost) }
            .sorted { ($0.cost, $0.candidate.person) < ($1.cost, $1.candidate.person) }
            .map(\.candidate)
    }

    /// Seats somebody and goes on; where seats of others are in the way, at most `spare` of them become holes too.
    @discardableResult
    private mutating func seat(_ candidate: SeatProblem.Candidate, at hole: Int, spare: Int) -> Bool {
        let slot = Int(board.tables.slotOfSeat[hole])
        if board.canSit(candidate.person, at: slot) {
            board.put(candidate.person, at: hole, cost: candidate.cost)
            settled.append(hole)
            isSettled[hole] = true
            fill(spare: spare)
            isSettled[hole] = false
            settled.removeLast()
            board.remove(at: hole)
            return true
        }
        for blockers in blockers(of: candidate.person, at: slot) {
            guard blockers.count <= spare else {
                wasCut = true
                continue
            }
            let sitting = blockers.map { board.occupant(of: $0) }
            for blocker in blockers { board.remove(at: blocker) }
            holes += blockers
            seat(candidate, at: hole, spare: spare - blockers.count)
            holes.removeLast(blockers.count)
            for (seat, candidate) in sitting.reversed() { board.put(candidate.person, at: seat, cost: candidate.cost) }
        }
        return false
    }

    /// The seats that must be emptied, or where the length or number of duties is in the way, each that could be.
    private func blockers(of person: Int32, at slot: Int) -> [[Int]] {
        var blockers = board.ownBlockers(of: person, at: slot)
        for seat in board.companyBlockers(of: person, at: slot) where !blockers.contains(seat) { blockers.append(seat) }
        if !blockers.isEmpty { return blockers.allSatisfy(canBeEmptied) ? [blockers] : [] }
        guard board.agrees(person, at: slot) else { return [] }
        let joined = board.joinedSeats(of: person, at: slot)
        let others =
            board.tables.looksFurther
            ? board.range(of: Int(person)).compactMap { index in
                let other = board.entries[index].slot
                return other < 0 ? nil : board.seat(of: person, in: Int(other))
            } : joined.earlier + joined.later
        return others.filter(canBeEmptied).map { [$0] }
    }

    private func canBeEmptied(_ seat: Int) -> Bool {
        board.isFree(seat) && !isSettled[seat] && board.canLeave(seat)
    }

    // MARK: - Ways

    private mutating func note() {
        let seats = settled.map { (seat: $0, person: board.seats[$0]) }
        let moves = Set(seats.map { Move(slot: Int(board.tables.slotOfSeat[$0.seat]), person: $0.person) })
        // With a change that is not needed it is no other way.
        guard found[moves] == nil, !shorter.contains(where: { $0.isStrictSubset(of: moves) }) else { return }
        found[moves] = Way(moves: moves, seats: seats, soft: board.score.soft)
    }

    private func seats(of way: Way) -> Flat<Int32> {
        var seats = board.seats
        for (seat, person) in way.seats { seats[seat] = person }
        return seats
    }

    /// The least change first, then those that share least with the ways before.
    private func chosen(_ most: Int) -> [Way] {
        var chosen: [Way] = []
        var left = Array(found.values)
        func key(_ way: Way) -> (Int, Int, Int64, [Int]) {
            let shared = way.moves.count { move in chosen.contains { $0.moves.contains(move) } }
            return (way.moves.count, shared, way.soft, way.moves.flatMap { [$0.slot, Int($0.person)] }.sorted())
        }
        while chosen.count < most, !left.isEmpty {
            let keys = left.map(key)
            let best = keys.indices.min { Self.isBefore(keys[$0], keys[$1]) } ?? 0
            chosen.append(left.remove(at: best))
        }
        return chosen
    }

    private static func isBefore(_ left: (Int, Int, Int64, [Int]), _ right: (Int, Int, Int64, [Int])) -> Bool {
        (left.0, left.1, left.2) != (right.0, right.1, right.2)
            ? (left.0, left.1, left.2) < (right.0, right.1, right.2) : left.3.lexicographicallyPrecedes(right.3)
    }
}

// MARK: - Many holes, and long chains

extension RepairSearch {
    /// Each hole by its own least change, the others left as they are.
    private mutating func fillOneByOne() {
        let all = holes
        var empty: [Int] = []
        for hole in all.reversed() {
            (holes, found) = ([hole], [:])
            deepen(steps: Self.stepsForOne, until: 1)
            if let best = chosen(1).first { take(seats(of: best)) } else { empty.append(hole) }
        }
        (holes, found) = (empty.reversed(), [:])
    }

    /// Chains of any length, by the planner's own way of filling holes; whoever need not have moved goes back.
    private mutating func eject(seed: UInt64) {
        var filler = HoleFiller(board, random: SeatRandom(seed: seed))
        for _ in 0..<Self.longChains where goesOn(steps) {
            filler.fill(steps: Self.chainSteps)
            steps += Self.chainSteps
        }
        // A hole that only goes elsewhere is not worth a change.
        guard filler.best.seats.count(where: { $0 < 0 }) < holes.count else { return }
        board = filler.best
        while let seat = board.seats.indices.first(where: { goBack(at: $0) }) { isSettled[seat] = true }
    }

    private static let longChains = 40
    private static let chainSteps = 100

    /// Puts whoever sat there before back, where nothing is in the way.
    private mutating func goBack(at seat: Int) -> Bool {
        let slot = Int(board.tables.slotOfSeat[seat])
        let (person, now) = (before[seat], board.seats[seat])
        guard person >= 0, now >= 0, person != now, board.seat(of: person, in: slot) == nil, board.canLeave(seat),
            let candidate = board.tables.candidate(person, at: slot)
        else { return false }
        let cost = board.costs[seat]
        board.remove(at: seat)
        if board.canSit(person, at: slot) {
            board.put(person, at: seat, cost: board.tables.candidates[candidate].cost)
            return true
        }
        board.put(now, at: seat, cost: cost)
        return false
    }

    private mutating func take(_ seats: Flat<Int32>) {
        var taken = SeatBoard(board.tables)
        taken.take(seats)
        board = taken
    }
}
