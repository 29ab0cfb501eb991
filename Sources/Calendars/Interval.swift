/// A stretch of time `[start, end)`: the start belongs to it, the end does not.
package struct Interval: Hashable, Sendable, Codable {
    package let start: Instant
    package let end: Instant

    @inlinable
    package init(start: Instant, end: Instant) {
        self.start = start
        self.end = end
    }

    @inlinable package var isEmpty: Bool { end <= start }
    package var duration: Duration { isEmpty ? .zero : end - start }
    @inlinable package var wholeMinutes: Int { isEmpty ? 0 : Int((end.seconds - start.seconds) / 60) }

    @inlinable
    package func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

    @inlinable
    package func overlaps(_ other: Interval) -> Bool {
        max(start, other.start) < min(end, other.end)
    }

    @inlinable
    package static func == (left: Interval, right: Interval) -> Bool {
        left.start == right.start && left.end == right.end
    }

    /// The common stretch, or nil where there is none.
    package func intersection(_ other: Interval) -> Interval? {
        let common = Interval(start: max(start, other.start), end: min(end, other.end))
        return common.isEmpty ? nil : common
    }

    /// The smallest interval that holds both.
    package func hull(_ other: Interval) -> Interval {
        Interval(start: min(start, other.start), end: max(end, other.end))
    }
}

extension Interval: Comparable {
    @inlinable
    package static func < (left: Interval, right: Interval) -> Bool {
        left.start == right.start ? left.end < right.end : left.start < right.start
    }
}

extension Sequence<Interval> {
    /// The same time as sorted intervals that neither overlap nor touch.
    package func union() -> [Interval] {
        var result: [Interval] = []
        for interval in filter({ !$0.isEmpty }).sorted() {
            if let last = result.last, interval.start <= last.end {
                result[result.count - 1] = last.hull(interval)
            } else {
                result.append(interval)
            }
        }
        return result
    }

    /// What of these intervals lies within a window.
    package func clipped(to window: Interval) -> [Interval] {
        compactMap { $0.intersection(window) }
    }

    /// Whole minutes of all intervals, each counted on its own.
    package func totalMinutes() -> Int {
        reduce(0) { $0 + $1.wholeMinutes }
    }
}
