package import Calendars
package import Rosters

/// Whether somebody could stand at a post for a stretch, as the roster stands.
package struct StandingQuestion: Sendable {
    private let context: CheckContext

    package init(_ context: CheckContext) {
        self.context = context
    }

    /// The first reason that keeps a person out; nil when nothing does, or where the post needs no cover.
    package func exclusion(
        of person: Ordinal<Person>, unit: Ordinal<Unit>, post: Ordinal<Post>, during stretch: Interval
    ) -> ExclusionReason? {
        guard let need = context.needs.firstIndex(where: { $0.unit == unit && $0.post == post }) else { return nil }
        let gap = Gap(
            need: need, unit: unit, post: post, interval: stretch, needed: 1, have: 0, period: context.period.key)
        return RemedySearch(context: context).exclusion(of: person, from: gap, stretch: stretch)
    }
}
