import Calendars
import Rosters

/// Whom a list of targets reaches in a unit, as long as that stays the same.
final class Reach: Sendable {
    /// Each recipient once, under the first target that names it.
    let named: [Reachable]
    let misses: [TargetMiss]
    /// The different telephones behind them.
    let lines: LineSet
    /// Somebody at a leader's post, in charge of the field, or standing as a leader of the unit besides.
    let hasLeader: Bool
    /// Somebody of another unit, or another unit's duty phone.
    let leavesUnit: Bool
    /// Of those whom the policy names, who is on leave.
    let absent: [PersonID]
    /// Whom a target names in vain, for want of a way.
    let withoutWay: [PersonID]
    /// It tells somebody, nobody on leave, and each of its posts is staffed.
    let isSound: Bool

    fileprivate init(_ draft: ReachDraft, of unit: Ordinal<Unit>, counting lines: inout LineNumbers) {
        self.named = draft.named
        self.misses = draft.misses
        self.hasLeader = draft.hasLeader
        self.leavesUnit = draft.named.contains { $0.unit?.index != unit.index }
        self.absent = draft.named.compactMap { one in
            if one.isAbsent, case .person(let id) = one.candidate.recipient { id } else { nil }
        }
        self.withoutWay = draft.misses.compactMap { if case .noWay(let id) = $0.cause { id } else { nil } }
        self.isSound =
            !named.isEmpty && absent.isEmpty && !misses.contains { $0.cause == .nobodyOnDuty }
        self.lines = lines.set(of: draft.named.lazy.map { $0.line })
    }

    var isEmpty: Bool { named.isEmpty }
    var recipients: [Recipient] { named.map(\.candidate.recipient) }
}

/// What several targets name at one instant, put together.
private struct ReachDraft {
    private(set) var named: [Reachable] = []
    private(set) var misses: [TargetMiss] = []
    var hasLeader = false
    /// So many are compared sooner than hashed; there are more only where a whole country is named.
    private static let few = 16

    /// Room for so many.
    mutating func add(_ target: TimelineWalk, reserving room: Int) {
        if misses.isEmpty {
            misses = target.misses
        } else if !target.misses.isEmpty {
            misses += target.misses
        }
        let others = target.named
        if named.isEmpty {
            named = others
        } else if named.count > Self.few {
            let known = Set(named.map(\.number))
            named += others.filter { !known.contains($0.number) }
        } else if !others.isEmpty {
            let before = named.count
            named.reserveCapacity(room)
            for index in others.indices where !holds(others[index].number, among: before) {
                named.append(others[index])
            }
        }
    }

    /// Whether one of the first so many has the number.
    private func holds(_ number: Int32, among count: Int) -> Bool {
        for index in 0..<count where named[index].number == number { return true }
        return false
    }

    func isSame(as other: Reach) -> Bool {
        hasLeader == other.hasLeader && named.elementsEqual(other.named) { $0.isSame(as: $1) }
            && misses == other.misses
    }
}

/// Whom a list of targets reaches in a unit, stretch after stretch over the whole window.
final class ReachTimeline {
    struct Stretch {
        var interval: Interval
        let reach: Reach
    }

    let stretches: [Stretch]

    /// Put together from what each of the targets names; `leaders` are whoever stands as a leader of the unit.
    init(
        _ targets: [TargetTimeline], leaders: [TargetTimeline], of unit: Ordinal<Unit>, over window: Interval,
        counting lines: inout LineNumbers
    ) {
        var targets = targets.map(TimelineWalk.init)
        var leaders = leaders.map(TimelineWalk.init)
        var stretches: [Stretch] = []
        var start = window.start.seconds
        while start < window.end.seconds {
            var draft = ReachDraft()
            var end = window.end.seconds
            var room = 0
            for index in targets.indices {
                targets[index].move(to: start)
                room += targets[index].named.count
                end = min(end, targets[index].end)
            }
            for index in targets.indices { draft.add(targets[index], reserving: room) }
            draft.hasLeader = draft.named.contains(where: \.isLeader)
            if !draft.hasLeader, !draft.named.isEmpty {
                for index in leaders.indices {
                    leaders[index].move(to: start)
                    end = min(end, leaders[index].end)
                    let standing = leaders[index].named
                    if draft.named.contains(where: { one in standing.contains { $0.number == one.number } }) {
                        draft.hasLeader = true
                    }
                }
            }
            let interval = Interval(start: Instant(seconds: start), end: Instant(seconds: end))
            if let last = stretches.last, draft.isSame(as: last.reach) {
                stretches[stretches.count - 1].interval = last.interval.hull(interval)
            } else {
                stretches.append(Stretch(interval: interval, reach: Reach(draft, of: unit, counting: &lines)))
            }
            start = end
        }
        self.stretches = stretches
    }

    /// The position of the stretch that holds a second, looked for from a near one; past the window's end the last
    /// one, since the paper says no more. Nil where there is none.
    func position(at second: Int64, near hint: Int) -> Int? {
        guard !stretches.isEmpty else { return nil }
        var position = hint
        while position + 1 < stretches.count, stretches[position + 1].interval.start.seconds <= second {
            position += 1
        }
        while position > 0, stretches[position].interval.start.seconds > second { position -= 1 }
        return position
    }

    /// Whom it reaches throughout an interval; nil where there is a moment at which it reaches nobody who is wanted.
    func reachThroughout(_ interval: Interval, where isWanted: (Reach) -> Bool = { _ in true }) -> [Recipient]? {
        var touched = stretches.filter { $0.interval.overlaps(interval) }.map(\.reach)
        if touched.isEmpty { touched = stretches.suffix(1).map(\.reach) }
        let isReached = touched.allSatisfy { !$0.isEmpty && $0.absent.count < $0.named.count && isWanted($0) }
        guard isReached, !touched.isEmpty else { return nil }
        return touched.flatMap(\.recipients).uniqued()
    }
}
