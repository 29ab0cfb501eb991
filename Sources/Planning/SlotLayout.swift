import Calendars
import RosterRules
import Rosters

/// Lays out the shifts in which a post is planned, so that together they cover what it needs.
struct SlotLayout {
    let place: Place
    let need: CoverNeed
    /// The rows of the unit's table.
    let rows: [TableSlot]
    /// The post's own people who stay.
    let kept: [Assignment]

    private struct Stretch: Hashable {
        let date: CivilDate
        let interval: Interval
    }

    func slots() -> [PlanSlot] {
        var chosen = Set(kept.map { Stretch(date: $0.date, interval: $0.interval) })
        var open = need.segments.map(\.interval).union()
        open = Self.subtract(chosen.map(\.interval), from: open)
        let tabled = rows.map { Stretch(date: $0.date, interval: $0.interval(in: place)) }
        while let first = open.first {
            guard let next = best(from: first.start, over: open, tabled) else {
                open = Self.subtract([unplannable(first)], from: open)
                continue
            }
            chosen.insert(next)
            open = Self.subtract([next.interval], from: open)
        }
        return chosen.sorted { $0.interval < $1.interval }.map(slot)
    }

    private func slot(_ stretch: Stretch) -> PlanSlot {
        let people = kept.filter { $0.date == stretch.date && $0.interval == stretch.interval }.map(\.person).uniqued()
        let needed = need.segments.filter { $0.interval.overlaps(stretch.interval) }.map(\.count).max() ?? 0
        return PlanSlot(
            unit: need.unit, post: need.post, date: stretch.date, interval: stretch.interval,
            count: max(needed, people.count), kept: people, rank: need.rank)
    }

    /// The best of the first list of options in which any shift covers the instant.
    private func best(from start: Instant, over open: [Interval], _ tabled: [Stretch]) -> Stretch? {
        for options in [named, { _ in tabled }, patterned] {
            let fitting = options(start).filter {
                $0.interval.contains(start) && $0.interval.duration <= place.rules.dutyLength
            }
            if let best = fitting.min(by: { isBetter($0, $1, over: open) }) { return best }
        }
        return nil
    }

    /// Least time outside what is open, then a shift in which the post stands already, then the longest.
    private func isBetter(_ left: Stretch, _ right: Stretch, over open: [Interval]) -> Bool {
        let (useful, other) = (useful(left, over: open), useful(right, over: open))
        let (waste, otherWaste) = (left.interval.wholeMinutes - useful, right.interval.wholeMinutes - other)
        if waste != otherWaste { return waste < otherWaste }
        let (isUsual, isOtherUsual) = (isUsual(left), isUsual(right))
        if isUsual != isOtherUsual { return isUsual }
        if useful != other { return useful > other }
        return left.interval < right.interval
    }

    private func useful(_ stretch: Stretch, over open: [Interval]) -> Int {
        open.clipped(to: stretch.interval).totalMinutes()
    }

    /// Whether the post stands in a shift of the same hours on another day.
    private func isUsual(_ stretch: Stretch) -> Bool {
        let start = place.zone.clockTime(of: stretch.interval.start)
        return kept.contains {
            $0.interval.duration == stretch.interval.duration && place.zone.clockTime(of: $0.interval.start) == start
        }
    }

    /// The shifts that `plan: shifts:` names for the post.
    private func named(_ start: Instant) -> [Stretch] {
        (place.plan.shifts(of: need.post) ?? []).flatMap { around(start, $0) }
    }

    private func patterned(_ start: Instant) -> [Stretch] {
        place.shifts.indices.flatMap { around(start, Ordinal($0)) }
    }

    /// A shift on the instant's date, and the one of the day before, which may last into it.
    private func around(_ start: Instant, _ shift: Ordinal<ShiftPattern>) -> [Stretch] {
        let date = place.zone.date(of: start)
        return [date - 1, date].map {
            Stretch(date: $0, interval: place[shift].window.interval(on: $0, in: place.zone))
        }
    }

    /// Time for which no shift exists, up to the start of the next one that does.
    private func unplannable(_ first: Interval) -> Interval {
        let date = place.zone.date(of: first.start)
        let starts = (0...1).flatMap { day in
            place.shifts.map { $0.window.interval(on: date + day, in: place.zone).start }
        }
        let next = starts.filter { $0 > first.start }.min() ?? first.end
        return Interval(start: first.start, end: min(first.end, next))
    }

    private static func subtract(_ intervals: [Interval], from open: [Interval]) -> [Interval] {
        open.flatMap { $0.subtracting(intervals) }
    }
}
