extension SeatSearch {
    /// A temperature that comes from what moves cost here: the mean of a seeded sample of changes for the worse.
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
            let cost =
                board.fairnessChange(Int(candidate.person), by: load)
                &+ board.fairnessChange(Int(board.seats[seat]), by: -load) &+ candidate.cost &- board.costs[seat]
            guard cost > 0 else { continue }
            sum += Double(cost)
            count += 1
        }
        let usual = count > 0 ? sum / count * 0.2 : 1
        return Cooling(hot: board.tables.weights.fairness > 0 ? usual : max(usual, otherCost), octaves: 8)
    }

    /// About what a move costs where fairness counts for nothing.
    private var otherCost: Double {
        let (slots, weights) = (board.tables.slots, board.tables.weights)
        let squares = slots.reduce(0.0) { $0 + Double($1.load) * Double($1.load) } / Double(max(1, slots.count))
        return max(5, squares * Double(weights.months) + Double(weights.spacing) + Double(weights.teams))
    }
}
