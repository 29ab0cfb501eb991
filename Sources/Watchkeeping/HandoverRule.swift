import Calendars
package import Rosters

/// Which handovers a place watches, and by when both sides must have signed.
package struct HandoverRule: Hashable, Sendable, Codable {
    /// After the change of shift; after it the leader is told.
    package let within: Duration
    /// Nil: every post of a duty officer (值班员) and every key post (关键岗位).
    package let posts: [PostKey]?

    package init(within: Duration, posts: [PostKey]? = nil) {
        self.within = within
        self.posts = posts
    }

    package func watches(_ post: PostKey, in place: Place?) -> Bool {
        if let posts { return posts.contains(post) }
        guard let place, let ordinal = place.post(post) else { return false }
        return [.dutyOfficer, .keyPost].contains(place[ordinal].tier)
    }

    /// The handovers of a change of shift that are not done, by unit.
    package func late(_ handovers: [Handover], in place: Place?) -> [LateHandover] {
        let open = handovers.filter { $0.state != .done && watches($0.change.post, in: place) }
        return Dictionary(grouping: open) { $0.change.unit }.sorted { $0.key < $1.key }
            .map { LateHandover(unit: $0.key, minutes: within.wholeMinutes, posts: $0.value.map(LatePost.init)) }
    }
}

/// A unit's handovers that were not signed so long after the change of shift.
package struct LateHandover: Hashable, Sendable, Codable {
    package let unit: UnitID
    package let minutes: Int
    package let posts: [LatePost]

    package init(unit: UnitID, minutes: Int, posts: [LatePost]) {
        self.unit = unit
        self.minutes = minutes
        self.posts = posts
    }
}

/// A post that was not handed over in time, and whose signature is missing.
package struct LatePost: Hashable, Sendable, Codable {
    package let change: ChangeOver
    /// The outgoing where nobody signed yet.
    package let waitsFor: HandoverSide

    package init(_ handover: Handover) {
        self.change = handover.change
        self.waitsFor = handover.state == .signedByOutgoing ? .incoming : .outgoing
    }
}
