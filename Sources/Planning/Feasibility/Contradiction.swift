/// Facts that cannot all hold, whatever else is asked.
package struct Contradiction: Hashable, Sendable {
    /// In the order of ``Fact``: slots, leaves, pins, then the rules.
    package var core: [Fact]
    /// Letting go of any one makes the others possible; false only where the budget ran out before that was proved.
    package var isMinimal: Bool

    package init(core: [Fact], isMinimal: Bool = true) {
        self.core = core.sorted()
        self.isMinimal = isMinimal
    }

    package var slots: [Int] {
        core.compactMap { fact in
            guard case .slot(let slot) = fact else { return nil }
            return slot
        }
    }
}
