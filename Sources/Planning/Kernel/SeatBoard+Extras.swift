extension SeatBoard {
    /// What a seat more adds to the parts of the score other than fairness and costs; the person must not sit there yet.
    func extras(of person: Int32, at slot: Int) -> SeatScore {
        var change = SeatScore()
        let weights = tables.weights
        if weights.months != 0 {
            let load = tables.slots[slot].load
            let month = Int(person) * tables.months + Int(tables.slots[slot].month)
            change.months = weights.months &* load &* (2 &* monthLoads[month] &+ load)
        }
        if weights.spacing != 0 {
            change.spacing = weights.spacing &* spacingChange(Int(person), Int(tables.slots[slot].day))
        }
        if tables.company.hasTeams, bringsTeam(person, to: slot) { change.teams = weights.teams }
        return change
    }

    /// Counts the seat in or out; the arrays of seats and entries must not have it at this time.
    mutating func addExtras(of person: Int32, at slot: Int, sign: Int64) {
        if sign < 0 { countExtras(Int(person), slot, sign) }
        let change = extras(of: person, at: slot)
        score.months &+= sign &* change.months
        score.spacing &+= sign &* change.spacing
        score.teams &+= sign &* change.teams
        if sign > 0 { countExtras(Int(person), slot, sign) }
    }

    private mutating func countExtras(_ person: Int, _ slot: Int, _ sign: Int64) {
        if !monthLoads.isEmpty {
            monthLoads[person * tables.months + Int(tables.slots[slot].month)] &+= sign &* tables.slots[slot].load
        }
        if !dates.isEmpty {
            let day = person * tables.days.count + Int(tables.slots[slot].day)
            dates[day] += Int16(sign)
            datesWithBusy[day] += Int16(sign)
        }
    }

    /// One date more splits the gap between its neighbours in two.
    private func spacingChange(_ person: Int, _ day: Int) -> Int64 {
        let base = person * tables.days.count
        guard dates[base + day] == 0 else { return 0 }
        let wanted = tables.weights.spacingDays
        func missing(_ gap: Int) -> Int64 { gap < wanted ? Int64((wanted - gap) * (wanted - gap)) : 0 }
        var before = 1
        while before < wanted, day - before >= 0, dates[base + day - before] == 0 { before += 1 }
        var after = 1
        while after < wanted, day + after < tables.days.count, dates[base + day + after] == 0 { after += 1 }
        return missing(before) + missing(after) - missing(before + after)
    }

    /// Whether the person's team would be one more beyond the first in the shift of the unit.
    private func bringsTeam(_ person: Int32, to slot: Int) -> Bool {
        let team = tables.people.team[Int(person)]
        guard team >= 0 else { return false }
        var isFirst = true
        for other in tables.company.shiftSlots(of: slot) {
            for seat in tables.slots[Int(tables.company.shiftSlots[other])].seats where seats[seat] >= 0 {
                let present = tables.people.team[Int(seats[seat])]
                if present == team { return false }
                isFirst = isFirst && present < 0
            }
        }
        return !isFirst
    }
}
