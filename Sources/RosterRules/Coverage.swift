import Calendars
import Rosters

/// A maximal interval of constant (needed, have) in which a post lacks people.
struct Gap: Hashable, Sendable {
    let need: Int
    let unit: Ordinal<Unit>
    let post: Ordinal<Post>
    var interval: Interval
    let needed: Int
    let have: Int
    let period: String
}

/// The coverage proof: every minute of every need, counted once.
struct Coverage: Sendable {
    private(set) var requiredMinutes = 0
    private(set) var coveredMinutes = 0
    private(set) var gaps: [Gap] = []

    init(needs: [CoverNeed], stands: StandTable, place: Place, by slicer: some Slicer) {
        let parts = slicer.overRanges(of: needs.count) { range in
            var part = Coverage()
            var (turns, changes): ([Turn], [Change]) = ([], [])
            for index in range {
                let need = needs[index]
                Self.gather(stands.stands(for: need, in: place), into: &turns)
                Self.gather(turns, into: &changes)
                part.add(need, index: index, changes: changes)
            }
            return part
        }
        for part in parts {
            requiredMinutes += part.requiredMinutes
            coveredMinutes += part.coveredMinutes
            gaps += part.gaps
        }
    }

    private init() {}

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
                let piece = Interval(start: from, end: until)
                if have < segment.count {
                    lengthen(&open, by: piece, of: need, index: index, segment: segment, have: have)
                } else {
                    coveredMinutes += piece.wholeMinutes
                    end(&open)
                }
                while next < changes.count, changes[next].at <= until {
                    have += changes[next].by
                    next += 1
                }
                from = until
            }
        }
        end(&open)
    }

    /// Lengthens the open gap where nothing but time changed, else ends it and begins another.
    private mutating func lengthen(
        _ open: inout Gap?, by piece: Interval, of need: CoverNeed, index: Int, segment: CoverNeed.Segment, have: Int
    ) {
        if let known = open, known.interval.end == piece.start, known.needed == segment.count, known.have == have {
            open?.interval = known.interval.hull(piece)
            return
        }
        end(&open)
        open = Gap(
            need: index, unit: need.unit, post: need.post, interval: piece, needed: segment.count, have: have,
            period: segment.period)
    }

    private mutating func end(_ open: inout Gap?) {
        if let open { gaps.append(open) }
        open = nil
    }

    private struct Change {
        let at: Instant
        let by: Int
    }

    /// One person, without a break.
    private struct Turn {
        let person: Int32
        let start: Int64
        var end: Int64
    }

    /// Somebody named twice still is one person.
    private static func gather(_ stands: ArraySlice<Stand>, into turns: inout [Turn]) {
        turns.removeAll(keepingCapacity: true)
        for position in stands.indices {
            let assignment = stands[position].assignment
            guard !assignment.interval.isEmpty else { continue }
            turns.append(
                Turn(
                    person: assignment.person.offset, start: assignment.interval.start.seconds,
                    end: assignment.interval.end.seconds))
        }
        turns.sort { $0.person != $1.person ? $0.person < $1.person : $0.start < $1.start }
        var kept = 0
        for position in turns.indices {
            let turn = turns[position]
            if kept > 0, turns[kept - 1].person == turn.person, turn.start <= turns[kept - 1].end {
                turns[kept - 1].end = max(turns[kept - 1].end, turn.end)
            } else {
                turns[kept] = turn
                kept += 1
            }
        }
        turns.removeLast(turns.count - kept)
    }

    /// Changes of the number of different people, in order.
    private static func gather(_ turns: [Turn], into changes: inout [Change]) {
        changes.removeAll(keepingCapacity: true)
        for turn in turns {
            changes.append(Change(at: Instant(seconds: turn.start), by: 1))
            changes.append(Change(at: Instant(seconds: turn.end), by: -1))
        }
        changes.sort { $0.at.seconds < $1.at.seconds }
    }
}
