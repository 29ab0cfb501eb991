/// Fills empty seats by unseating others, who are seated anew in turn: guided ejection.
///
/// A slot that stays a hole grows dearer to unseat from, so that the search does not run in circles.
struct HoleFiller {
    private var board: SeatBoard
    private(set) var random: SeatRandom
    private var record: BestSeats
    private var holes: [Int]
    private var penalties: Flat<Int64>

    init(_ board: SeatBoard, random: SeatRandom) {
        self.board = board
        self.random = random
        record = BestSeats(board)
        holes = board.tables.freeSeats.lazy.map(Int.init).filter { board.seats[$0] < 0 }
        penalties = Flat(repeating: 1, count: board.tables.slots.count)
    }

    /// Goes on until no hole is left or so many holes have been tried.
    mutating func fill(steps: Int) {
        for _ in 0..<steps where !holes.isEmpty {
            let index = random.below(holes.count)
            holes.swapAt(index, holes.count - 1)
            fill(holes.removeLast())
            record.note(board)
        }
    }

    /// The board with the least weight of empty seats so far.
    var best: SeatBoard {
        guard record.score.empty < board.score.empty else { return board }
        var best = SeatBoard(board.tables)
        best.take(record.seats)
        return best
    }

    private mutating func fill(_ seat: Int) {
        let slot = Int(board.tables.slotOfSeat[seat])
        if let candidate = board.cheapest(at: slot) {
            return put(candidate, at: seat)
        }
        penalties[slot] += 1
        var least = Int64.max
        var ties = 0
        var choice: (candidate: SeatProblem.Candidate, blockers: [Int])?
        for index in board.tables.slots[slot].candidates {
            let candidate = board.tables.candidates[index]
            guard let blockers = blockers(of: candidate.person, at: slot) else { continue }
            let penalty = blockers.reduce(0) { $0 + penalties[Int(board.tables.slotOfSeat[$1])] }
            ties = penalty < least ? 1 : penalty == least ? ties + 1 : ties
            guard penalty < least || penalty == least && random.below(ties) == 0 else { continue }
            least = penalty
            choice = (candidate, blockers)
        }
        guard let choice else { return holes.insert(seat, at: 0) }
        for blocker in choice.blockers {
            board.remove(at: blocker)
            record.touch(blocker)
        }
        put(choice.candidate, at: seat)
        holes += choice.blockers
    }

    private mutating func put(_ candidate: SeatProblem.Candidate, at seat: Int) {
        board.put(candidate.person, at: seat, cost: candidate.cost)
        record.touch(seat)
    }

    /// The seats to be emptied so that the person can sit in the slot; nil where that is not enough.
    private mutating func blockers(of person: Int32, at slot: Int) -> [Int]? {
        guard board.seat(of: person, in: slot) == nil else { return nil }
        var blockers = board.ownBlockers(of: person, at: slot)
        // Rank and a pair kept apart may both name one seat.
        for seat in board.companyBlockers(of: person, at: slot) where !blockers.contains(seat) { blockers.append(seat) }
        guard blockers.allSatisfy({ board.isFree($0) && board.canLeave($0) }) else { return nil }
        let sitting = blockers.map { board.occupant(of: $0) }
        for blocker in blockers { board.remove(at: blocker) }
        defer { for (seat, candidate) in sitting { board.put(candidate.person, at: seat, cost: candidate.cost) } }
        if board.canSit(person, at: slot) { return blockers }
        if let further = furtherBlocker(of: person, at: slot) { return blockers + [further] }
        return joinedBlockers(of: person, at: slot).map { blockers + $0 }
    }

    /// The person's seats before or after the slot, or both, that would be one duty with it and make it too long.
    private mutating func joinedBlockers(of person: Int32, at slot: Int) -> [Int]? {
        let (earlier, later) = board.joinedSeats(of: person, at: slot)
        let choices = [later, earlier, later + earlier].filter { !$0.isEmpty && isEnough($0, for: person, at: slot) }
        return choices.min { $0.reduce(0) { $0 + penalty($1) } < $1.reduce(0) { $0 + penalty($1) } }
    }

    private mutating func isEnough(_ seats: [Int], for person: Int32, at slot: Int) -> Bool {
        var sitting: [(seat: Int, candidate: SeatProblem.Candidate)] = []
        defer {
            for (seat, candidate) in sitting.reversed() {
                board.put(candidate.person, at: seat, cost: candidate.cost)
            }
        }
        for seat in seats {
            guard board.isFree(seat), board.canLeave(seat) else { return false }
            sitting.append(board.occupant(of: seat))
            board.remove(at: seat)
        }
        return board.canSit(person, at: slot)
    }

    /// One more seat of the person without which the slot fits, where the number or spread of duties stands in the way.
    private mutating func furtherBlocker(of person: Int32, at slot: Int) -> Int? {
        guard board.tables.looksFurther else { return nil }
        var best: Int?
        let seats = board.range(of: Int(person)).compactMap { index in
            board.entries[index].slot < 0 ? nil : board.seat(of: person, in: Int(board.entries[index].slot))
        }
        for seat in seats where board.isFree(seat) && board.canLeave(seat) {
            let occupant = board.occupant(of: seat)
            board.remove(at: seat)
            let isEnough = board.canSit(person, at: slot)
            board.put(person, at: seat, cost: occupant.candidate.cost)
            guard isEnough else { continue }
            if let known = best, penalty(known) <= penalty(seat) { continue }
            best = seat
        }
        return best
    }

    private func penalty(_ seat: Int) -> Int64 { penalties[Int(board.tables.slotOfSeat[seat])] }
}

extension SeatBoard {
    /// Whether the seat is not pinned.
    func isFree(_ seat: Int) -> Bool { tables.pinned[seat] < 0 }

    func occupant(of seat: Int) -> (seat: Int, candidate: SeatProblem.Candidate) {
        (seat, SeatProblem.Candidate(seats[seat], cost: costs[seat]))
    }

    /// The person's own seats that overlap the slot, lie too near to it, or make too long a duty with it.
    func ownBlockers(of person: Int32, at slot: Int) -> [Int] {
        let entry = SeatEntry(tables.slots[slot], at: slot)
        return range(of: Int(person)).compactMap { index in
            let other = entries[index]
            guard other.slot >= 0, other.isOnSite == entry.isOnSite else { return nil }
            let gap = max(entry.start - other.end, other.start - entry.end)
            let joins = entry.continues(other) || other.continues(entry)
            let isTooLong = max(entry.end, other.end) - min(entry.start, other.start) > tables.limits.dutyLength
            guard gap < 0 || (joins ? isTooLong : gap < tables.limits.rest) else { return nil }
            return seat(of: person, in: Int(other.slot))
        }
    }

    /// The person's seats in the duties that the slot would lengthen, each side from its far end on.
    func joinedSeats(of person: Int32, at slot: Int) -> (earlier: [Int], later: [Int]) {
        let entry = SeatEntry(tables.slots[slot], at: slot)
        let near = neighbours(of: entry, person: Int(person))
        func seats(_ indices: some Sequence<Int>) -> [Int] {
            indices.compactMap { index in
                let other = entries[index]
                guard other.slot >= 0, other.isOnSite == entry.isOnSite else { return nil }
                return seat(of: person, in: Int(other.slot))
            }
        }
        let range = range(of: Int(person))
        var joined: (earlier: [Int], later: [Int]) = ([], [])
        if near.earlier >= 0, entry.continues(entries[near.earlier]) {
            joined.earlier = seats(run(from: near.earlier, by: -1, in: range).edge...near.earlier)
        }
        if near.later >= 0, entries[near.later].continues(entry) {
            joined.later = seats((near.later...run(from: near.later, by: 1, in: range).edge).reversed())
        }
        return joined
    }

    /// The seats of other people who must not be there together with the person.
    func companyBlockers(of person: Int32, at slot: Int) -> [Int] {
        var blockers: [Int] = []
        let rank = tables.people.rank[Int(person)]
        for index in tables.company.rankSlots(of: slot) {
            for seat in tables.slots[Int(tables.company.rankSlots[index])].seats where seats[seat] >= 0 {
                guard seats[seat] != person else { continue }
                let other = tables.people.rank[Int(seats[seat])]
                if tables.slots[slot].isLeader ? other > rank : rank > other { blockers.append(seat) }
            }
        }
        for index in tables.company.apart(from: Int(person)) {
            let other = tables.company.apart[index]
            for entry in range(of: Int(other)).lazy.map({ entries[$0] }) where entry.slot >= 0 {
                guard entry.start < tables.slots[slot].end, tables.slots[slot].start < entry.end else { continue }
                if let seat = seat(of: other, in: Int(entry.slot)) { blockers.append(seat) }
            }
        }
        return blockers
    }
}
