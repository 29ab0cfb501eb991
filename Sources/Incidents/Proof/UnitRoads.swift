import Calendars
import Rosters

/// One class of incidents in one unit, with what becomes of its reports over the whole window.
struct Road {
    let unit: Ordinal<Unit>
    let members: RouteClass
    let plan: EscalationPlan
    let runs: [RouteRun]
    /// Whether the period asks the unit for anything.
    let isRequired: Bool
}

/// The roads of a unit; target lists that several of them share are resolved once.
final class UnitRoads {
    let context: ProofContext
    let unit: Ordinal<Unit>
    /// The reports that are judged.
    let window: Interval
    let isRequired: Bool
    private let answers: TargetAnswers
    private var lines = LineNumbers()
    private var timelines: [Key: ReachTimeline] = [:]
    private lazy var leaders = [Target.tier(.overallLeader), .tier(.leader)].map { target in
        answers.timeline(of: target, for: nil, in: unit)
    }

    private struct Key: Hashable {
        let targets: [Target]
        /// Nil where the targets do not ask for the kind.
        let kind: IncidentKind?
    }

    /// Shares with other units what `answers` knows already.
    init(_ unit: Ordinal<Unit>, in context: ProofContext, sharing answers: TargetAnswers? = nil) {
        self.unit = unit
        self.context = context
        self.window = context.window(of: unit)
        self.isRequired = context.isRequired(unit)
        self.answers = answers ?? TargetAnswers(context)
    }

    func road(of members: RouteClass) -> Road {
        let plan = members.plan.origin == .policy ? members.plan : ownPlan(of: members)
        return Road(
            unit: unit, members: members, plan: plan, runs: runs(of: members, plan, over: window),
            isRequired: isRequired)
    }

    /// The plan of a unit for which the policy has no ladder.
    private func ownPlan(of members: RouteClass) -> EscalationPlan {
        context.plan(for: context.facts(of: members.sample, in: context.place[unit].id), grade: members.sampleGrade)
    }

    /// The runs of reports of a road in a stretch, were its ladder another one.
    func runs(of road: Road, with ladder: Ladder, over reports: Interval) -> [RouteRun] {
        let plan = EscalationPlan(
            origin: road.plan.origin, ladder: ladder, fallback: road.plan.fallback, roundPause: road.plan.roundPause,
            ways: road.plan.ways)
        return runs(of: road.members, plan, over: reports)
    }

    private func runs(of members: RouteClass, _ plan: EscalationPlan, over reports: Interval) -> [RouteRun] {
        var runner = RouteRunner(
            plan, quiet: members.quiet, zone: context.place.zone, within: window
        ) { timeline(of: $0, for: members.sample) }
        return runner.runs(over: reports)
    }

    func timeline(of targets: [Target], for kind: IncidentKind) -> ReachTimeline {
        let key = Key(targets: targets, kind: targets.contains(where: \.asksForKind) ? kind : nil)
        if let known = timelines[key] { return known }
        let timeline = ReachTimeline(
            targets.map { answers.timeline(of: $0, for: kind, in: unit) }, leaders: leaders, of: unit,
            over: context.window, counting: &lines)
        timelines[key] = timeline
        return timeline
    }
}
