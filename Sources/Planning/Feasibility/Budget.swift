/// How hard to try before saying that one does not know; counted in the solver's steps, never in time.
package struct Budget: Hashable, Sendable {
    /// Dead ends for each question to the solver.
    package var conflicts: Int
    /// Questions left.
    package var questions: Int

    package init(conflicts: Int = 50_000, questions: Int = 20_000) {
        self.conflicts = conflicts
        self.questions = questions
    }
}
