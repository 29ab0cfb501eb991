import Calendars
import Rosters

/// A broken link of a road, whatever the time and the kind.
struct RouteDefect: Hashable {
    let rule: RouteRule
    /// How grave it is where the policy says nothing.
    let severity: Severity
    let ladder: String
    var step: Int?
    var targets: [Target] = []
    var post: PostKey?
    var person: PersonID?
    /// The one line behind every step.
    var recipient: Recipient?
}

/// When a broken link shows.
struct Occurrence {
    /// The reports that meet it.
    var reports: Interval
    /// When the step runs that meets it.
    var steps: Interval
    /// How late the first leader is told; nil: never.
    var late: Int?

    mutating func add(_ other: Occurrence) {
        reports = reports.hull(other.reports)
        steps = steps.hull(other.steps)
        late = late.flatMap { late in other.late.map { max(late, $0) } }
    }
}

extension Road {
    /// The broken links that the reports of one run meet.
    func defects(of run: RouteRun, in context: ProofContext) -> [(RouteDefect, Occurrence)] {
        guard run.firstTold != nil else {
            return [(defect(.nobodyTold), occurrence(run, at: nil))]
        }
        guard isRequired else { return [] }
        let whole = wholeRoad(run, in: context)
        return run.isSound ? whole : emptySteps(run, in: context) + absences(run) + unstaffed(run, in: context) + whole
    }

    private func defect(
        _ rule: RouteRule, _ severity: Severity? = nil, step: StepRun? = nil
    ) -> RouteDefect {
        // Without a ladder of its own a place is warned only: it was never told how to climb.
        let isBare = plan.origin != .policy && rule != .nobodyTold
        return RouteDefect(
            rule: rule, severity: isBare ? .warning : severity ?? rule.usualSeverity, ladder: plan.ladder.name,
            step: step?.number,
            targets: step.map { plan.ladder.steps[$0.number - 1].tell } ?? [])
    }

    private func occurrence(_ run: RouteRun, at step: StepRun?, late: Int? = nil) -> Occurrence {
        let reports = run.reports
        let steps = step.map { step in
            let (first, last) = (step.delay.instant(after: reports.start), step.delay.instant(after: reports.end))
            return Interval(start: first, end: max(last, first + .seconds(1)))
        }
        return Occurrence(reports: reports, steps: steps ?? reports, late: late)
    }

    private func emptySteps(_ run: RouteRun, in context: ProofContext) -> [(RouteDefect, Occurrence)] {
        run.steps.filter { $0.round == 1 && $0.reach.isEmpty }.map { step in
            let targets = plan.ladder.steps[step.number - 1].tell
            let occurrence = occurrence(run, at: step)
            let endsAbove = context.place.units[unit.index].parent == nil && targets.allSatisfy { $0 == .unitAbove }
            let isWanted = context.demands(
                targets, of: members.sample, in: unit, during: occurrence.steps)
            return (defect(.stepEmpty, endsAbove || !isWanted ? .warning : nil, step: step), occurrence)
        }
    }

    /// Posts that a step names and that nobody stands at, wherever the machine looks.
    private func unstaffed(_ run: RouteRun, in context: ProofContext) -> [(RouteDefect, Occurrence)] {
        run.steps.filter { $0.round == 1 }.flatMap { step in
            step.reach.misses.compactMap { miss in
                guard miss.cause == .nobodyOnDuty, let key = post(of: miss.target, in: context) else { return nil }
                let isNamed = miss.target == .post(key)
                var defect = defect(.postUnstaffed, step.reach.isEmpty && isNamed ? nil : .warning, step: step)
                defect.post = key
                return (defect, occurrence(run, at: step))
            }
        }
    }

    /// The post that a target names, or the one that handles the kind where the period wants none of those staffed.
    private func post(of target: Target, in context: ProofContext) -> PostKey? {
        if case .post(let key) = target { return key }
        guard target == .handling else { return nil }
        let handling = context.place.posts.filter { $0.isFor(members.sample) }
        return handling.contains { context.wants($0.key) } ? nil : handling.first?.key
    }

    /// People whom a step or the fallback would tell while they are away.
    private func absences(_ run: RouteRun) -> [(RouteDefect, Occurrence)] {
        run.steps.filter { $0.round == 1 || $0.number == 1 }.flatMap { step in
            step.reach.absent.map { person in
                let isAlone = step.reach.absent.count == step.reach.named.count
                var defect = defect(
                    .personOnLeave, isAlone ? .error : .warning, step: step.round == 1 ? step : nil)
                defect.person = person
                return (defect, occurrence(run, at: step))
            }
        }
    }

    private func wholeRoad(_ run: RouteRun, in context: ProofContext) -> [(RouteDefect, Occurrence)] {
        var found: [(RouteDefect, Occurrence)] = []
        if run.isOneLine {
            var defect = defect(.oneNumber)
            defect.recipient = run.steps.first { !$0.reach.isEmpty }?.reach.recipients.first
            found.append((defect, occurrence(run, at: nil)))
        }
        if let limit = context.leaderWithin, run.firstLeader.map({ $0.climbing > limit }) ?? true {
            found.append((defect(.leaderLate), occurrence(run, at: nil, late: run.firstLeader?.minutes)))
        }
        if !run.climbsOut, context.place.units[unit.index].parent != nil {
            // The fallback people come only when a whole round was in vain.
            found.append((defect(.endsInside, run.leavesUnit ? .warning : nil), occurrence(run, at: nil)))
        }
        return found
    }
}
