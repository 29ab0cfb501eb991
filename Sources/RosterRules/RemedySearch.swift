import Calendars
import Rosters

/// Finds who could legally stand in a gap, and why the others cannot.
struct RemedySearch {
    let context: CheckContext

    /// Best first: fewest duties so far, then by id; the groups of the others, largest first.
    ///
    /// Tried for the longest stretch first; where nobody can stand it, for the shorter shifts that begin with the gap.
    func search(_ gap: Gap) -> (remedies: [Remedy], excluded: [Exclusion]) {
        let pool = pool(of: gap)
        var result: (remedies: [Remedy], excluded: [Exclusion]) = ([], [])
        for stretch in stretches(of: gap) {
            result = search(pool, for: gap, stretch: stretch)
            if !result.remedies.isEmpty { return result }
        }
        return result
    }

    private func search(
        _ pool: [Ordinal<Person>], for gap: Gap, stretch: Interval
    ) -> (remedies: [Remedy], excluded: [Exclusion]) {
        var remedies: [Remedy] = []
        var groups: [(reason: ExclusionReason, people: [Ordinal<Person>])] = []
        for person in pool {
            guard let reason = exclusion(of: person, from: gap, stretch: stretch) else {
                let duties = context.stands.duties(of: person).filter(\.isOwn).count
                remedies.append(Remedy(person: person, duties: duties, stretch: stretch))
                continue
            }
            if let known = groups.firstIndex(where: { $0.reason == reason }) {
                groups[known].people.append(person)
            } else {
                groups.append((reason, [person]))
            }
        }
        remedies.sort {
            ($0.duties, context.place[$0.person].id) < ($1.duties, context.place[$1.person].id)
        }
        let excluded = groups.enumerated()
            .sorted { ($1.element.people.count, $0.offset) < ($0.element.people.count, $1.offset) }
            .map { Exclusion(reason: $0.element.reason, people: $0.element.people) }
        return (remedies, excluded)
    }

    /// The gap, or as much of its beginning as one duty may last; then the shifts that begin with it, longest first.
    private func stretches(of gap: Gap) -> [Interval] {
        let start = gap.interval.start
        let whole = Interval(start: start, end: min(gap.interval.end, start + context.place.rules.dutyLength))
        let zone = context.place.zone
        let shifts = context.place.shifts
            .map { $0.window.interval(on: zone.date(of: start), in: zone) }
            .filter { $0.start == start && $0.end < whole.end }
            .sorted { $1.end < $0.end }
        return [whole] + shifts
    }

    private func pool(of gap: Gap) -> [Ordinal<Person>] { context.place.pool(of: gap.post, in: gap.unit) }

    /// The first reason that keeps somebody out of a gap; nil when nothing does.
    func exclusion(of ordinal: Ordinal<Person>, from gap: Gap, stretch: Interval) -> ExclusionReason? {
        let person = context.place[ordinal]
        let post = context.place[gap.post]
        if let reason = Eligibility.exclusion(of: person, from: post, rank: context.needs[gap.need].rank) {
            return reason
        }
        if context.absences[ordinal.index].contains(where: { $0.interval.overlaps(stretch) }) { return .onLeave }
        return conflict(of: ordinal, at: gap, stretch: stretch)
    }

    /// The person's own duties that leave no room.
    private func conflict(of person: Ordinal<Person>, at gap: Gap, stretch: Interval) -> ExclusionReason? {
        let isOnSite = context.place[gap.post].isOnSite
        let duties = context.stands.duties(of: person).filter { context.place[$0.post].isOnSite == isOnSite }
        var merged = stretch
        for duty in duties where duty.interval.overlaps(stretch) {
            return duty.unit == gap.unit && duty.post == gap.post ? .alreadyThere : .onDutyElsewhere
        }
        for duty in duties {
            let isSame = duty.unit == gap.unit && duty.post == gap.post
            if isSame, duty.interval.end == stretch.start || duty.interval.start == stretch.end {
                merged = merged.hull(duty.interval)
            } else if let rest = context.place.rules.rest {
                if duty.interval.end <= stretch.start, stretch.start - duty.interval.end < rest {
                    return .restsUntil(duty.interval.end + rest)
                }
                if duty.interval.start >= stretch.end, duty.interval.start - stretch.end < rest {
                    return .mustRestFrom(duty.interval.start - rest)
                }
            }
        }
        if merged.duration > context.place.rules.dutyLength { return .dutyWouldBeTooLong }
        return limit(on: person, at: gap, stretch: stretch)
    }
}

extension Person {
    /// Whether employment keeps this person from the post.
    func mayNotStand(at post: Post) -> Bool { mayNotStand(amongst: post.employment) }

    /// The same where the post's list of employments is at hand; an empty one allows any that may stand at all.
    func mayNotStand(amongst allowed: [Employment]) -> Bool {
        guard let employment else { return !allowed.isEmpty }
        return employment.isNeverEligible || !(allowed.isEmpty || allowed.contains(employment))
    }
}
