package import Rosters

/// Everything that a plan is made from.
package struct PlanRequest: Sendable {
    package var book: RosterBook
    /// The dates and shifts for which a unit's table has rows already, in their order.
    package var rows: [Ordinal<Unit>: [TableSlot]]
    package var wishes: [Wish]
    package var past: PastDuties
    /// Whether names that nobody pinned may be replaced (`--replace`).
    package var isReplacing: Bool
    /// A roster from which as little as possible should change.
    package var previous: [Assignment]?

    package init(
        book: RosterBook, rows: [Ordinal<Unit>: [TableSlot]] = [:], wishes: [Wish] = [],
        past: PastDuties = PastDuties(), isReplacing: Bool = false, previous: [Assignment]? = nil
    ) {
        self.book = book
        self.rows = rows
        self.wishes = wishes
        self.past = past
        self.isReplacing = isReplacing
        self.previous = previous
    }

    /// What of the tables stays as it stands.
    var kept: [Assignment] { book.roster.assignments.filter { !isReplacing || $0.isPinned } }
}
