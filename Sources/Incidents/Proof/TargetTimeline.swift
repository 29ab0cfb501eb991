import Calendars
import Rosters

/// Somebody whom a target names for a stretch of time, with what a road asks of them.
final class Reachable: Sendable {
    let candidate: Candidate
    /// The same for the same recipient.
    let number: Int32
    /// The same for the same telephone.
    let line: Int32
    /// Where they stand, else where they belong.
    let unit: Ordinal<Unit>?
    /// At a leader's post, or in charge of the field.
    let isLeader: Bool
    /// Named while on leave.
    let isAbsent: Bool
    /// Then they are the same at every instant.
    let isNeverAway: Bool

    init(_ candidate: Candidate, at instant: Instant, in context: ProofContext) {
        let place = context.place
        self.candidate = candidate
        switch candidate.recipient {
        case .person(let id):
            let person = place.person(id)
            self.number = person?.offset ?? .max
            self.line = person.map(context.line) ?? -1
            self.unit = candidate.unit.map(place.unit) ?? person.map { place.people[$0.index].unit }
            let absences = person.map { context.absences(of: $0) } ?? []
            self.isAbsent = absences.contains { $0.contains(instant) }
            self.isNeverAway = absences.isEmpty
        case .phone(let id):
            let unit = place.unit(id)
            self.number = unit.map { -1 - $0.offset } ?? .min
            self.line = unit.map(context.line) ?? -1
            self.unit = unit
            self.isAbsent = false
            self.isNeverAway = true
        }
        let post = candidate.post.flatMap(place.post)
        self.isLeader = candidate.target == .fieldLeader || post.map { place.posts[$0.index].tier.isLeader } == true
    }

    /// The same person at the same post, named for another turn of a handover.
    private init(_ candidate: Candidate, like other: Reachable) {
        self.candidate = candidate
        self.number = other.number
        self.line = other.line
        self.unit = other.unit
        self.isLeader = other.isLeader
        self.isAbsent = other.isAbsent
        self.isNeverAway = other.isNeverAway
    }

    /// This one again, or the same in another turn of a handover; nil for somebody else, and for whoever has a leave,
    /// which is looked up at every instant.
    func reused(for candidate: Candidate) -> Reachable? {
        guard isNeverAway, self.candidate.isSame(as: candidate) else { return nil }
        return self.candidate.turn == candidate.turn ? self : Reachable(candidate, like: self)
    }

    func isSame(as other: Reachable) -> Bool {
        self === other || number == other.number && isAbsent == other.isAbsent && candidate == other.candidate
    }
}

/// Whom one target names, stretch after stretch over the whole window.
final class TargetTimeline {
    /// Until the next stretch begins.
    struct Stretch {
        var end: Instant
        let named: [Reachable]
        let misses: [TargetMiss]

        func isSame(as other: Stretch) -> Bool {
            named.elementsEqual(other.named) { $0.isSame(as: $1) } && misses == other.misses
        }
    }

    let stretches: [Stretch]

    /// Asks the machine's own resolver again whenever its answer can change.
    init(_ target: Target, asking resolver: TargetResolver, until horizon: AnswerHorizon, in context: ProofContext) {
        let targets = [target]
        var resolver = resolver
        var stretches: [Stretch] = []
        var start = context.window.start
        while start.seconds < context.window.end.seconds {
            horizon.begin(context.window.end)
            resolver.move(to: start)
            let (candidates, misses) = resolver.resolve(targets)
            let before = stretches.last?.named ?? []
            let named = candidates.map { candidate in
                for index in before.indices {
                    if let known = before[index].reused(for: candidate) { return known }
                }
                return Reachable(candidate, at: start, in: context)
            }
            for one in named where !one.isNeverAway {
                for absence in context.absences(of: one.candidate.recipient) {
                    for edge in [absence.start, absence.end] where edge > start { horizon.holds(until: edge) }
                }
            }
            let end = max(horizon.end.seconds, start.seconds + 1)
            let stretch = Stretch(end: Instant(seconds: end), named: named, misses: misses)
            if let last = stretches.last, last.isSame(as: stretch) {
                stretches[stretches.count - 1].end = stretch.end
            } else {
                stretches.append(stretch)
            }
            start = stretch.end
        }
        self.stretches = stretches
    }
}

/// Walks along a timeline, forward only.
struct TimelineWalk {
    private let timeline: TargetTimeline
    private var position = 0

    init(_ timeline: TargetTimeline) {
        self.timeline = timeline
    }

    /// Goes to the stretch that holds a second of the window, not before the last one that was asked for.
    mutating func move(to second: Int64) {
        while timeline.stretches[position].end.seconds <= second { position += 1 }
    }

    /// In seconds.
    var end: Int64 { timeline.stretches[position].end.seconds }
    var named: [Reachable] { timeline.stretches[position].named }
    var misses: [TargetMiss] { timeline.stretches[position].misses }
}
