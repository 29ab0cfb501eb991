package import Planning

/// A “Shift Scheduling” instance of Curtois and Qu, and the names by which its file calls people and shifts.
package struct ShiftInstance: Hashable, Sendable {
    package let problem: RowProblem
    package let people: [String]
    package let types: [String]

    /// One reason why a text is no instance, and where it says so.
    package struct Diagnostic: Hashable, Sendable {
        package let line: Int
        package let message: String

        package init(line: Int, message: String) {
            self.line = line
            self.message = message
        }
    }

    /// Every reason at once.
    package struct Unreadable: Error, Hashable {
        package let diagnostics: [Diagnostic]
    }

    package init(_ text: String) throws(Unreadable) {
        var reader = ShiftReader()
        var last = 1
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            last = number + 1
            reader.read(line, number: last)
        }
        reader.end(line: last)
        guard reader.diagnostics.isEmpty else { throw Unreadable(diagnostics: reader.diagnostics) }
        problem = reader.problem
        people = reader.people
        types = reader.types
    }

    /// The plan as text: a line for each person, shift ids separated by commas, nothing on a free day.
    package func text(of plan: RowPlan) -> String {
        plan.rows.map { row in row.map { $0 < 0 ? "" : types[$0] }.joined(separator: ",") + "\n" }.joined()
    }
}
