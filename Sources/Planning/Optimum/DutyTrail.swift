/// The duties of one person in the order in which they start, kept within every limit that concerns a person alone.
///
/// No limit that is broken here is mended by a later shift, so a search may turn back at once.
struct DutyTrail {
    struct Shift {
        let station: Int32
        let start: Int64
        let end: Int64
        let day: Int32
        let isOnSite: Bool
        let isSeat: Bool
    }

    private struct Duty {
        let station: Int32
        let start: Int64
        var end: Int64
        let day: Int32
        let isOnSite: Bool
        var hasSeat: Bool
    }

    private var duties: [Duty] = []
    private var dates: [Int32] = []
    private var seated = 0

    /// Adds a shift that starts no earlier than all before it; false if a limit forbids it.
    mutating func add(_ shift: Shift, within limits: SeatProblem.Limits) -> Bool {
        for duty in duties where duty.isOnSite == shift.isOnSite && duty.end > shift.start { return false }
        let touching = duties.lastIndex { $0.station == shift.station && $0.end >= shift.start }
        if let touching {
            guard extend(touching, to: shift, within: limits) else { return false }
        } else {
            guard begin(shift, within: limits) else { return false }
        }
        if let most = limits.most, shift.isSeat, seated > most { return false }
        return isInRow(shift.day, most: limits.consecutive)
    }

    private mutating func extend(_ index: Int, to shift: Shift, within limits: SeatProblem.Limits) -> Bool {
        duties[index].end = max(duties[index].end, shift.end)
        if shift.isSeat, !duties[index].hasSeat {
            duties[index].hasSeat = true
            seated += 1
        }
        return duties[index].end - duties[index].start <= limits.dutyLength
    }

    private mutating func begin(_ shift: Shift, within limits: SeatProblem.Limits) -> Bool {
        guard shift.end - shift.start <= limits.dutyLength else { return false }
        if limits.rest > 0 {
            for duty in duties where duty.isOnSite == shift.isOnSite && shift.start - duty.end < limits.rest {
                return false
            }
        }
        duties.append(
            Duty(
                station: shift.station, start: shift.start, end: shift.end, day: shift.day,
                isOnSite: shift.isOnSite, hasSeat: shift.isSeat))
        if shift.isSeat { seated += 1 }
        guard let window = limits.window else { return true }
        return duties.allSatisfy { first in
            duties.count { $0.day >= first.day && Int($0.day - first.day) < window.days } <= window.most
        }
    }

    /// Notes the date and looks at the run of dates around it.
    private mutating func isInRow(_ day: Int32, most: Int?) -> Bool {
        guard let most else { return true }
        let place = dates.lastIndex { $0 <= day }
        if let place, dates[place] == day { return true }
        let index = (place ?? -1) + 1
        dates.insert(day, at: index)
        var low = index
        while low > 0, dates[low - 1] == dates[low] - 1 { low -= 1 }
        var high = index
        while high + 1 < dates.count, dates[high + 1] == dates[high] + 1 { high += 1 }
        return high - low + 1 <= most
    }
}
