extension SeatSearch {
    /// Two people exchange all their seats of a few days.
    mutating func exchange(
        _ seat: Int, with candidate: SeatProblem.Candidate, threshold: Int64
    ) -> Bool {
        let person = board.seats[seat]
        let start = board.tables.slots[Int(board.tables.slotOfSeat[seat])].start
        let end = start + Int64(1 + random.below(8)) * 86_400
        guard let given = handed(from: person, to: candidate.person, start..<end),
            let taken = handed(from: candidate.person, to: person, start..<end)
        else { return false }
        var trial = Trial(board)
        for (seat, _) in given + taken { trial.remove(at: seat, on: &board) }
        for (seat, candidate) in given + taken where !trial.seat(candidate, at: seat, on: &board) { return false }
        return accept(&trial, threshold: threshold)
    }

    /// The person's seats that begin within a time, with what they cost the other; nil where one cannot be handed over.
    private func handed(
        from person: Int32, to other: Int32, _ time: Range<Int64>
    ) -> [(seat: Int, candidate: SeatProblem.Candidate)]? {
        var seats: [(seat: Int, candidate: SeatProblem.Candidate)] = []
        for index in board.range(of: Int(person)) where time.contains(board.entries[index].start) {
            let slot = Int(board.entries[index].slot)
            guard slot >= 0, let seat = board.seat(of: person, in: slot), board.isFree(seat), board.canLeave(seat),
                let candidate = board.tables.candidate(other, at: slot)
            else { return nil }
            seats.append((seat, board.tables.candidates[candidate]))
        }
        return seats
    }

    /// All seats of two people are emptied and filled anew, each by whoever costs least.
    mutating func recreate(
        _ seat: Int, and candidate: SeatProblem.Candidate, threshold: Int64
    ) -> Bool {
        var ruined: [Int] = []
        for person in [board.seats[seat], candidate.person] {
            for index in board.range(of: Int(person)) where board.entries[index].slot >= 0 {
                guard let seat = board.seat(of: person, in: Int(board.entries[index].slot)) else { continue }
                if board.isFree(seat) && board.canLeave(seat) { ruined.append(seat) }
            }
        }
        guard ruined.count <= 12 else { return false }
        var trial = Trial(board)
        for seat in ruined { trial.remove(at: seat, on: &board) }
        while !ruined.isEmpty {
            let seat = ruined.remove(at: random.below(ruined.count))
            guard let candidate = board.cheapest(at: Int(board.tables.slotOfSeat[seat])) else {
                trial.undo(on: &board)
                return false
            }
            guard trial.seat(candidate, at: seat, on: &board) else { return false }
        }
        return accept(&trial, threshold: threshold)
    }
}
