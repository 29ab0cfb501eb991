extension SeatSearch {
    /// Proposes one move that concerns the seat and makes it if it costs at most the threshold; says whether it did.
    mutating func propose(at seat: Int, kind: Int, threshold: Int64) -> Bool {
        let slot = Int(board.tables.slotOfSeat[seat])
        guard let candidate = drawCandidate(of: slot) else { return false }
        let person = board.seats[seat]
        guard candidate.person != person else { return false }
        guard person >= 0 else { return fill(seat, with: candidate, threshold: threshold) }
        if kind < 100 { return change(seat, to: candidate, threshold: threshold) }
        guard let other = drawSeat(of: candidate.person) else {
            return change(seat, to: candidate, threshold: threshold)
        }
        if kind < 230 { return swap(seat, other, candidate: candidate, threshold: threshold) }
        if kind < 250 { return cycle(seat, other, candidate: candidate, threshold: threshold) }
        if kind < 254 { return exchange(seat, with: candidate, threshold: threshold) }
        return recreate(seat, and: candidate, threshold: threshold)
    }

    private mutating func drawCandidate(of slot: Int) -> SeatProblem.Candidate? {
        let range = board.tables.slots[slot].candidates
        guard !range.isEmpty else { return nil }
        return board.tables.candidates[range.lowerBound + random.below(range.count)]
    }

    /// One of the person's seats that are not pinned.
    private mutating func drawSeat(of person: Int32) -> Int? {
        let range = board.range(of: Int(person))
        guard !range.isEmpty else { return nil }
        let slot = board.entries[range.lowerBound + random.below(range.count)].slot
        guard slot >= 0, let seat = board.seat(of: person, in: Int(slot)), board.isFree(seat) else { return nil }
        return seat
    }

    /// Another person takes the seat.
    private mutating func change(_ seat: Int, to candidate: SeatProblem.Candidate, threshold: Int64) -> Bool {
        let slot = Int(board.tables.slotOfSeat[seat])
        let person = board.seats[seat]
        if !board.tables.hasExtras {
            let load = board.tables.slots[slot].load
            let cost =
                board.fairnessChange(Int(candidate.person), by: load) &+ board.fairnessChange(Int(person), by: -load)
                &+ candidate.cost &- board.costs[seat]
            guard cost <= threshold else { return false }
        }
        guard board.fits(candidate.person, at: slot), board.canLeave(seat) else { return false }
        var trial = Trial(board)
        trial.remove(at: seat, on: &board)
        return trial.seat(candidate, at: seat, on: &board) && accept(&trial, threshold: threshold)
    }

    /// Two people take each other's seats.
    private mutating func swap(
        _ seat: Int, _ other: Int, candidate: SeatProblem.Candidate, threshold: Int64
    ) -> Bool {
        let slot = Int(board.tables.slotOfSeat[seat])
        let otherSlot = Int(board.tables.slotOfSeat[other])
        guard slot != otherSlot, let back = board.tables.candidate(board.seats[seat], at: otherSlot) else {
            return false
        }
        let partner = board.tables.candidates[back]
        if !board.tables.hasExtras {
            let load = board.tables.slots[otherSlot].load &- board.tables.slots[slot].load
            let cost =
                board.fairnessChange(Int(partner.person), by: load)
                &+ board.fairnessChange(Int(candidate.person), by: -load)
                &+ candidate.cost &+ partner.cost &- board.costs[seat] &- board.costs[other]
            guard cost <= threshold else { return false }
        }
        guard board.canLeave(seat), board.canLeave(other) else { return false }
        var trial = Trial(board)
        trial.remove(at: seat, on: &board)
        trial.remove(at: other, on: &board)
        return trial.seat(candidate, at: seat, on: &board) && trial.seat(partner, at: other, on: &board)
            && accept(&trial, threshold: threshold)
    }

    /// The candidate leaves another seat for this one, and a third person takes that.
    private mutating func cycle(
        _ seat: Int, _ other: Int, candidate: SeatProblem.Candidate, threshold: Int64
    ) -> Bool {
        let slot = Int(board.tables.slotOfSeat[seat])
        let otherSlot = Int(board.tables.slotOfSeat[other])
        guard slot != otherSlot, let third = drawCandidate(of: otherSlot), third.person != candidate.person,
            third.person != board.seats[seat]
        else { return false }
        if !board.tables.hasExtras {
            let load = board.tables.slots[slot].load
            let otherLoad = board.tables.slots[otherSlot].load
            let cost =
                board.fairnessChange(Int(board.seats[seat]), by: -load)
                &+ board.fairnessChange(Int(candidate.person), by: load &- otherLoad)
                &+ board.fairnessChange(Int(third.person), by: otherLoad)
                &+ candidate.cost &+ third.cost &- board.costs[seat] &- board.costs[other]
            guard cost <= threshold else { return false }
        }
        guard board.fits(third.person, at: otherSlot), board.canLeave(seat), board.canLeave(other) else { return false }
        var trial = Trial(board)
        trial.remove(at: seat, on: &board)
        trial.remove(at: other, on: &board)
        return trial.seat(candidate, at: seat, on: &board) && trial.seat(third, at: other, on: &board)
            && accept(&trial, threshold: threshold)
    }

    /// Somebody takes an empty seat, who may leave one that weighs no more.
    private mutating func fill(_ seat: Int, with candidate: SeatProblem.Candidate, threshold: Int64) -> Bool {
        let slot = Int(board.tables.slotOfSeat[seat])
        var trial = Trial(board)
        if trial.seat(candidate, at: seat, on: &board) { return accept(&trial, threshold: threshold) }
        guard let other = drawSeat(of: candidate.person), board.canLeave(other) else { return false }
        guard board.tables.slots[Int(board.tables.slotOfSeat[other])].priority <= board.tables.slots[slot].priority
        else { return false }
        trial = Trial(board)
        trial.remove(at: other, on: &board)
        return trial.seat(candidate, at: seat, on: &board) && accept(&trial, threshold: threshold)
    }

    /// Keeps what was tried where it is not too dear, else takes it back.
    mutating func accept(_ trial: inout Trial, threshold: Int64) -> Bool {
        let filled = trial.before.empty - board.score.empty
        guard filled > 0 || filled == 0 && board.score.soft - trial.before.soft <= threshold else {
            trial.undo(on: &board)
            return false
        }
        trial.touch(&record)
        return true
    }
}
