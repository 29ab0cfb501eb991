package import Calendars
package import Rosters

/// What must be covered at one post of one unit, over all periods that ask for it.
package struct CoverNeed: Sendable {
    package struct Segment: Hashable, Sendable {
        package let interval: Interval
        package let count: Int
        /// The period whose requirement is the strictest here.
        package let period: String
    }

    package let unit: Ordinal<Unit>
    package let post: Ordinal<Post>
    /// The highest rank that any of the periods asks for.
    package let rank: Rank?
    /// Sorted and disjoint.
    package let segments: [Segment]

    package var requiredMinutes: Int { segments.reduce(0) { $0 + $1.interval.wholeMinutes } }
}

/// Works out the needs of a period; overlapping periods raise them to the maximum.
struct CoverNeeds: Sendable {
    let book: RosterBook
    /// What the period itself asks for.
    let own: PeriodCover
    private let others: [PeriodCover]

    init(_ book: RosterBook) {
        self.book = book
        self.own = PeriodCover(book.roster.period, in: book)
        self.others = book.overlapping.map { PeriodCover($0.period, in: book) }
    }

    private var place: Place { book.place }

    func all(by slicer: some Slicer) -> [CoverNeed] {
        let requires = own.period.requires
        let parts = slicer.overRanges(of: requires.count) { range in
            requires[range].flatMap { requirement in
                let window = own.windows[requirement.unit]
                return requirement.posts.map { need(of: $0, unit: requirement.unit, within: window) }
            }
        }
        return Array(joining: parts)
    }

    private func need(of requirement: PostRequirement, unit: Ordinal<Unit>, within window: Interval) -> CoverNeed {
        var segments = own.segments(of: requirement, unit: unit)
        var rank = [place.posts[requirement.post.index].rank, requirement.rank].compactMap { $0 }.max()
        for other in others {
            let same = other.requirement(of: unit)?.posts.first { $0.post == requirement.post }
            guard let same else { continue }
            let more = other.segments(of: same, unit: unit).compactMap { segment in
                segment.interval.intersection(window).map {
                    CoverNeed.Segment(interval: $0, count: segment.count, period: segment.period)
                }
            }
            guard !more.isEmpty else { continue }
            segments = Self.maximum(segments, more)
            rank = [rank, same.rank].compactMap { $0 }.max()
        }
        return CoverNeed(unit: unit, post: requirement.post, rank: rank, segments: segments)
    }

    /// The larger count at every instant; equal counts keep the first list's period.
    private static func maximum(_ first: [CoverNeed.Segment], _ second: [CoverNeed.Segment]) -> [CoverNeed.Segment] {
        let edges = Set((first + second).flatMap { [$0.interval.start, $0.interval.end] }).sorted()
        var result: [CoverNeed.Segment] = []
        for (start, end) in zip(edges, edges.dropFirst()) {
            let here = [first, second].compactMap { $0.first { $0.interval.contains(start) } }
            guard
                let worst = here.reduce(
                    nil,
                    { (best: CoverNeed.Segment?, next) in
                        best.map { $0.count >= next.count ? $0 : next } ?? next
                    })
            else { continue }
            if let last = result.last, last.interval.end == start, last.count == worst.count,
                last.period == worst.period
            {
                result[result.count - 1] = CoverNeed.Segment(
                    interval: Interval(start: last.interval.start, end: end), count: last.count, period: last.period)
            } else {
                result.append(
                    .init(interval: Interval(start: start, end: end), count: worst.count, period: worst.period))
            }
        }
        return result
    }
}
