import Calendars
import TestSupport
import Testing

@Suite("Intervals are sets of minutes")
struct IntervalTests {
    private static let span = 0..<120

    private static func interval(_ start: Int, _ end: Int) -> Interval {
        Interval(start: Instant(seconds: Int64(start * 60)), end: Instant(seconds: Int64(end * 60)))
    }

    private static func minutes(_ intervals: [Interval]) -> Set<Int> {
        Set(span.filter { minute in intervals.contains { $0.contains(Instant(seconds: Int64(minute * 60))) } })
    }

    /// Up to eight intervals, some empty or turned round.
    private static func some(_ random: inout SplitMix64) -> [Interval] {
        (0..<Int.random(in: 0...8, using: &random)).map { _ in
            let start = Int.random(in: span, using: &random)
            return interval(start, start + Int.random(in: -3...25, using: &random))
        }
    }

    @Test("union, clipping and subtraction do what a naive set of minutes does", arguments: 1...20)
    func agreesWithSets(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 1...25 {
            let some = Self.some(&random)
            let window = Self.some(&random).first ?? Self.interval(20, 90)
            let union = some.union()
            #expect(Self.minutes(union) == Self.minutes(some))
            #expect(
                zip(union, union.dropFirst()).allSatisfy { $0.end < $1.start },
                "sorted, neither overlapping nor touching")
            #expect(union.allSatisfy { !$0.isEmpty })
            #expect(Self.minutes(some.clipped(to: window)) == Self.minutes(some).intersection(Self.minutes([window])))
            let rest = window.subtracting(some)
            #expect(Self.minutes(rest) == Self.minutes([window]).subtracting(Self.minutes(some)))
            #expect(rest == rest.union())
        }
    }

    @Test("overlap, intersection, hull and length agree with the set", arguments: 1...20)
    func pairsAgree(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 1...40 {
            let start = Int.random(in: 0..<60, using: &random)
            let other = Int.random(in: 0..<60, using: &random)
            let left = Self.interval(start, start + Int.random(in: 1...30, using: &random))
            let right = Self.interval(other, other + Int.random(in: 1...30, using: &random))
            let common = Self.minutes([left]).intersection(Self.minutes([right]))
            #expect(left.overlaps(right) == !common.isEmpty)
            #expect(left.overlaps(right) == right.overlaps(left))
            #expect(Self.minutes([left.intersection(right)].compactMap { $0 }) == common)
            #expect((left.intersection(right) == nil) == common.isEmpty)
            #expect(Self.minutes([left.hull(right)]).isSuperset(of: Self.minutes([left, right])))
            #expect(left.wholeMinutes == Self.minutes([left]).count)
            #expect([left, right].totalMinutes() == left.wholeMinutes + right.wholeMinutes)
        }
    }

    @Test("the start belongs to an interval, the end does not")
    func isHalfOpen() {
        let hour = Self.interval(0, 60)
        #expect(hour.contains(hour.start))
        #expect(!hour.contains(hour.end))
        #expect(!hour.overlaps(Self.interval(60, 70)))
        #expect(Self.interval(9, 3).isEmpty)
        #expect(Self.interval(9, 3).wholeMinutes == 0)
    }
}
