extension SeatBoard {
    /// Seats the person in an empty seat, whatever the limits say.
    mutating func put(_ person: Int32, at seat: Int, cost: Int64) {
        let index = Int(tables.slotOfSeat[seat])
        let slot = tables.slots[index]
        score.fairness &+= fairnessChange(Int(person), by: slot.load)
        score.costs &+= cost
        score.empty &-= slot.priority
        if tables.hasExtras { addExtras(of: person, at: index, sign: 1) }
        seats[seat] = person
        costs[seat] = cost
        loads[Int(person)] &+= slot.load
        insert(SeatEntry(slot, at: index), of: Int(person))
    }

    /// Empties a seat in which somebody sits, whatever the limits say.
    mutating func remove(at seat: Int) {
        let person = seats[seat]
        let index = Int(tables.slotOfSeat[seat])
        let slot = tables.slots[index]
        seats[seat] = -1
        remove(index, of: Int(person))
        loads[Int(person)] &-= slot.load
        score.fairness &-= fairnessChange(Int(person), by: slot.load)
        score.costs &-= costs[seat]
        score.empty &+= slot.priority
        if tables.hasExtras { addExtras(of: person, at: index, sign: -1) }
    }

    /// What so much more load adds to the person's part of fairness.
    @inline(__always)
    func fairnessChange(_ person: Int, by load: Int64) -> Int64 {
        tables.weights.fairness &* load &* (2 &* loads[person] &+ load)
    }

    private mutating func insert(_ entry: SeatEntry, of person: Int) {
        let range = range(of: person)
        var index = range.upperBound
        while index > range.lowerBound, entry.start < entries[index &- 1].start {
            entries[index] = entries[index &- 1]
            index &-= 1
        }
        entries[index] = entry
        entryCounts[person] &+= 1
        if !dutyStarts.isEmpty { countStarts(around: index, of: person, sign: 1) }
    }

    private mutating func remove(_ slot: Int, of person: Int) {
        let range = range(of: person)
        var index = range.lowerBound
        while entries[index].slot != Int32(truncatingIfNeeded: slot) { index &+= 1 }
        if !dutyStarts.isEmpty { countStarts(around: index, of: person, sign: -1) }
        while index &+ 1 < range.upperBound {
            entries[index] = entries[index &+ 1]
            index &+= 1
        }
        entryCounts[person] &-= 1
    }

    /// The entry begins a duty unless it continues the one before; the one after begins none if it continues this one.
    private mutating func countStarts(around index: Int, of person: Int, sign: Int16) {
        let entry = entries[index]
        let near = neighbours(of: entry, person: person)
        if near.earlier < 0 || !entry.continues(entries[near.earlier]) { countStart(entry, person, sign) }
        if near.later >= 0, entries[near.later].continues(entry) { countStart(entries[near.later], person, -sign) }
    }

    private mutating func countStart(_ entry: SeatEntry, _ person: Int, _ sign: Int16) {
        let day = entry.slot < 0 ? tables.days.position(entry.day) : entry.day
        guard day >= 0, day < tables.days.count else { return }
        dutyStarts[person * tables.days.count + Int(day)] += sign
    }
}
