/// How hard to try before saying that one does not know; counted in the solver's steps, never in time.
package struct Budget: Hashable, Sendable {
    /// Dead ends for each question to the solver.
    package var conflicts: Int
    /// Dead ends left for all questions together.
    package var total: Int
    /// Questions left.
    package var questions: Int

    package init(conflicts: Int = 10_000, total: Int = 40_000, questions: Int = 20_000) {
        self.conflicts = conflicts
        self.total = total
        self.questions = questions
    }

    /// Dead ends that the next question may use.
    var next: Int { max(0, min(conflicts, total)) }

    var isSpent: Bool { questions <= 0 }

    mutating func spend(_ conflicts: Int) {
        questions -= 1
        total -= conflicts
    }
}
