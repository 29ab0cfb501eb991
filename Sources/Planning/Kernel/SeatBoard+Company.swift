extension SeatBoard {
    /// The limits that look at other people: ranks on duty together, people kept apart.
    func agrees(_ person: Int32, at slot: Int) -> Bool {
        (!tables.company.isRankKept || ranksAgree(person, at: slot))
            && (!tables.company.hasApart || isApart(person, at: slot))
    }

    private func ranksAgree(_ person: Int32, at slot: Int) -> Bool {
        let rank = tables.people.rank[Int(person)]
        let isLeader = tables.slots[slot].isLeader
        for index in tables.company.rankSlots(of: slot) {
            for seat in tables.slots[Int(tables.company.rankSlots[index])].seats {
                let other = seats[seat]
                guard other >= 0, other != person else { continue }
                let otherRank = tables.people.rank[Int(other)]
                if isLeader ? otherRank > rank : rank > otherRank { return false }
            }
        }
        return true
    }

    private func isApart(_ person: Int32, at slot: Int) -> Bool {
        let start = tables.slots[slot].start
        let end = tables.slots[slot].end
        for index in tables.company.apart(from: Int(person)) {
            for entry in range(of: Int(tables.company.apart[index])) {
                if entries[entry].start < end && start < entries[entry].end { return false }
            }
        }
        return true
    }

    /// Whether no limit is broken by the person's leaving the seat: the middle of a long duty may be all that makes it one.
    func canLeave(_ seat: Int) -> Bool {
        let slot = Int(tables.slotOfSeat[seat])
        let person = Int(seats[seat])
        let entry = SeatEntry(tables.slots[slot], at: slot)
        let near = neighbours(of: entry, person: person)
        guard near.later >= 0, entries[near.later].continues(entry) else { return true }
        let next = entries[near.later]
        guard near.earlier >= 0, entry.continues(entries[near.earlier]) else {
            return windowAllows(person, start: day(of: next), without: entry.day)
        }
        guard next.start - entries[near.earlier].end >= tables.limits.rest else { return false }
        if let most = tables.limits.most {
            let range = range(of: person)
            let splits =
                run(from: near.earlier, by: -1, in: range).hasSeat
                && run(from: near.later, by: 1, in: range).hasSeat
            guard duties(of: person) + (splits ? 1 : 0) <= most else { return false }
        }
        return windowAllows(person, start: day(of: next), without: -1)
    }
}
