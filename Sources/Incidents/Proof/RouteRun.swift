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
    let reports: Interval
    let steps: [StepRun]
    /// Whom the fallback reaches when the second round begins.
    let fallback: Reach?
    /// The different telephones behind all steps.
    let lines: Int
    let firstTold: RouteDelay?
    let firstLeader: RouteDelay?
    let leavesUnit: Bool
    /// So is each step.
    let isSound: Bool

    init(reports: Interval, steps: [StepRun], fallback: Reach?) {
        self.reports = reports
        self.steps = steps
        self.fallback = fallback
        self.lines = Self.lines(behind: steps)
        var (firstTold, firstLeader): (RouteDelay?, RouteDelay?)
        var (leavesUnit, isSound) = (fallback?.leavesUnit == true, true)
        for index in steps.indices {
            let reach = steps[index].reach
            if firstTold == nil, !reach.isEmpty { firstTold = steps[index].delay }
            if firstLeader == nil, reach.hasLeader { firstLeader = steps[index].delay }
            leavesUnit = leavesUnit || steps[index].round == 1 && reach.leavesUnit
            isSound = isSound && reach.isSound
        }
        (self.firstTold, self.firstLeader) = (firstTold, firstLeader)
        (self.leavesUnit, self.isSound) = (leavesUnit, isSound)
    }

    private static func lines(behind steps: [StepRun]) -> Int {
        var count = 0
        for index in steps.indices {
            let reach = steps[index].reach
            let earlier = steps[..<index]
            if earlier.contains(where: { $0.reach === reach }) { continue }
            for line in reach.lines where !earlier.contains(where: { $0.reach.isBehind(line) }) { count += 1 }
        }
        return count
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
        var runs: [RouteRun] = []
        var start = window.start
        while start < window.end {
            let run = run(from: start, before: window.end)
            runs.append(run)
            start = run.reports.end
        }
        return runs
    }

    private mutating func run(from report: Instant, before end: Instant) -> RouteRun {
        let window = window
        var climb = Climb(report: report, end: end)
        var steps: [StepRun] = []
        steps.reserveCapacity(rounds[0].count * 2)
        var reserve: Reach?
        for round in rounds.indices {
            hold(&climb)
            if round == 1 { reserve = fallback.look(&climb, within: window) }
            for index in rounds[round].indices {
                guard let reach = rounds[round][index].look(&climb, within: window) else { continue }
                steps.append(StepRun(round: round + 1, number: index + 1, delay: climb.delay, reach: reach))
                guard !reach.isEmpty else { continue }
                climb.wait(rounds[round][index].wait)
                hold(&climb)
            }
            climb.wait(pause)
        }
        return RouteRun(reports: Interval(start: report, end: climb.end), steps: steps, fallback: reserve)
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
