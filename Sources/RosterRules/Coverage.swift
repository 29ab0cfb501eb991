import Calendars
import Rosters

/// A maximal interval of constant (needed, have) in which a post lacks people.
struct Gap: Hashable, Sendable {
    let need: Int
    let unit: Ordinal<Unit>
    let post: Ordinal<Post>
    let interval: Interval
    let needed: Int
    let have: Int
    let period: String
}

/// The coverage proof: every minute of every need, counted once.
struct Coverage: Sendable {
    private(set) var requiredMinutes = 0
    private(set) var coveredMinutes = 0
    private(set) var gaps: [Gap] = []

    init(needs: [CoverNeed], stands: StandTable, place: Place) {
        for (index, need) in needs.enumerated() {
            let changes = Self.changes(of: stands.stands(for: need, in: place))
            add(need, index: index, changes: changes)
        }
    }

    /// Walks the need's segments and the changes of headcount together.
    private mutating func add(_ need: CoverNeed, index: Int, changes: [Change]) {
        var next = 0
        var have = 0
        var open: Gap?
        for segment in need.segments {
            requiredMinutes += segment.interval.wholeMinutes
            while next < changes.count, changes[next].at <= segment.interval.start {
                have += changes[next].by
                next += 1
            }
            var from = segment.interval.start
            while from < segment.interval.end {
                var until = segment.interval.end
                if next < changes.count { until = min(until, changes[next].at) }
                let piece = Gap(
                    need: index, unit: need.unit, post: need.post, interval: Interval(start: from, end: until),
                    needed: segment.count, have: have, period: segment.period)
                close(piece, into: &open)
                while next < changes.count, changes[next].at <= until {
                    have += changes[next].by
                    next += 1
                }
                from = until
            }
        }
        if let open { gaps.append(open) }
    }

    /// Lengthens the open gap, ends it, or begins another.
    private mutating func close(_ piece: Gap, into open: inout Gap?) {
        let isGap = piece.have < piece.needed
        if !isGap { coveredMinutes += piece.interval.wholeMinutes }
        if let known = open {
            if isGap, known.interval.end == piece.interval.start, known.needed == piece.needed, known.have == piece.have
            {
                open = Gap(
                    need: known.need, unit: known.unit, post: known.post, interval: known.interval.hull(piece.interval),
                    needed: known.needed, have: known.have, period: known.period)
                return
            }
            gaps.append(known)
        }
        open = isGap ? piece : nil
    }

    private struct Change {
        let at: Instant
        let by: Int
    }

    /// Changes of the number of different people; somebody named twice still is one person.
    private static func changes(of stands: ArraySlice<Stand>) -> [Change] {
        let byPerson = Dictionary(grouping: stands, by: \.assignment.person)
        let changes = byPerson.values.flatMap { own in
            own.map(\.assignment.interval).union().flatMap {
                [Change(at: $0.start, by: 1), Change(at: $0.end, by: -1)]
            }
        }
        return changes.sorted { $0.at < $1.at }
    }
}
