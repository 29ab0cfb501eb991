extension SeatSearch {
    /// A temperature that comes from what moves cost here: the mean over a seeded sample of changes.
    func calibrated() -> Cooling {
        var random = random
        var sum = 0.0
        var count = 0.0
        for _ in 0..<1_000 where !board.tables.freeSeats.isEmpty {
            let seat = Int(board.tables.freeSeats[random.below(board.tables.freeSeats.count)])
            let slot = Int(board.tables.slotOfSeat[seat])
            let range = board.tables.slots[slot].candidates
            guard board.seats[seat] >= 0, !range.isEmpty else { continue }
            let candidate = board.tables.candidates[range.lowerBound + random.below(range.count)]
            let load = board.tables.slots[slot].load
            var cost = abs(
                board.fairnessChange(Int(candidate.person), by: load)
                    &+ board.fairnessChange(Int(board.seats[seat]), by: -load) &+ candidate.cost &- board.costs[seat])
            if board.tables.hasExtras { cost &+= board.extras(of: candidate.person, at: slot).soft }
            guard cost > 0 else { continue }
            sum += Double(cost)
            count += 1
        }
        return Cooling(hot: count > 0 ? sum / count * 0.2 : 1, octaves: 8)
    }
}
