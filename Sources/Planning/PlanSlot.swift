package import Calendars
package import Rosters

/// One shift at one post of one unit, with the seats that a plan fills there.
package struct PlanSlot: Hashable, Sendable {
    package let unit: Ordinal<Unit>
    package let post: Ordinal<Post>
    package let date: CivilDate
    package let interval: Interval
    /// So many people are needed.
    package let count: Int
    /// Who stands there and stays.
    package let kept: [Ordinal<Person>]
    /// The rank that the strictest period asks for.
    package let rank: Rank?
    /// Whether the planner chose the shift: nobody wrote it into a table.
    package let isLaid: Bool

    package init(
        unit: Ordinal<Unit>, post: Ordinal<Post>, date: CivilDate, interval: Interval, count: Int,
        kept: [Ordinal<Person>], rank: Rank?, isLaid: Bool = false
    ) {
        self.unit = unit
        self.post = post
        self.date = date
        self.interval = interval
        self.count = count
        self.kept = kept
        self.rank = rank
        self.isLaid = isLaid
    }

    /// The order of slots in every plan: by what planners write, never by where it stands in a file.
    static func isBefore(_ left: PlanSlot, _ right: PlanSlot, in place: Place) -> Bool {
        if left.unit != right.unit { return place[left.unit].id < place[right.unit].id }
        if left.post != right.post { return place[left.post].key < place[right.post].key }
        if left.interval != right.interval { return left.interval < right.interval }
        return left.date < right.date
    }
}
