import Calendars
import TestSupport
import Testing

@testable import Planning

@Suite struct ShiftCoverTests {
    /// Hours of one invented day.
    private static func hours(_ start: Int, _ end: Int) -> Interval {
        Interval(start: Instant(seconds: Int64(start) * 3600), end: Instant(seconds: Int64(end) * 3600))
    }

    private static func offer(_ start: Int, _ end: Int, isStood: Bool = false, isTabled: Bool = false)
        -> ShiftCover.Offer
    {
        ShiftCover.Offer(interval: hours(start, end), isStood: isStood, isTabled: isTabled)
    }

    @Test func `A shift that fits at first is not taken where its end makes the rest dear`() {
        let offers = [Self.offer(18, 25), Self.offer(17, 33), Self.offer(24, 32), Self.offer(32, 56)]
        let night = ShiftCover(of: offers, over: [Self.hours(18, 33)]).chosen()
        #expect(night == [Self.hours(17, 33)], "an hour before it is needed, and nothing twice")
    }

    @Test func `Of covers as tight, hours in which somebody stands go first, then few shifts, then hours of the table`()
    {
        let (day, night, whole) = (Self.offer(0, 12), Self.offer(12, 24), Self.offer(0, 24))
        let open = [Self.hours(0, 24)]
        #expect(ShiftCover(of: [day, night, whole], over: open).chosen() == [whole.interval])
        let stood = [Self.offer(0, 12, isStood: true), Self.offer(12, 24, isStood: true), whole]
        #expect(ShiftCover(of: stood, over: open).chosen() == [day.interval, night.interval])
        let tabled = [day, night, Self.offer(0, 8, isTabled: true), Self.offer(8, 24, isTabled: true)]
        #expect(ShiftCover(of: tabled, over: open).chosen() == [Self.hours(0, 8), Self.hours(8, 24)])
        #expect(ShiftCover(of: tabled.reversed(), over: open).chosen() == [Self.hours(0, 8), Self.hours(8, 24)])
        let alike = [Self.offer(0, 8), Self.offer(8, 24), day, night]
        #expect(ShiftCover(of: alike, over: open).chosen() == [Self.hours(0, 8), Self.hours(8, 24)], "the first named")
    }

    @Test func `Time that no shift covers stays open and costs nothing`() {
        let offers = [Self.offer(2, 4), Self.offer(8, 12)]
        #expect(ShiftCover(of: offers, over: [Self.hours(0, 3), Self.hours(5, 10)]).chosen() == offers.map(\.interval))
        #expect(ShiftCover(of: [], over: [Self.hours(0, 3)]).chosen() == [])
        #expect(ShiftCover(of: offers, over: []).chosen() == [])
    }

    @Test func `No choice at all of shifts is cheaper, on two thousand small days`() {
        for seed in 0..<2000 {
            var random = SplitMix64(seed: UInt64(seed))
            let open = (0..<Int.random(in: 1...3, using: &random)).map { _ in Self.random(in: &random) }.union()
            let offers = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                ShiftCover.Offer(
                    interval: Self.random(in: &random), isStood: .random(using: &random),
                    isTabled: .random(using: &random))
            }
            let chosen = ShiftCover(of: offers, over: open).chosen()
            let costs = Self.covers(of: offers, over: open).map { Self.cost($0, over: open) }
            // Offers of the same hours are one shift: the cheaper counts.
            let picked = chosen.map { interval in
                offers.filter { $0.interval == interval }.min {
                    ($0.isStood ? 0 : 1, $0.isTabled ? 0 : 1) < ($1.isStood ? 0 : 1, $1.isTabled ? 0 : 1)
                }
            }.compactMap(\.self)
            #expect(Self.cost(picked, over: open) == costs.min(), "seed \(seed)")
            #expect(chosen == chosen.sorted() && Set(chosen).count == chosen.count)
        }
    }

    private static func random(in random: inout SplitMix64) -> Interval {
        let start = Int.random(in: 0..<20, using: &random)
        return hours(start, start + Int.random(in: 1...10, using: &random))
    }

    /// Every set of offers that covers what all of them cover together.
    private static func covers(of offers: [ShiftCover.Offer], over open: [Interval]) -> [[ShiftCover.Offer]] {
        let all = covered(offers, open)
        return (0..<(1 << offers.count)).map { set in offers.indices.filter { set >> $0 & 1 == 1 }.map { offers[$0] } }
            .filter { covered($0, open) == all }
    }

    /// Hour by hour.
    private static func covered(_ offers: [ShiftCover.Offer], _ open: [Interval]) -> Set<Int> {
        Set(
            (0..<40).filter { hour in
                let instant = Instant(seconds: Int64(hour) * 3600)
                return open.contains { $0.contains(instant) } && offers.contains { $0.interval.contains(instant) }
            })
    }

    private static func cost(_ offers: [ShiftCover.Offer], over open: [Interval]) -> ShiftCover.Cost {
        let laid = offers.map { $0.interval.end.seconds - $0.interval.start.seconds }.reduce(0, +)
        return ShiftCover.Cost(
            waste: laid - Int64(covered(offers, open).count) * 3600, unstood: offers.count { !$0.isStood },
            shifts: offers.count, untabled: offers.count { !$0.isTabled })
    }
}
