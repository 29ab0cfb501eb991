package import Calendars
package import Rosters

/// A change of shift at one post: who leaves and who comes (交班人、接班人), as the roster in force names them.
///
/// Its instant is when the outgoing leave; the incoming come then, or overlap with them before (提前到岗交接).
package struct ChangeOver: Hashable, Sendable, Codable {
    package let unit: UnitID
    package let post: PostKey
    package let at: Instant
    /// Primary first; never somebody who stays.
    package let outgoing: [PersonID]
    package let incoming: [PersonID]

    package init(unit: UnitID, post: PostKey, at: Instant, outgoing: [PersonID], incoming: [PersonID]) {
        self.unit = unit
        self.post = post
        self.at = at
        self.outgoing = outgoing
        self.incoming = incoming
    }

    package func people(_ side: HandoverSide) -> [PersonID] { side == .outgoing ? outgoing : incoming }

    /// The side on which the roster names a person; nil for anybody else.
    package func side(of person: PersonID) -> HandoverSide? {
        HandoverSide.allCases.first { people($0).contains(person) }
    }
}

/// Who signs a handover.
package enum HandoverSide: String, Hashable, Sendable, Codable, CaseIterable {
    case outgoing
    case incoming
}

extension DutyBoard {
    /// The posts that change hands at an instant, by unit and post; where nobody leaves or nobody comes there is nothing
    /// to hand over, nor where a post borrows its people.
    package func changeOvers(at instant: Instant, unit: UnitID? = nil) -> [ChangeOver] {
        let before = moved(to: instant - .seconds(1)).rosteredPosts(unit: unit)
        let after = Dictionary(grouping: moved(to: instant).rosteredPosts(unit: unit)) { [$0.unit.text, $0.post.text] }
        return before.compactMap { left in
            guard let come = after[[left.unit.text, left.post.text]]?.first else { return nil }
            let outgoing = left.people.filter { !come.people.contains($0) }
            guard !outgoing.isEmpty else { return nil }
            let arrivals = moved(to: instant).arrivals(
                unit: left.unit, post: left.post, within: overlap(at: left.post))
            let incoming = come.people.filter(arrivals.contains)
            guard !incoming.isEmpty else { return nil }
            return ChangeOver(
                unit: left.unit, post: left.post, at: instant, outgoing: outgoing, incoming: incoming)
        }
    }

    /// So long before a change of shift its incoming may have come: as long as they may sign, or as the post asks for.
    private func overlap(at post: PostKey) -> Duration {
        let minutes = place.flatMap { place in place.post(post).flatMap { place[$0].handoverMinutes } } ?? 0
        return max(Handover.earliest, .minutes(minutes))
    }

    /// The change-overs of one post of a unit, or of all its posts, within `[start, end)`, in order of time.
    ///
    /// The board must hold the stands of that time and know no handover window.
    package func changeOvers(unit: UnitID, post: PostKey? = nil, within interval: Interval) -> [ChangeOver] {
        changeTimes(within: interval) { $0 == unit && (post == nil || $1 == post) }
            .flatMap { changeOvers(at: $0, unit: unit) }.filter { post == nil || $0.post == post }
    }

    /// When people come or go within `[start, end)`, at the posts that a caller asks about; sorted, each once.
    package func changeTimes(within interval: Interval, at isAsked: (UnitID, PostKey) -> Bool) -> [Instant] {
        guard let place else { return [] }
        var times: Set<Instant> = []
        for unit in place.units {
            for post in unit.posts.map({ place[$0].key }) where isAsked(unit.id, post) {
                var time = interval.start - .seconds(1)
                while let next = moved(to: time).nextChange(unit: unit.id, post: post), next < interval.end {
                    times.insert(next)
                    time = next
                }
            }
        }
        return times.sorted()
    }
}
