import Calendars
import Rosters

/// How long after a report something happens when nobody answers.
struct RouteDelay: Hashable {
    /// In seconds, without the time for which a quiet rule holds the ladder.
    var climbing: Int64
    /// Set once a quiet rule has held it: then the hour of the day decides, not that of the report.
    var heldUntil: Instant?

    var minutes: Int { Int(climbing / 60) }

    func instant(after report: Instant) -> Instant { heldUntil ?? Instant(seconds: report.seconds + climbing) }

    /// The same in seconds, which millions of climbs compare sooner.
    func seconds(after report: Instant) -> Int64 { heldUntil?.seconds ?? report.seconds + climbing }
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
    fileprivate(set) var reports: Interval
    /// Those of all runs of a road lie in one array.
    fileprivate(set) var steps: ArraySlice<StepRun> = []
    /// Whom the fallback reaches when the second round begins.
    private(set) var fallback: Reach?
    private(set) var firstTold: RouteDelay?
    private(set) var firstLeader: RouteDelay?
    /// Whether the first round or the fallback tells somebody outside the unit.
    private(set) var leavesUnit = false
    /// Whether the first round tells somebody outside the unit.
    private(set) var climbsOut = false
    /// Whether a quiet rule holds it.
    private(set) var isHeld = false
    /// Whether each step is.
    private(set) var isSound = true
    /// How many steps of the first round reach somebody.
    private var climbed = 0
    private var behindFirst = LineSet()
    private var behind = LineSet()

    /// The different telephones behind all steps.
    var lines: Int { behind.count }
    /// One telephone behind all steps, or behind several of the first round.
    var isOneLine: Bool { lines == 1 || climbed > 1 && behindFirst.count == 1 }

    fileprivate init(reports: Interval) {
        self.reports = reports
    }

    fileprivate mutating func add(_ step: StepRun) {
        let reach = step.reach
        if firstTold == nil, !reach.isEmpty { firstTold = step.delay }
        if firstLeader == nil, reach.hasLeader { firstLeader = step.delay }
        isHeld = isHeld || step.delay.heldUntil != nil
        isSound = isSound && reach.isSound
        behind.formUnion(reach.lines)
        guard step.round == 1, !reach.isEmpty else { return }
        climbed += 1
        climbsOut = climbsOut || reach.leavesUnit
        leavesUnit = leavesUnit || reach.leavesUnit
        behindFirst.formUnion(reach.lines)
    }

    fileprivate mutating func fallBack(on reach: Reach?) {
        fallback = reach
        leavesUnit = leavesUnit || reach?.leavesUnit == true
    }
}

/// A ladder in a unit, ready to be climbed at any instant.
struct RouteRunner {
    private let zone: Zone
    private let window: Interval
    private let quiet: QuietRule?
    /// In seconds.
    private let pause: Int64
    private var rounds: [[Rung]]
    private var fallback: Rung

    /// A step of a round, with whom it tells when.
    private struct Rung {
        /// In seconds.
        let wait: Int64
        let timeline: ReachTimeline
        /// The stretch at which the last report found the step.
        var position = 0

        init(wait: Duration, timeline: ReachTimeline) {
            self.wait = wait.components.seconds
            self.timeline = timeline
        }

        /// Whom it tells where a climb stands, and how long that holds; nil where the window is empty.
        mutating func look(_ climb: inout Climb, within window: Interval) -> Reach? {
            let (now, end) = (climb.seconds, window.end.seconds)
            guard let position = timeline.position(at: min(now, end - 1), near: position) else { return nil }
            self.position = position
            if now < end { climb.holds(until: timeline.stretches[position].interval.end) }
            return timeline.stretches[position].reach
        }
    }

    /// The timeline that is asked for targets covers the whole window.
    init(
        _ plan: EscalationPlan, quiet: QuietRule?, zone: Zone, within window: Interval,
        timeline: ([Target]) -> ReachTimeline
    ) {
        self.zone = zone
        self.window = window
        self.quiet = quiet
        self.pause = plan.roundPause.components.seconds
        self.rounds = [false, true].map { isWidened in
            plan.steps(isWidened: isWidened).map { Rung(wait: $0.wait, timeline: timeline($0.tell)) }
        }
        self.fallback = Rung(wait: .zero, timeline: timeline(plan.fallback))
    }

    /// The whole window, stretch after stretch, each as long as its reports fare the same.
    mutating func runs(over window: Interval) -> [RouteRun] {
        let timelines = rounds.joined().map(\.timeline)
        let expected = timelines.reduce(1) { $0 + $1.stretches.count }
        var runs: [RouteRun] = []
        var ends: [Int] = []
        var steps: [StepRun] = []
        runs.reserveCapacity(expected)
        steps.reserveCapacity(expected * timelines.count)
        var start = window.start
        while start < window.end {
            runs.append(run(from: start, before: window.end, &steps))
            start = runs[runs.count - 1].reports.end
            ends.append(steps.count)
        }
        for index in runs.indices { runs[index].steps = steps[(index > 0 ? ends[index - 1] : 0)..<ends[index]] }
        return runs
    }

    /// Its steps go behind those of the runs before.
    private mutating func run(from report: Instant, before end: Instant, _ steps: inout [StepRun]) -> RouteRun {
        let window = window
        var climb = Climb(report: report, end: end)
        var run = RouteRun(reports: Interval(start: report, end: end))
        for round in rounds.indices {
            hold(&climb)
            if round == 1 { run.fallBack(on: fallback.look(&climb, within: window)) }
            for index in rounds[round].indices {
                guard let reach = rounds[round][index].look(&climb, within: window) else { continue }
                let step = StepRun(round: round + 1, number: index + 1, delay: climb.delay, reach: reach)
                run.add(step)
                steps.append(step)
                guard !reach.isEmpty else { continue }
                climb.wait(rounds[round][index].wait)
                hold(&climb)
            }
            climb.wait(pause)
        }
        run.reports = Interval(start: report, end: climb.end)
        return run
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
    private(set) var delay = RouteDelay(climbing: 0)

    init(report: Instant, end: Instant) {
        self.report = report
        self.end = end
    }

    var instant: Instant { delay.instant(after: report) }
    var seconds: Int64 { delay.seconds(after: report) }

    mutating func wait(_ seconds: Int64) {
        delay.climbing += seconds
        delay.heldUntil = delay.heldUntil.map { Instant(seconds: $0.seconds + seconds) }
    }

    mutating func heldUntil(_ instant: Instant) { delay.heldUntil = instant }

    /// What was found now is the same until then; once held, the hour of the report does not matter any more.
    mutating func holds(until instant: Instant) {
        guard delay.heldUntil == nil else { return }
        let last = instant.seconds - delay.climbing
        if last < end.seconds { end = Instant(seconds: last) }
    }
}
