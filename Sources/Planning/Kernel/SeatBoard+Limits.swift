extension SeatBoard {
    /// Whether no limit is broken by the person's sitting in the slot too; candidacy is the caller's to know.
    @inline(__always)
    func canSit(_ person: Int32, at slot: Int) -> Bool {
        fits(person, at: slot) && (!tables.company.hasLimits || agrees(person, at: slot))
    }

    /// The person's own shifts just before and after a time, on site or by phone as the entry; -1 for none.
    @inline(__always)
    func neighbours(of entry: SeatEntry, person: Int) -> (earlier: Int, later: Int) {
        var near = (earlier: -1, later: -1)
        for index in range(of: person) where entries[index].isOnSite == entry.isOnSite {
            if entries[index].start < entry.start {
                near.earlier = index
            } else if entries[index].slot != entry.slot || entry.slot < 0 {
                near.later = index
                break
            }
        }
        return near
    }

    /// The limits that look only at the person's own shifts.
    @inline(__always)
    func fits(_ person: Int32, at slot: Int) -> Bool {
        let entry = SeatEntry(tables.slots[slot], at: slot)
        var near = (earlier: -1, later: -1)
        for index in range(of: Int(person)) where entries[index].isOnSite == entry.isOnSite {
            if entries[index].start >= entry.start {
                near.later = index
                break
            }
            near.earlier = index
        }
        var joins = (earlier: false, later: false)
        if near.earlier >= 0 {
            let gap = entry.start &- entries[near.earlier].end
            joins.earlier = gap == 0 && entry.station == entries[near.earlier].station
            if gap < 0 || gap < tables.limits.rest && !joins.earlier { return false }
        }
        if near.later >= 0 {
            let gap = entries[near.later].start &- entry.end
            joins.later = gap == 0 && entry.station == entries[near.later].station
            if gap < 0 || gap < tables.limits.rest && !joins.later { return false }
        }
        return !tables.looksFurther && !joins.earlier && !joins.later
            || fits(entry, person: Int(person), near: near, joins: joins)
    }

    /// Length, number and spread of duties.
    private func fits(
        _ entry: SeatEntry, person: Int, near: (earlier: Int, later: Int), joins: (earlier: Bool, later: Bool)
    ) -> Bool {
        let range = range(of: person)
        let before = joins.earlier ? run(from: near.earlier, by: -1, in: range) : nil
        let after = joins.later ? run(from: near.later, by: 1, in: range) : nil
        let first = before.map { entries[$0.edge].start } ?? entry.start
        let last = after.map { entries[$0.edge].end } ?? entry.end
        guard last - first <= tables.limits.dutyLength else { return false }
        if let most = tables.limits.most {
            let joined = (before?.hasSeat == true ? 1 : 0) + (after?.hasSeat == true ? 1 : 0)
            guard duties(of: person) + 1 - joined <= most else { return false }
        }
        if tables.limits.window != nil, !joins.earlier {
            let leaving = joins.later ? day(of: entries[near.later]) : -1
            guard windowAllows(person, start: entry.day, without: leaving) else { return false }
        }
        return consecutiveAllows(person, entry.day)
    }

    /// The far end of a duty that begins or ends with an entry, and whether it has a seat of this problem.
    func run(from index: Int, by step: Int, in range: Range<Int>) -> (edge: Int, hasSeat: Bool) {
        var edge = index
        var hasSeat = entries[index].slot >= 0
        var next = index + step
        while range.contains(next) {
            if entries[next].isOnSite == entries[edge].isOnSite {
                let joins = step > 0 ? entries[next].continues(entries[edge]) : entries[edge].continues(entries[next])
                guard joins else { break }
                edge = next
                hasSeat = hasSeat || entries[edge].slot >= 0
            }
            next += step
        }
        return (edge, hasSeat)
    }

    /// The person's duties in which there is a seat of this problem.
    func duties(of person: Int) -> Int {
        var count = 0
        for isOnSite in [true, false] {
            var last = -1
            var counted = false
            for index in range(of: person) where entries[index].isOnSite == isOnSite {
                if last < 0 || !entries[index].continues(entries[last]) { counted = false }
                if !counted && entries[index].slot >= 0 {
                    count += 1
                    counted = true
                }
                last = index
            }
        }
        return count
    }

    func day(of entry: SeatEntry) -> Int32 { entry.slot < 0 ? tables.days.position(entry.day) : entry.day }

    func windowAllows(_ person: Int, start day: Int32, without leaving: Int32) -> Bool {
        guard let window = tables.limits.window else { return true }
        let base = person * tables.days.count
        func starts(_ day: Int) -> Int {
            day < 0 || day >= tables.days.count ? 0 : Int(dutyStarts[base + day]) - (day == Int(leaving) ? 1 : 0)
        }
        var sum = (Int(day) - window.days + 1...Int(day)).reduce(1) { $0 + starts($1) }
        guard sum <= window.most else { return false }
        for last in Int(day) + 1..<Int(day) + window.days {
            sum += starts(last) - starts(last - window.days)
            guard sum <= window.most else { return false }
        }
        return true
    }

    private func consecutiveAllows(_ person: Int, _ day: Int32) -> Bool {
        guard let most = tables.limits.consecutive else { return true }
        let base = person * tables.days.count
        var first = Int(day)
        var last = Int(day)
        while first > 0, datesWithBusy[base + first - 1] > 0, last - first < most { first -= 1 }
        while last + 1 < tables.days.count, datesWithBusy[base + last + 1] > 0, last - first < most { last += 1 }
        return last - first + 1 <= most
    }
}
