import Calendars
import Rosters

/// One class of incidents in one unit, with what becomes of its reports over the whole window.
struct Road {
    let unit: Ordinal<Unit>
    let members: RouteClass
    let plan: EscalationPlan
    let facts: IncidentFacts
    let runs: [RouteRun]
}

/// The roads of a unit; target lists that several of them share are resolved once.
final class UnitRoads {
    let context: ProofContext
    let unit: Ordinal<Unit>
    /// The reports that are judged.
    let window: Interval
    private var timelines: [Key: ReachTimeline] = [:]
    private let memory = TargetMemory()

    private struct Key: Hashable {
        let targets: [Target]
        /// Nil where the targets do not ask for the kind.
        let kind: IncidentKind?
    }

    init(_ unit: Ordinal<Unit>, in context: ProofContext) {
        self.unit = unit
        self.context = context
        self.window = context.window(of: unit)
    }

    func road(of members: RouteClass) -> Road {
        let facts = context.facts(of: members.sample, in: context.place[unit].id)
        let plan = context.plan(for: facts, grade: members.sampleGrade)
        let quiet = context.quiet(for: facts, grade: members.sampleGrade)
        let runner = RouteRunner(plan, quiet: quiet, zone: context.place.zone, within: window) {
            timeline(of: $0, facts: facts, ways: plan.ways)
        }
        return Road(
            unit: unit, members: members, plan: plan, facts: facts, runs: runner.runs(over: window))
    }

    /// The runs of reports of a road in a stretch, were its ladder another one.
    func runs(of road: Road, with ladder: Ladder, over reports: Interval) -> [RouteRun] {
        let plan = EscalationPlan(
            origin: road.plan.origin, ladder: ladder, fallback: road.plan.fallback, roundPause: road.plan.roundPause,
            ways: road.plan.ways)
        let quiet = context.quiet(for: road.facts, grade: road.members.sampleGrade)
        return RouteRunner(plan, quiet: quiet, zone: context.place.zone, within: window) {
            timeline(of: $0, facts: road.facts, ways: plan.ways)
        }.runs(over: reports)
    }

    func timeline(of targets: [Target], on road: Road) -> ReachTimeline {
        timeline(of: targets, facts: road.facts, ways: road.plan.ways)
    }

    private func timeline(of targets: [Target], facts: IncidentFacts, ways: [ChannelDefinition]) -> ReachTimeline {
        let asksForKind = targets.contains(.handling) || targets.contains(.fieldLeader)
        let kind = asksForKind ? facts.category.map { IncidentKind(category: $0, type: facts.type) } : nil
        let key = Key(targets: targets, kind: kind)
        if let known = timelines[key] { return known }
        let timeline = ReachTimeline(targets, facts: facts, ways: ways, in: context, memory: memory)
        timelines[key] = timeline
        return timeline
    }
}
