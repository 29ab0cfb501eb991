package import Calendars
package import Rosters

/// What `prove` found out about the roads of reports in a period.
package struct RoutingProofReport: Sendable {
    package let window: Interval
    /// Errors first, then by start, unit and rule.
    package let findings: [RouteFinding]
    /// The weakest first.
    package let routes: [Route]

    package var errors: [RouteFinding] { findings.filter { $0.severity == .error } }
}

/// Proves on paper that every report finds its people: each unit, kind, grade and instant of the period's window.
///
/// Nobody answers and no way fails, for two rounds of the ladder. The window of a unit is its own, cut to those of the
/// units above it; a step that runs later is taken to reach whoever stands when it ends, since the paper says no more.
package enum RoutingProof {
    /// The long walks of one run, for whoever shows how far it is: one over the stands of each roster, and three more.
    package static func walks(of book: RosterBook) -> Int { 4 + book.overlapping.count }

    /// Walks the units in as many slices as the slicer wants.
    package static func run(
        _ book: RosterBook, policy: Policy, by slicer: some Slicer = WholeWalk()
    ) -> RoutingProofReport {
        let context = ProofContext(book, policy: policy, by: slicer)
        var classes = RouteClasses(context)
        var people = PeopleTally()
        var findings = context.kindFindings(&classes) + context.ringFindings()
        var routes: [Route] = []
        let known = classes
        let parts = slicer.overRanges(of: book.place.units.count) { range in
            var part = UnitsProof(context, classes: known)
            let answers = TargetAnswers(context)
            for index in range { part.add(UnitRoads(Ordinal(index), in: context, sharing: answers)) }
            return part
        }
        for part in parts {
            findings += part.findings
            routes += part.routes
            people.add(part.people)
        }
        findings += people.findings(in: context)
        return RoutingProofReport(
            window: context.window, findings: ordered(findings, in: context.place.zone),
            routes: weakestFirst(routes))
    }

    /// Those as weak as others stay in their order.
    private static func weakestFirst(_ routes: [Route]) -> [Route] {
        let weakness = routes.map(\.weakness)
        let order = routes.indices.sorted { (weakness[$1], $0) < (weakness[$0], $1) }
        return order.map { routes[$0] }
    }

    private static func ordered(_ findings: [RouteFinding], in zone: Zone) -> [RouteFinding] {
        let keyed = findings.map { finding in
            (finding, [finding.unit?.text ?? "", finding.rule.rawValue, finding.identity(in: zone)])
        }
        return keyed.sorted { left, right in
            if left.0.severity != right.0.severity { return left.0.severity < right.0.severity }
            if left.0.interval.start != right.0.interval.start {
                return left.0.interval.start < right.0.interval.start
            }
            return left.1.lexicographicallyPrecedes(right.1)
        }.map(\.0)
    }
}

/// The proof of some of the units.
private struct UnitsProof: Sendable {
    private(set) var findings: [RouteFinding] = []
    private(set) var routes: [Route] = []
    private(set) var people = PeopleTally()
    private let context: ProofContext
    private var classes: RouteClasses

    init(_ context: ProofContext, classes: RouteClasses) {
        self.context = context
        self.classes = classes
    }

    mutating func add(_ unit: UnitRoads) {
        let roads = classes.classes(of: context.place[unit.unit].id).map(unit.road)
        var tally = DefectTally(unit)
        for road in roads {
            tally.add(road, &people)
            if let route = road.route(in: context) { routes.append(route) }
        }
        findings += tally.findings()
    }
}
