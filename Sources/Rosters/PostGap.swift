package import Calendars

/// A stretch of time in which a post lacks people, or lacked them before a change; by keys, as people are told of it.
package struct PostGap: Hashable, Sendable, Codable {
    package let unit: UnitID
    package let post: PostKey
    package let interval: Interval
    /// The numbers and the people are nil in what was recorded before 2026-11-29.
    package let needed: Int?
    package let have: Int?
    /// Whoever stands there for some of the stretch, first who comes first.
    package let people: [PersonID]?

    package init(
        unit: UnitID, post: PostKey, interval: Interval, needed: Int? = nil, have: Int? = nil, people: [PersonID]? = nil
    ) {
        self.unit = unit
        self.post = post
        self.interval = interval
        self.needed = needed
        self.have = have
        self.people = people
    }

    /// Whether nobody is missing any more.
    package var isFilled: Bool { (have ?? 0) >= (needed ?? 0) }

    package func isSamePost(as other: PostGap) -> Bool { unit == other.unit && post == other.post }

    package func during(_ interval: Interval) -> PostGap {
        PostGap(unit: unit, post: post, interval: interval, needed: needed, have: have, people: people)
    }
}
