package import Calendars
package import Rosters

/// Who would be called in a unit, by kind of incident and shift: the table that a leader signs.
///
/// Each step names whom it would tell if it ran at once, a handover left out; who is told later depends on the waits.
package struct RouteMatrix: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package let kinds: [IncidentKind]
        /// Nil among them: 未定级.
        package let grades: [Grade?]
        package let ladder: String
        /// Set where the kind is told by day only.
        package let quiet: QuietRule?
        /// By column, by step.
        package let cells: [[[Recipient]]]
    }

    package let unit: UnitID
    /// Stretches between two changes of shift, in order.
    package let columns: [Interval]
    package private(set) var rows: [Row]

    /// The rows of one kind of incident.
    package func only(_ kind: IncidentKind) -> RouteMatrix {
        var matrix = self
        matrix.rows = rows.filter { $0.kinds.contains(kind) }
        return matrix
    }

    /// Nil where the place has no such unit.
    package init?(_ book: RosterBook, policy: Policy, unit: UnitID) {
        guard let ordinal = book.place.unit(unit) else { return nil }
        let context = ProofContext(book, policy: policy, handover: .zero)
        let roads = UnitRoads(ordinal, in: context)
        var classes = RouteClasses(context)
        let rows = classes.classes(of: unit).map { members in
            (members: members, steps: roads.steps(of: members))
        }
        let edges = Set(rows.flatMap(\.steps).flatMap(\.stretches).map(\.interval.start)).sorted()
        let cells = { (start: Instant) in
            rows.map { row in
                row.steps.map { timeline in
                    timeline.position(at: start.seconds, near: 0).map { timeline.stretches[$0].reach.recipients } ?? []
                }
            }
        }
        var columns: [(start: Instant, cells: [[[Recipient]]])] = []
        for edge in edges {
            let column = cells(edge)
            if columns.last?.cells != column { columns.append((edge, column)) }
        }
        let ends = columns.dropFirst().map(\.start) + [context.window.end]
        self.unit = unit
        self.columns = zip(columns, ends).map { Interval(start: $0.start, end: $1) }
        self.rows = rows.enumerated().map { index, row in
            Row(
                kinds: row.members.kinds, grades: row.members.grades, ladder: row.members.plan.ladder.name,
                quiet: context.quiet(
                    for: context.facts(of: row.members.sample, in: unit), grade: row.members.sampleGrade),
                cells: columns.map { $0.cells[index] })
        }
    }
}

extension UnitRoads {
    /// Whom each step of a class's ladder tells over the window.
    fileprivate func steps(of members: RouteClass) -> [ReachTimeline] {
        let facts = context.facts(of: members.sample, in: context.place[unit].id)
        let plan = context.plan(for: facts, grade: members.sampleGrade)
        return plan.ladder.steps.map { timeline(of: $0.tell, for: members.sample) }
    }
}
