import Calendars
import Rosters

/// How long after a report something happens when nobody answers.
struct RouteDelay: Hashable {
    /// Without the time for which a quiet rule holds the ladder.
    var climbing: Duration
    /// Set once a quiet rule has held it: then the hour of the day decides, not that of the report.
    var heldUntil: Instant?

    func instant(after report: Instant) -> Instant { heldUntil ?? report + climbing }
}

/// A step that ran, or gave way because it reached nobody.
struct StepRun {
    let round: Int
    /// From 1.
    let number: Int
    let delay: RouteDelay
    let reach: Reach
}

/// What becomes of a report at any instant of a stretch: two rounds of its ladder with nobody answering.
struct RouteRun {
    /// The reports of which it speaks.
    let reports: Interval
    let steps: [StepRun]
    /// Whom the fallback reaches when the second round begins.
    let fallback: Reach?
    /// The different telephones behind all steps.
    let lines: Int

    init(reports: Interval, steps: [StepRun], fallback: Reach?) {
        self.reports = reports
        self.steps = steps
        self.fallback = fallback
        self.lines = steps.reduce(into: Set<Int>()) { $0.formUnion($1.reach.lines) }.count
    }

    var told: [StepRun] { steps.filter { !$0.reach.isEmpty } }
    var firstTold: RouteDelay? { steps.first { !$0.reach.isEmpty }?.delay }
    var firstLeader: RouteDelay? { steps.first { $0.reach.hasLeader }?.delay }
    var leavesUnit: Bool {
        steps.contains { $0.round == 1 && $0.reach.leavesUnit } || fallback?.leavesUnit == true
    }
}

/// A ladder in a unit, ready to be climbed at any instant.
struct RouteRunner {
    private let zone: Zone
    private let window: Interval
    private let quiet: QuietRule?
    private let pause: Duration
    /// By round, its steps.
    private let rounds: [[(step: Step, timeline: ReachTimeline)]]
    private let fallback: ReachTimeline

    /// The timeline that is asked for targets covers the whole window.
    init(
        _ plan: EscalationPlan, quiet: QuietRule?, zone: Zone, within window: Interval,
        timeline: ([Target]) -> ReachTimeline
    ) {
        self.zone = zone
        self.window = window
        self.quiet = quiet
        self.pause = plan.roundPause
        self.rounds = [false, true].map { isWidened in
            plan.steps(isWidened: isWidened).map { ($0, timeline($0.tell)) }
        }
        self.fallback = timeline(plan.fallback)
    }

    /// The whole window, stretch after stretch, each as long as its reports fare the same.
    func runs(over window: Interval) -> [RouteRun] {
        var runs: [RouteRun] = []
        var start = window.start
        while start < window.end {
            let run = run(from: start, before: window.end)
            runs.append(run)
            start = run.reports.end
        }
        return runs
    }

    private func run(from report: Instant, before end: Instant) -> RouteRun {
        var climb = Climb(report: report, end: end)
        var steps: [StepRun] = []
        var reserve: Reach?
        for (round, ladder) in zip(1..., rounds) {
            hold(&climb)
            if round == 2 { reserve = look(at: fallback, &climb) }
            for (number, (step, timeline)) in zip(1..., ladder) {
                guard let reach = look(at: timeline, &climb) else { continue }
                steps.append(StepRun(round: round, number: number, delay: climb.delay, reach: reach))
                guard !reach.isEmpty else { continue }
                climb.wait(step.wait)
                hold(&climb)
            }
            climb.wait(pause)
        }
        return RouteRun(reports: Interval(start: report, end: climb.end), steps: steps, fallback: reserve)
    }

    private func look(at timeline: ReachTimeline, _ climb: inout Climb) -> Reach? {
        guard let reach = timeline.reach(at: min(climb.instant, window.end - .seconds(1))) else { return nil }
        if climb.instant < window.end { climb.holds(until: reach.interval.end) }
        return reach
    }

    /// By night the ladder of a quiet kind waits for the day.
    private func hold(_ climb: inout Climb) {
        guard let quiet else { return }
        if let opens = quiet.opens(after: climb.instant, in: zone) {
            climb.holds(until: opens)
            climb.heldUntil(opens)
        } else if let closes = quiet.closes(after: climb.instant, in: zone) {
            climb.holds(until: closes)
        }
    }
}

extension QuietRule {
    /// When the part of the day ends that holds the instant; nil where none does.
    fileprivate func closes(after now: Instant, in zone: Zone) -> Instant? {
        let today = zone.date(of: now)
        return [today - 1, today].map { day.interval(on: $0, in: zone) }.filter { $0.contains(now) }.map(\.end).max()
    }
}

/// Where a climb stands, and how late the report may come for it to be the same.
private struct Climb {
    let report: Instant
    private(set) var end: Instant
    private(set) var delay = RouteDelay(climbing: .zero)

    init(report: Instant, end: Instant) {
        self.report = report
        self.end = end
    }

    var instant: Instant { delay.instant(after: report) }

    mutating func wait(_ duration: Duration) {
        delay.climbing += duration
        delay.heldUntil = delay.heldUntil.map { $0 + duration }
    }

    mutating func heldUntil(_ instant: Instant) { delay.heldUntil = instant }

    /// What was found now is the same until then; once held, the hour of the report does not matter any more.
    mutating func holds(until instant: Instant) {
        if delay.heldUntil == nil { end = min(end, report + (instant - self.instant)) }
    }
}
