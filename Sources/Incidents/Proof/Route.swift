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
    private let tellsNobody: Int
    private let firstTold: Int64
    private let tellsNoLeader: Int
    private let firstLeader: Int64
    private let lines: Int
    private let staysInside: Int

    init(_ run: RouteRun) {
        self.tellsNobody = run.firstTold == nil ? 1 : 0
        self.firstTold = run.firstTold?.climbing ?? 0
        self.tellsNoLeader = run.firstLeader == nil ? 1 : 0
        self.firstLeader = run.firstLeader?.climbing ?? 0
        self.lines = run.lines
        self.staysInside = run.leavesUnit ? 0 : 1
    }

    /// The stronger one first.
    static func < (left: Weakness, right: Weakness) -> Bool {
        (left.tellsNobody, left.firstTold, left.tellsNoLeader, left.firstLeader, right.lines, left.staysInside)
            < (
                right.tellsNobody, right.firstTold, right.tellsNoLeader, right.firstLeader, left.lines,
                right.staysInside
            )
    }
}

extension Road {
    /// Nil for an empty window.
    func route(in context: ProofContext) -> Route? {
        guard let first = runs.first else { return nil }
        var (worst, weakness, people) = (0, Weakness(first), first.lines)
        for index in runs.indices.dropFirst() {
            let other = Weakness(runs[index])
            if other > weakness { (worst, weakness) = (index, other) }
            people = min(people, runs[index].lines)
        }
        return Route(
            unit: context.place[unit].id, kinds: members.kinds, grades: members.grades, ladder: plan.ladder.name,
            origin: plan.origin, firstTold: longest(\.firstTold), firstLeader: longest(\.firstLeader), people: people,
            leavesUnit: runs.allSatisfy(\.leavesUnit), weakestAt: runs[worst].reports.start,
            isHeld: runs.contains(where: \.isHeld), weakness: weakness)
    }

    private func longest(_ delay: (RouteRun) -> RouteDelay?) -> Duration? {
        var longest: Int64 = 0
        for run in runs {
            guard let delay = delay(run) else { return nil }
            longest = max(longest, delay.seconds(after: run.reports.start) - run.reports.start.seconds)
        }
        return .seconds(longest)
    }
}
