import Calendars
import Rosters

/// Turns the gaps of some tiers into findings with remedies.
struct GapFindings {
    let rule: RuleName
    let context: CheckContext

    func all(where tier: (Tier) -> Bool) -> [Finding] {
        let remedies = RemedySearch(context: context)
        return context.coverage.gaps.filter { tier(context.place.posts[$0.post.index].tier) }.map { gap in
            let (who, excluded) = remedies.search(gap)
            return Finding(
                rule: rule, severity: .error, unit: gap.unit, post: gap.post, interval: gap.interval,
                needed: gap.needed, have: gap.have, people: present(in: gap), place: source(of: gap),
                reasons: [.gap(period: gap.period)], remedies: who, excluded: excluded)
        }
    }

    /// Whoever stands there although there are too few.
    private func present(in gap: Gap) -> [Ordinal<Person>] {
        Set(stands(in: gap).map(\.assignment.person)).sorted()
    }

    /// The row that leaves the gap, or the table's header where no row speaks of that time.
    private func source(of gap: Gap) -> SourcePlace? {
        if let stand = stands(in: gap).first { return context.stands.source(of: stand) }
        return context.tables[gap.unit].map { SourcePlace(file: $0.file, line: 1) }
    }

    private func stands(in gap: Gap) -> [Stand] {
        context.stands.stands(for: context.needs[gap.need], in: context.place)
            .filter { $0.assignment.interval.overlaps(gap.interval) }
    }
}
