import Calendars
import Rosters

/// The limits of duties, pairs and ranks that keep somebody out of a gap.
extension RemedySearch {
    /// Nil when none does.
    func limit(on person: Ordinal<Person>, at gap: Gap, stretch: Interval) -> ExclusionReason? {
        tooMany(person, at: gap, stretch: stretch) ?? tooManyInARow(person, stretch: stretch)
            ?? apart(person, stretch: stretch) ?? rank(of: person, at: gap, stretch: stretch)
    }

    /// Duties at the same post that touch the stretch become one with it.
    private func tooMany(_ person: Ordinal<Person>, at gap: Gap, stretch: Interval) -> ExclusionReason? {
        let rules = context.place.rules
        guard rules.mostDuties != nil || rules.mostInWindow != nil else { return nil }
        let duties = context.stands.duties(of: person)
        let touching = duties.filter {
            $0.unit == gap.unit && $0.post == gap.post && $0.interval.start <= stretch.end
                && stretch.start <= $0.interval.end
        }
        let others = duties.filter { !touching.contains($0) }
        if let most = rules.mostDuties, others.filter(\.isOwn).count + 1 > most { return .tooManyDuties(limit: most) }
        guard let limit = rules.mostInWindow else { return nil }
        let earlier = touching.first { $0.interval.start < stretch.start }
        let day = earlier.map { context.stands.day(of: $0) } ?? context.place.zone.date(of: stretch.start)
        let days = others.map { context.stands.day(of: $0) } + [day]
        let isTooMany = days.contains { first in
            let window = first..<(first + limit.days)
            return window.contains(day) && days.filter(window.contains).count > limit.count
        }
        return isTooMany ? .tooManyInWindow(limit: limit.count, days: limit.days) : nil
    }

    private func tooManyInARow(_ person: Ordinal<Person>, stretch: Interval) -> ExclusionReason? {
        guard let most = context.place.rules.mostConsecutive else { return nil }
        let dates = Set(context.stands.stands(of: person).map(\.assignment.date))
        let date = context.place.zone.date(of: stretch.start)
        var (first, last) = (date, date)
        while dates.contains(first - 1) { first = first - 1 }
        while dates.contains(last + 1) { last = last + 1 }
        return first.distance(to: last) + 1 > most ? .tooManyInARow(limit: most) : nil
    }

    private func apart(_ person: Ordinal<Person>, stretch: Interval) -> ExclusionReason? {
        let pairs = context.place.rules.pairs.apart
        guard !pairs.isEmpty else { return nil }
        let id = context.place[person].id
        let others = pairs.compactMap { $0.partner(of: id) }.compactMap(context.place.person)
        return others.first { isOnDuty($0, during: stretch) }.map { .apartFrom($0) }
    }

    private func isOnDuty(_ person: Ordinal<Person>, during stretch: Interval) -> Bool {
        context.stands.stands(of: person).contains { $0.assignment.interval.overlaps(stretch) }
    }

    /// A leader must not be outranked by those on duty, nor anybody outrank the leader.
    private func rank(of person: Ordinal<Person>, at gap: Gap, stretch: Interval) -> ExclusionReason? {
        guard context.place.rules.isRankKept else { return nil }
        let (rank, tier) = (context.place[person].rank, context.place[gap.post].tier)
        let present = context.stands.stands(unit: gap.unit).filter { $0.assignment.interval.overlaps(stretch) }
        if tier == .leader {
            let higher = present.first {
                !context.tier(of: $0).isLeader && (context.rank(of: $0)?.outranks(rank) ?? false)
            }
            return higher.map { .outrankedBy($0.assignment.person) }
        }
        guard let rank, !tier.isLeader else { return nil }
        let lower = present.first { context.tier(of: $0) == .leader && rank.outranks(context.rank(of: $0)) }
        return lower.map { .outranksLeader($0.assignment.person) }
    }
}
