package import Calendars
package import Rosters

/// The road of a class of incidents in a unit, at its worst over the window.
package struct Route: Hashable, Sendable {
    package let unit: UnitID
    package let kinds: [IncidentKind]
    /// Nil among them: 未定级.
    package let grades: [Grade?]
    package let ladder: String
    package let origin: EscalationPlan.Origin
    /// From the report, the time that a quiet rule holds it included; nil: at some time nobody.
    package let firstTold: Duration?
    /// Nil: at some time no leader.
    package let firstLeader: Duration?
    /// Different telephones, two rounds of the ladder and its fallback together.
    package let people: Int
    /// Whether it tells somebody outside the unit at all times.
    package let leavesUnit: Bool
    /// The first report that fares worst.
    package let weakestAt: Instant
    /// A quiet rule holds it at some time.
    package let isHeld: Bool
    let weakness: Weakness
}

/// How badly a report fares; nobody told is worst, then the time to the first person, no leader, the time to the first
/// leader, few people, and nobody outside the unit. The time that a quiet rule holds it does not count.
struct Weakness: Hashable, Comparable {
    private let ranks: [Int64]

    init(_ run: RouteRun) {
        self.ranks = [
            run.firstTold == nil ? 1 : 0, run.firstTold?.climbing.components.seconds ?? 0,
            run.firstLeader == nil ? 1 : 0, run.firstLeader?.climbing.components.seconds ?? 0,
            -Int64(run.lines), run.leavesUnit ? 0 : 1,
        ]
    }

    /// The stronger one first.
    static func < (left: Weakness, right: Weakness) -> Bool { left.ranks.lexicographicallyPrecedes(right.ranks) }
}

extension Road {
    /// Nil for an empty window.
    func route(in context: ProofContext) -> Route? {
        guard let first = runs.first else { return nil }
        var worst = (run: first, weakness: Weakness(first))
        var people = first.lines
        for run in runs.dropFirst() {
            let weakness = Weakness(run)
            if weakness > worst.weakness { worst = (run, weakness) }
            people = min(people, run.lines)
        }
        return Route(
            unit: context.place[unit].id, kinds: members.kinds, grades: members.grades, ladder: plan.ladder.name,
            origin: plan.origin, firstTold: longest(\.firstTold), firstLeader: longest(\.firstLeader), people: people,
            leavesUnit: runs.allSatisfy(\.leavesUnit), weakestAt: worst.run.reports.start,
            isHeld: runs.contains { $0.steps.contains { $0.delay.heldUntil != nil } }, weakness: worst.weakness)
    }

    private func longest(_ delay: (RouteRun) -> RouteDelay?) -> Duration? {
        runs.reduce(Duration.zero) { longest, run in
            guard let longest, let delay = delay(run) else { return nil }
            return max(longest, delay.instant(after: run.reports.start) - run.reports.start)
        }
    }
}
