import Calendars

/// The cheapest choice of shifts that together cover all the time that any of them covers: a shortest path, exact.
///
/// A node is an instant up to which all is covered; an edge is a shift that goes on from there.
struct ShiftCover {
    struct Offer {
        let interval: Interval
        /// Whether somebody stands in a shift of these hours already.
        let isStood: Bool
        /// Whether the unit's table has a shift of these hours.
        let isTabled: Bool
    }

    /// What a choice costs, the first that differs decides.
    struct Cost: Comparable {
        /// Seconds outside what is needed, or covered twice.
        var waste: Int64 = 0
        /// Shifts of other hours than those in which somebody stands.
        var unstood = 0
        var shifts = 0
        /// Shifts of hours that the unit's table does not have.
        var untabled = 0

        static func < (left: Cost, right: Cost) -> Bool {
            (left.waste, left.unstood, left.shifts, left.untabled)
                < (right.waste, right.unstood, right.shifts, right.untabled)
        }
    }

    private struct Step {
        let cost: Cost
        let offer: Int
        let next: Instant?
    }

    private let offers: [Offer]
    /// Positions of the offers by their starts.
    private let order: [Int]
    private let longest: Int64
    /// What is needed and covered by any offer; sorted and disjoint.
    private let target: [Interval]
    /// The seconds of the target before each of its intervals.
    private let before: [Int64]

    /// Where choices cost the same, the offer that is named first begins.
    init(of offers: [Offer], over open: [Interval]) {
        let useful = offers.filter { offer in Self.isNeeded(offer.interval, in: open) }
        self.offers = useful
        order = useful.indices.sorted { (useful[$0].interval.start, $0) < (useful[$1].interval.start, $1) }
        longest = useful.map { $0.interval.end.seconds - $0.interval.start.seconds }.max() ?? 0
        let union = useful.map(\.interval).union()
        target = open.flatMap { $0.subtracting($0.subtracting(union)) }
        var sum: Int64 = 0
        before = target.map { interval in
            defer { sum += interval.end.seconds - interval.start.seconds }
            return sum
        }
    }

    /// In the order of time.
    func chosen() -> [Interval] {
        guard let first = target.first?.start else { return [] }
        let steps = steps()
        var chosen: [Interval] = []
        var node: Instant? = first
        while let here = node, let step = steps[here] {
            chosen.append(offers[step.offer].interval)
            node = step.next
        }
        return chosen
    }

    /// The best step from every instant at which a cover could stand, the last instant first.
    private func steps() -> [Instant: Step] {
        let nodes = Set(target.map(\.start) + offers.compactMap { node(from: $0.interval.end) })
        var steps: [Instant: Step] = [:]
        for here in nodes.sorted(by: >) {
            var best: Step?
            for offer in offersCovering(here) {
                let step = step(from: here, offer, steps)
                if let known = best, (known.cost, known.offer) <= (step.cost, step.offer) { continue }
                best = step
            }
            steps[here] = best
        }
        return steps
    }

    private func step(from here: Instant, _ number: Int, _ steps: [Instant: Step]) -> Step {
        let offer = offers[number]
        let next = node(from: offer.interval.end)
        var cost = next.flatMap { steps[$0]?.cost } ?? Cost()
        let useful = needed(before: offer.interval.end) - needed(before: here)
        cost.waste += offer.interval.end.seconds - offer.interval.start.seconds - useful
        cost.unstood += offer.isStood ? 0 : 1
        cost.shifts += 1
        cost.untabled += offer.isTabled ? 0 : 1
        return Step(cost: cost, offer: number, next: next)
    }

    private func offersCovering(_ here: Instant) -> [Int] {
        var end = order.partitioningIndex { offers[$0].interval.start > here }
        var found: [Int] = []
        while end > 0 {
            end -= 1
            let interval = offers[order[end]].interval
            guard here.seconds - interval.start.seconds < longest else { break }
            if interval.contains(here) { found.append(order[end]) }
        }
        return found
    }

    /// The first instant of the target from here on; nil where everything is covered.
    private func node(from instant: Instant) -> Instant? {
        let next = target.partitioningIndex { $0.end > instant }
        return next < target.count ? max(instant, target[next].start) : nil
    }

    private func needed(before instant: Instant) -> Int64 {
        let next = target.partitioningIndex { $0.end > instant }
        guard next < target.count else { return (before.last ?? 0) + (target.last.map(Self.seconds) ?? 0) }
        return before[next] + max(0, instant.seconds - target[next].start.seconds)
    }

    private static func seconds(of interval: Interval) -> Int64 { interval.end.seconds - interval.start.seconds }

    /// Of sorted and disjoint intervals, whether any overlaps.
    private static func isNeeded(_ interval: Interval, in open: [Interval]) -> Bool {
        let next = open.partitioningIndex { $0.end > interval.start }
        return next < open.count && open[next].overlaps(interval)
    }
}

extension Array {
    /// Of elements of which those that fulfil a condition all stand at the end, the place of the first.
    fileprivate func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
