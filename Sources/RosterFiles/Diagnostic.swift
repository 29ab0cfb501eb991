/// Something that a file says and that cannot be accepted, with its place.
package struct Diagnostic: Hashable, Sendable {
    package let file: String
    /// From 1.
    package let line: Int
    /// From 1; nil where the whole line is meant.
    package let column: Int?
    package let problem: Problem

    package init(file: String, line: Int, column: Int? = nil, problem: Problem) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
    }
}

/// A position in a file.
struct Site: Hashable, Sendable {
    let line: Int
    let column: Int?

    init(line: Int, column: Int? = nil) {
        self.line = line
        self.column = column
    }

    static let start = Site(line: 1)
}

/// The diagnostics of one file, gathered while it is read.
struct DiagnosticList: Sendable {
    let file: String
    /// After this many, proposals of similar names would cost more than they help.
    private static let manyDiagnostics = 200

    private var found: [Diagnostic] = []

    init(file: String) {
        self.file = file
    }

    mutating func add(_ problem: Problem, at site: Site) {
        found.append(Diagnostic(file: file, line: max(1, site.line), column: site.column, problem: problem))
    }

    /// What another walk over the same file found after this one.
    mutating func add(_ other: DiagnosticList) { found += other.found }

    var isEmpty: Bool { found.isEmpty }
    var isLong: Bool { found.count >= Self.manyDiagnostics }

    /// By line and column, in the order of finding within one place.
    var sorted: [Diagnostic] {
        found.enumerated()
            .sorted { left, right in
                (left.element.line, left.element.column ?? 0, left.offset)
                    < (right.element.line, right.element.column ?? 0, right.offset)
            }
            .map(\.element)
    }
}
