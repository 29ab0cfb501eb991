import Calendars
import Rosters

/// Whom a list of targets reaches in a unit for a stretch of time.
final class Reach: Sendable {
    let interval: Interval
    let candidates: [Candidate]
    let misses: [TargetMiss]
    /// Of those whom the policy names, who is on leave.
    let absent: [PersonID]
    /// The different telephones behind them, by the number that the context gave each.
    let lines: Set<Int>
    /// Somebody at a leader's post, or in charge of the field.
    let hasLeader: Bool
    /// Somebody of another unit, or another unit's duty phone.
    let leavesUnit: Bool

    init(
        interval: Interval, candidates: [Candidate], misses: [TargetMiss], absent: [PersonID], lines: Set<Int>,
        hasLeader: Bool, leavesUnit: Bool
    ) {
        self.interval = interval
        self.candidates = candidates
        self.misses = misses
        self.absent = absent
        self.lines = lines
        self.hasLeader = hasLeader
        self.leavesUnit = leavesUnit
    }

    var isEmpty: Bool { candidates.isEmpty }
    var recipients: [Recipient] { candidates.map(\.recipient) }

    func isSame(as other: Reach) -> Bool {
        candidates == other.candidates && misses == other.misses && absent == other.absent
            && hasLeader == other.hasLeader
    }

    func lasting(until end: Instant) -> Reach {
        Reach(
            interval: Interval(start: interval.start, end: end), candidates: candidates, misses: misses,
            absent: absent, lines: lines, hasLeader: hasLeader, leavesUnit: leavesUnit)
    }
}

/// Whom a list of targets reaches, stretch after stretch over the whole window.
struct ReachTimeline {
    let stretches: [Reach]

    /// Asks the machine's own resolver again whenever its answer can change.
    init(
        _ targets: [Target], facts: IncidentFacts, ways: [ChannelDefinition], in context: ProofContext,
        memory: TargetMemory = TargetMemory()
    ) {
        var stretches: [Reach] = []
        var start = context.window.start
        while start < context.window.end {
            let reach = context.reach(of: targets, facts: facts, ways: ways, at: start, memory: memory)
            if let last = stretches.last, last.isSame(as: reach) {
                stretches[stretches.count - 1] = last.lasting(until: reach.interval.end)
            } else {
                stretches.append(reach)
            }
            start = reach.interval.end
        }
        self.stretches = stretches
    }

    /// The stretch that holds an instant; past the window's end the last one, since the paper says no more.
    func reach(at instant: Instant) -> Reach? {
        var (low, high) = (0, stretches.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if stretches[middle].interval.start <= instant { low = middle } else { high = middle }
        }
        return stretches.isEmpty ? nil : stretches[low]
    }

    /// Whom it reaches throughout an interval; nil where there is a moment at which it reaches nobody who is wanted.
    func reachThroughout(_ interval: Interval, where isWanted: (Reach) -> Bool = { _ in true }) -> [Recipient]? {
        var touched = stretches.filter { $0.interval.overlaps(interval) }
        if touched.isEmpty { touched = stretches.suffix(1) }
        let isReached = touched.allSatisfy {
            !$0.isEmpty && $0.absent.count < $0.candidates.count && isWanted($0)
        }
        guard isReached, !touched.isEmpty else { return nil }
        return touched.flatMap(\.recipients).uniqued()
    }
}

extension ProofContext {
    func reach(
        of targets: [Target], facts: IncidentFacts, ways: [ChannelDefinition], at start: Instant,
        memory: TargetMemory
    ) -> Reach {
        memory.begin()
        memory.holds(until: window.end)
        let resolver = TargetResolver(facts: facts, ways: ways, board: board.moved(to: start), memory: memory)
        let (candidates, misses) = resolver.resolve(targets)
        let leading = leading(of: candidates, resolver: resolver)
        var absent: [PersonID] = []
        for case .person(let id) in candidates.map(\.recipient) where hasAbsences {
            for interval in absences(of: id) {
                if interval.contains(start) { absent.append(id) }
                for edge in [interval.start, interval.end] where edge > start { memory.holds(until: edge) }
            }
        }
        return Reach(
            interval: Interval(start: start, end: max(memory.end ?? window.end, start + .seconds(1))),
            candidates: candidates, misses: misses, absent: absent,
            lines: Set(candidates.map { line(of: $0.recipient) }), hasLeader: leading,
            leavesUnit: candidates.contains { isOutside($0, of: facts.unit) })
    }

    /// Whether a leader is among them: by the post, in charge of the field, or standing as a leader of the unit besides.
    private func leading(of candidates: [Candidate], resolver: TargetResolver) -> Bool {
        let isLed = candidates.contains { candidate in
            let tier = candidate.post.flatMap { place.post($0) }.map { place.posts[$0.index].tier }
            return tier?.isLeader == true || candidate.target == .fieldLeader
        }
        guard !isLed, !candidates.isEmpty else { return isLed }
        let leaders = resolver.resolve([.tier(.overallLeader), .tier(.leader)]).candidates.map(\.recipient)
        return candidates.contains { leaders.contains($0.recipient) }
    }

    private func isOutside(_ candidate: Candidate, of unit: UnitID?) -> Bool {
        switch candidate.recipient {
        case .phone(let other): other != unit
        case .person(let id):
            (candidate.unit ?? place.person(id).map { place[place[$0].unit].id }) != unit
        }
    }
}

extension Candidate {
    /// Named by the policy, not by a roster.
    fileprivate var isNamedByPolicy: Bool {
        switch target {
        case .person, .fieldLeader: true
        default: false
        }
    }
}
