import Calendars
import Rosters

/// The gaps of a roster before and after a change, held against each other minute by minute.
///
/// A gap is reported as one stretch however it came about: what a change opens or closes may be only a part of it.
struct GapComparison {
    private let before: [Seat: [Finding]]
    private let after: [Seat: [Finding]]
    private let context: CheckContext

    /// `context` is that of the roster after the change.
    init(before: [Finding], after: [Finding], in context: CheckContext) {
        self.before = Dictionary(grouping: before.filter(\.isGap), by: Seat.init)
        self.after = Dictionary(grouping: after.filter(\.isGap), by: Seat.init)
        self.context = context
    }

    private struct Seat: Hashable {
        let unit: Ordinal<Unit>?
        let post: Ordinal<Post>?

        init(_ gap: Finding) {
            (unit, post) = (gap.unit, gap.post)
        }
    }

    /// The stretches that lack more people than before.
    func opened() -> [PostGap] {
        all(after).flatMap { gap in
            stretches(of: gap, thatAreNoneOf: before).compactMap { shortage(of: gap, during: $0, have: gap.have) }
        }
    }

    /// The stretches that lack fewer people than before: those at full number, and with their numbers those that are not.
    func closed() -> [PostGap] {
        all(before).flatMap { gap in
            stretches(of: gap, thatAreNoneOf: after).flatMap { stretch -> [PostGap] in
                let left = (after[Seat(gap)] ?? []).filter { $0.interval.overlaps(stretch) }
                let full = stretch.subtracting(left.map(\.interval))
                return full.compactMap { shortage(of: gap, during: $0, have: gap.needed) }
                    + left.compactMap { less in
                        less.interval.intersection(stretch).flatMap { shortage(of: less, during: $0, have: less.have) }
                    }
            }
        }
    }

    /// By time, then by unit and post.
    private func all(_ gaps: [Seat: [Finding]]) -> [Finding] {
        func key(_ gap: Finding) -> [Int] { [gap.unit?.index ?? -1, gap.post?.index ?? -1] }
        return gaps.values.joined().sorted { left, right in
            left.interval == right.interval
                ? key(left).lexicographicallyPrecedes(key(right)) : left.interval < right.interval
        }
    }

    /// Where a gap is deeper than those of the other roster.
    private func stretches(of gap: Finding, thatAreNoneOf others: [Seat: [Finding]]) -> [Interval] {
        gap.interval.subtracting((others[Seat(gap)] ?? []).filter { $0.missing >= gap.missing }.map(\.interval))
    }

    private func shortage(of gap: Finding, during stretch: Interval, have: Int?) -> PostGap? {
        guard let unit = gap.unit, let post = gap.post else { return nil }
        return PostGap(
            unit: context.place[unit].id, post: context.place[post].key, interval: stretch, needed: gap.needed,
            have: have, people: people(at: post, of: unit, during: stretch))
    }

    /// Whoever stands there after the change, first who comes first.
    private func people(at post: Ordinal<Post>, of unit: Ordinal<Unit>, during stretch: Interval) -> [PersonID] {
        guard let need = context.needs.first(where: { $0.unit == unit && $0.post == post }) else { return [] }
        return context.stands.stands(for: need, in: context.place).map(\.assignment)
            .filter { $0.interval.overlaps(stretch) }.sorted { $0.interval < $1.interval }
            .map { context.place[$0.person].id }.uniqued()
    }
}

extension Finding {
    /// So many people a gap lacks.
    fileprivate var missing: Int { (needed ?? 0) - (have ?? 0) }
}
