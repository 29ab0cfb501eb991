/// Facts that cannot all hold, whatever else is asked.
package struct Contradiction: Hashable, Sendable {
    /// In the order of ``Fact``: slots, leaves, pins, then the rules.
    package var core: [Fact]
    /// Letting go of any one makes the others possible; false only where the budget ran out before that was proved.
    package var isMinimal: Bool
    /// What was let go of to find the next contradiction; nil where nobody looked for one.
    package var excused: Fact?
    /// Where more than one seat is short for the same reason, all of them; the core shows one.
    package var shortage: Shortage?

    package init(core: [Fact], isMinimal: Bool = true, excused: Fact? = nil, shortage: Shortage? = nil) {
        self.core = core.sorted()
        self.isMinimal = isMinimal
        self.excused = excused
        self.shortage = shortage
    }

    package var slots: [Int] {
        core.compactMap { fact in
            guard case .slot(let slot) = fact else { return nil }
            return slot
        }
    }

    /// All that was let go of because of this contradiction.
    package var allExcused: [Fact] { shortage?.excused ?? excused.map { [$0] } ?? [] }
}
