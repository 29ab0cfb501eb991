/// Facts that cannot all hold, whatever else is asked.
package struct Contradiction: Hashable, Sendable {
    /// In the order of ``Fact``: slots, leaves, pins, then the rules.
    package var core: [Fact]
    /// Letting go of any one makes the others possible; false only where the budget ran out before that was proved.
    package var isMinimal: Bool
    /// What was let go of to find the next contradiction; nil where nobody looked for one.
    package var excused: Fact?

    package init(core: [Fact], isMinimal: Bool = true, excused: Fact? = nil) {
        self.core = core.sorted()
        self.isMinimal = isMinimal
        self.excused = excused
    }

    package var slots: [Int] {
        core.compactMap { fact in
            guard case .slot(let slot) = fact else { return nil }
            return slot
        }
    }
}
