import Calendars
import RosterRules
import Rosters

/// The order of ranks beside people who stand in overlapping periods: they cannot be moved.
struct RankOrder {
    private let place: Place
    /// By unit, whoever stands there by another period's table; empty where ranks are free.
    private let stands: [Ordinal<Unit>: [Assignment]]

    init(_ context: CheckContext) {
        place = context.place
        let others = place.rules.isRankKept ? context.stands.all.filter { !$0.isOwn }.map(\.assignment) : []
        stands = Dictionary(grouping: others, by: \.unit)
    }

    /// Whether the person outranks no leader of another period in the shift, and no one there outranks him as its leader.
    func allows(_ person: Ordinal<Person>, in slot: PlanSlot) -> Bool {
        guard let near = stands[slot.unit] else { return true }
        let tier = place[slot.post].tier
        return near.allSatisfy { stand in
            guard stand.interval.overlaps(slot.interval), stand.person != person else { return true }
            let other = place[stand.post].tier
            if tier == .leader, !other.isLeader { return level(stand.person) <= level(person) }
            if !tier.isLeader, other == .leader { return level(person) <= level(stand.person) }
            return true
        }
    }

    private func level(_ person: Ordinal<Person>) -> Int { place[person].rank?.level ?? -1 }
}
