/// How many seats one person can take at most, judged by the limits that concern him alone.
///
/// A bound from above: what it leaves out (windows that overlap, the time of standing duties) only makes it larger.
struct DutyBound {
    private var limits: SeatProblem.Limits

    struct Shift {
        let station: Int32
        let start: Int64
        let end: Int64
        let day: Int32
        let isOnSite: Bool
        /// Counted; others only join seats to one duty.
        let isSeat: Bool
        /// A duty that stands outside the problem.
        let isStanding: Bool

        init(_ slot: SeatProblem.Slot, isAsked: Bool) {
            (station, start, end, day) = (slot.station, slot.start, slot.end, slot.day)
            (isOnSite, isSeat, isStanding) = (slot.isOnSite, isAsked, false)
        }

        init(_ busy: SeatProblem.Busy) {
            (station, start, end, day) = (busy.station, busy.start, busy.end, busy.day)
            (isOnSite, isSeat, isStanding) = (busy.isOnSite, false, true)
        }
    }

    /// Touching shifts at one station.
    private struct Run {
        let start: Int64
        let end: Int64
        let seats: Int
    }

    /// Only those limits count that the facts ask for.
    init(_ limits: SeatProblem.Limits, keeping facts: Set<Fact>) {
        self.limits = limits
        if !facts.contains(.rest) { self.limits.rest = 0 }
        if !facts.contains(.dutyLength) { self.limits.dutyLength = .max }
        if !facts.contains(.most) { self.limits.most = nil }
        if !facts.contains(.window) { self.limits.window = nil }
        if !facts.contains(.consecutive) { self.limits.consecutive = nil }
    }

    /// Most seats among these shifts in the order of time, for somebody who may be asked less rest than the limit says.
    func seats(_ shifts: [Shift], rest: Int64?) -> Int {
        let rest = limits.rest > 0 ? rest ?? limits.rest : 0
        let bound = byDuties(shifts, rest: rest)
        return limits.consecutive.map { min(bound, byDates(shifts, inARow: $0)) } ?? bound
    }

    private func byDuties(_ shifts: [Shift], rest: Int64) -> Int {
        let most = mostDuties(shifts)
        let onSite = table(shifts.filter(\.isOnSite), rest: rest, upTo: most)
        let byPhone = table(shifts.filter { !$0.isOnSite }, rest: rest, upTo: most)
        guard let most else { return onSite[onSite.count - 1] + byPhone[byPhone.count - 1] }
        return (0...max(0, most)).reduce(0) { best, duties in
            let others = byPhone[min(most - duties, byPhone.count - 1)]
            return max(best, onSite[min(duties, onSite.count - 1)] + others)
        }
    }

    /// Duties with a seat in them: counted ones, and standing ones that a seat prolongs; nil: no limit.
    private func mostDuties(_ shifts: [Shift]) -> Int? {
        guard limits.most != nil || limits.window != nil else { return nil }
        let free = shifts.filter { !$0.isStanding }
        let standing = shifts.filter(\.isStanding)
        let joining = standing.count { duty in
            free.contains { $0.start == duty.end && $0.station == duty.station }
        }
        var bound = limits.most ?? .max
        if let window = limits.window {
            let days = free.map(\.day).sorted()
            var total = 0
            var next = days.startIndex
            while next < days.endIndex {
                let end = days[next] + Int32(max(1, window.days))
                let here = days[next...].prefix { $0 < end }.count
                let standingHere = standing.count { $0.day >= days[next] && $0.day < end }
                total += min(here, max(window.most, standingHere))
                next += here
            }
            bound = min(bound, total)
        }
        return min(bound, free.count) + joining
    }

    /// Most seats in at most 0, 1, 2, … duties, as far as more duties hold more; the last alone where any number is fine.
    private func table(_ shifts: [Shift], rest: Int64, upTo most: Int?) -> [Int] {
        let runs = runs(of: shifts)
        var before: [Int] = []
        for (position, run) in runs.enumerated() {
            before.append(min(position, runs.partition { $0.end + rest > run.start }))
        }
        var best = [Int](repeating: 0, count: runs.count + 1)
        var table = [0]
        while most.map({ table.count <= $0 }) ?? true {
            var more = best
            for (position, run) in runs.enumerated() {
                more[position + 1] = max(more[position], best[position + 1], best[before[position]] + run.seats)
            }
            guard more[runs.count] > best[runs.count] else { break }
            best = more
            table.append(best[runs.count])
        }
        return table
    }

    /// Every run that is no longer than a duty may last, by its end.
    private func runs(of shifts: [Shift]) -> [Run] {
        var runs: [Run] = []
        for (position, first) in shifts.enumerated() where first.end - first.start <= limits.dutyLength {
            var reached = [first.end: first.isSeat ? 1 : 0]
            for next in shifts[(position + 1)...] where next.station == first.station {
                guard next.end - first.start <= limits.dutyLength, let before = reached[next.start] else { continue }
                reached[next.end] = max(reached[next.end] ?? 0, before + (next.isSeat ? 1 : 0))
            }
            for (end, seats) in reached where seats > 0 { runs.append(Run(start: first.start, end: end, seats: seats)) }
        }
        return runs.sorted { ($0.end, $0.start, $0.seats) < ($1.end, $1.start, $1.seats) }
    }

    /// Of so many and one more dates in a row, one is free; dates of standing duties are left out of this.
    private func byDates(_ shifts: [Shift], inARow most: Int) -> Int {
        let standing = Set(shifts.filter(\.isStanding).map(\.day))
        let byDay = Dictionary(grouping: shifts.filter(\.isSeat), by: \.day)
        let days = byDay.keys.sorted().map { day -> (day: Int32, seats: Int) in
            let here = byDay[day] ?? []
            let tables = [true, false].map { isOnSite in
                table(here.filter { $0.isOnSite == isOnSite }, rest: 0, upTo: nil)
            }
            return (day, tables.reduce(0) { $0 + ($1.last ?? 0) })
        }
        var total = days.filter { standing.contains($0.day) }.reduce(0) { $0 + $1.seats }
        let free = days.filter { !standing.contains($0.day) }
        var next = free.startIndex
        while next < free.endIndex {
            let row = free[next...].prefix { $0.day <= free[next].day + Int32(most) }
            total += row.map(\.seats).sorted(by: >).prefix(most).reduce(0, +)
            next = row.endIndex
        }
        return total
    }
}

extension Array {
    /// Where the first element lies that belongs to the second part of a sorted array.
    func partition(_ isSecond: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
