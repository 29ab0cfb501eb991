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

    private struct Hours: Hashable {
        let start: ClockTime
        let duration: Duration
    }

    /// Each list of shifts covers what it can, at the least cost, of what those before it left open.
    func slots() -> [PlanSlot] {
        var chosen = Set(kept.map { Stretch(date: $0.date, interval: $0.interval) })
        var open = subtract(chosen.map(\.interval), from: need.segments.map(\.interval).union())
        let stood = Set(chosen.map { hours($0.interval) })
        let tabled = rows.map { Stretch(date: $0.date, interval: $0.interval(in: place)) }.sorted {
            ($0.interval, $0.date) < ($1.interval, $1.date)
        }
        for list in [unitNamed, postNamed, { _ in tabled }, patterned] where !open.isEmpty {
            let stretches = list(open).filter { $0.interval.duration <= place.rules.dutyLength }
            let cover = cover(stretches, over: open, stood: stood, tabled: Set(tabled.map { hours($0.interval) }))
            chosen.formUnion(cover)
            open = subtract(cover.map(\.interval), from: open)
        }
        let written = Set(tabled).union(kept.map { Stretch(date: $0.date, interval: $0.interval) })
        return chosen.sorted { ($0.interval, $0.date) < ($1.interval, $1.date) }.map {
            slot($0, isLaid: !written.contains($0))
        }
    }

    private func cover(
        _ stretches: [Stretch], over open: [Interval], stood: Set<Hours>, tabled: Set<Hours>
    ) -> [Stretch] {
        let offers = stretches.map { stretch in
            let hours = hours(stretch.interval)
            return ShiftCover.Offer(
                interval: stretch.interval, isStood: stood.contains(hours), isTabled: tabled.contains(hours))
        }
        let dates = Dictionary(stretches.map { ($0.interval, $0) }, uniquingKeysWith: { first, _ in first })
        return ShiftCover(of: offers, over: open).chosen().compactMap { dates[$0] }
    }

    private func slot(_ stretch: Stretch, isLaid: Bool) -> PlanSlot {
        let people = kept.filter { $0.date == stretch.date && $0.interval == stretch.interval }.map(\.person).uniqued()
        let needed = need.segments.filter { $0.interval.overlaps(stretch.interval) }.map(\.count).max() ?? 0
        return PlanSlot(
            unit: need.unit, post: need.post, date: stretch.date, interval: stretch.interval,
            count: max(needed, people.count), kept: people, rank: need.rank, isLaid: isLaid)
    }

    private func hours(_ interval: Interval) -> Hours {
        Hours(start: place.zone.clockTime(of: interval.start), duration: interval.duration)
    }

    /// The shifts that `plan: shifts:` names for the unit.
    private func unitNamed(_ open: [Interval]) -> [Stretch] {
        (place.plan.shifts(of: need.unit) ?? []).flatMap { all($0, over: open) }
    }

    /// The shifts that `plan: shifts:` names for the post.
    private func postNamed(_ open: [Interval]) -> [Stretch] {
        (place.plan.shifts(of: need.post) ?? []).flatMap { all($0, over: open) }
    }

    private func patterned(_ open: [Interval]) -> [Stretch] {
        place.shifts.indices.flatMap { all(Ordinal($0), over: open) }
    }

    /// A shift on every date on which it could cover some of the time, also from the day before.
    private func all(_ shift: Ordinal<ShiftPattern>, over open: [Interval]) -> [Stretch] {
        guard let first = open.first?.start, let last = open.last?.end else { return [] }
        let dates = (place.zone.date(of: first) - 1).dayNumber...place.zone.date(of: last).dayNumber
        return dates.map { day in
            let date = CivilDate(dayNumber: day)
            return Stretch(date: date, interval: place[shift].window.interval(on: date, in: place.zone))
        }
    }

    private func subtract(_ intervals: [Interval], from open: [Interval]) -> [Interval] {
        open.flatMap { $0.subtracting(intervals) }
    }
}
