package import Calendars

/// Somebody who stands at a post for a stretch of time, by keys, from a published roster.
package struct DutyStand: Hashable, Sendable, Codable {
    package let unit: UnitID
    package let post: PostKey
    package let person: PersonID
    package let isPrimary: Bool
    package let interval: Interval
    package let period: String
    package let version: Int

    /// Whether the stand begins or ended so short a time away that its shift is being handed over.
    func isHandedOver(at instant: Instant, within window: Duration) -> Bool {
        let isIncoming = interval.start > instant && interval.start <= instant + window
        let isOutgoing = interval.end <= instant && instant < interval.end + window
        return isIncoming || isOutgoing
    }

    /// The same stand, seen from a unit that borrows it.
    func standing(at post: PostKey, of unit: UnitID) -> DutyStand {
        DutyStand(
            unit: unit, post: post, person: person, isPrimary: isPrimary, interval: interval, period: period,
            version: version)
    }

    package init(
        unit: UnitID, post: PostKey, person: PersonID, isPrimary: Bool, interval: Interval, period: String, version: Int
    ) {
        self.unit = unit
        self.post = post
        self.person = person
        self.isPrimary = isPrimary
        self.interval = interval
        self.period = period
        self.version = version
    }
}

/// Who is on duty at one instant, from every published roster in force then.
package struct DutyBoard: Sendable {
    package let at: Instant
    /// The newest published place; nil for an empty database.
    package let place: Place?
    /// Whether any published period's window holds the instant.
    package let isInPeriod: Bool
    /// By unit, post, primary first.
    package let stands: [DutyStand]
    /// The outgoing and the incoming of a handover that is under way, where they do not stand anyway.
    package let handovers: [DutyStand]

    /// Keeps the stands that hold the instant; one person counts once per post, even from overlapping periods.
    ///
    /// - Parameter handover: For so long before and after a change of shift both shifts can be told.
    package init(at: Instant, place: Place?, isInPeriod: Bool, stands: [DutyStand], handover: Duration = .zero) {
        self.at = at
        self.place = place
        self.isInPeriod = isInPeriod
        let standing = Self.each(of: stands.filter { $0.interval.contains(at) })
        let present = standing + (place.map { Self.lent(by: standing, in: $0) } ?? [])
        self.stands = present.sorted { Self.order($0, $1) }
        let around = handover == .zero ? [] : Self.each(of: stands.filter { $0.isHandedOver(at: at, within: handover) })
        let changing = around + (place.map { Self.lent(by: around, in: $0, unless: standing) } ?? [])
        self.handovers = changing.filter { near in
            !present.contains { $0.unit == near.unit && $0.post == near.post && $0.person == near.person }
        }.sorted { Self.order($0, $1) }
    }

    private static func each(of stands: [DutyStand]) -> [DutyStand] {
        var kept: [StandKey: DutyStand] = [:]
        for stand in stands {
            let key = StandKey(unit: stand.unit, post: stand.post, person: stand.person)
            if let known = kept[key], known.isPrimary || !stand.isPrimary { continue }
            kept[key] = stand
        }
        return Array(kept.values)
    }

    /// For each post that a unit borrows and does not staff itself, the lender's people at that post or at one of its tier.
    private static func lent(by stands: [DutyStand], in place: Place, unless own: [DutyStand] = []) -> [DutyStand] {
        place.units.flatMap { unit in
            unit.posts.map { place[$0] }.flatMap { post -> [DutyStand] in
                guard let lender = post.from, lender != unit.id,
                    !(stands + own).contains(where: { $0.unit == unit.id && $0.post == post.key })
                else { return [] }
                let same = stands.filter { $0.unit == lender && $0.post == post.key }
                let equal = place.unit(lender).flatMap {
                    place[$0].posts.map { place[$0] }.first { $0.tier == post.tier }
                }
                let lent = same.isEmpty ? stands.filter { $0.unit == lender && $0.post == equal?.key } : same
                return lent.map { $0.standing(at: post.key, of: unit.id) }
            }
        }
    }

    /// Posts with their people, in the order of units, posts and names in the cell.
    package func posts(unit: UnitID? = nil, post: PostKey? = nil) -> [StaffedPost] {
        var result: [StaffedPost] = []
        for stand in stands where (unit == nil || stand.unit == unit) && (post == nil || stand.post == post) {
            if let last = result.last, last.unit == stand.unit, last.post == stand.post {
                result[result.count - 1] = last.adding(stand)
            } else {
                result.append(
                    StaffedPost(unit: stand.unit, post: stand.post, people: [stand.person], interval: stand.interval))
            }
        }
        return result
    }

    private struct StandKey: Hashable {
        let unit: UnitID
        let post: PostKey
        let person: PersonID
    }

    private static func order(_ left: DutyStand, _ right: DutyStand) -> Bool {
        (left.unit, left.post, left.isPrimary ? 0 : 1, left.person)
            < (right.unit, right.post, right.isPrimary ? 0 : 1, right.person)
    }
}

/// A post and the people at it, for as long as they are the same.
package struct StaffedPost: Hashable, Sendable {
    package let unit: UnitID
    package let post: PostKey
    /// The primary (主班) first.
    package let people: [PersonID]
    package let interval: Interval

    package init(unit: UnitID, post: PostKey, people: [PersonID], interval: Interval) {
        self.unit = unit
        self.post = post
        self.people = people
        self.interval = interval
    }

    func adding(_ stand: DutyStand) -> StaffedPost {
        StaffedPost(
            unit: unit, post: post, people: people + [stand.person],
            interval: interval.intersection(stand.interval) ?? interval)
    }
}
