import Calendars

/// Stands by unit and post, so that a look at one post never walks over those of the others.
struct DutySeats: Sendable {
    struct Seat: Hashable {
        let unit: UnitID
        let post: PostKey
    }

    private let place: Place?
    private let own: [Seat: [DutyStand]]

    init(_ stands: [DutyStand], in place: Place?) {
        self.place = place
        self.own = Dictionary(grouping: stands) { Seat(unit: $0.unit, post: $0.post) }
    }

    /// Every post at which somebody stands, or that borrows its people.
    var all: Set<Seat> {
        let borrowing = (place?.units ?? []).flatMap { unit in
            unit.posts.compactMap { post in
                place?[post].from.map { _ in Seat(unit: unit.id, post: place?[post].key ?? "") }
            }
        }
        return Set(own.keys).union(borrowing)
    }

    /// Who stands there; the lender's people where the post borrows them and the unit staffs it not itself.
    func present(at seat: Seat, _ instant: Instant) -> [DutyStand] {
        let standing = standing(at: seat, instant)
        return (standing.isEmpty ? lent(to: seat) { self.standing(at: $0, instant) } : standing).sorted(by: Self.order)
    }

    /// The outgoing and the incoming of a handover that is under way, where they do not stand anyway.
    func changing(at seat: Seat, _ instant: Instant, within window: Duration) -> [DutyStand] {
        guard window > .zero else { return [] }
        let around = { (seat: Seat) in
            Self.each(of: own[seat, default: []].filter { $0.isHandedOver(at: instant, within: window) })
        }
        let isStaffed = !around(seat).isEmpty || !standing(at: seat, instant).isEmpty
        let present = present(at: seat, instant).map(\.person)
        return (isStaffed ? around(seat) : lent(to: seat, by: around)).filter { !present.contains($0.person) }
            .sorted(by: Self.order)
    }

    /// When the answers about a post change next; nil where they never do again.
    func nextChange(at seat: Seat, after instant: Instant, handover: Duration) -> Instant? {
        ([seat] + lenders(of: seat)).flatMap { own[$0, default: []] }.flatMap { stand in
            let (start, end) = (stand.interval.start, stand.interval.end)
            return [start - handover, start, end, end + handover].filter { $0 > instant }
        }.min()
    }

    private func standing(at seat: Seat, _ instant: Instant) -> [DutyStand] {
        Self.each(of: own[seat, default: []].filter { $0.interval.contains(instant) })
    }

    private func lent(to seat: Seat, by stands: (Seat) -> [DutyStand]) -> [DutyStand] {
        let lent = lenders(of: seat).lazy.map(stands).first { !$0.isEmpty } ?? []
        return lent.map { $0.standing(at: seat.post, of: seat.unit) }
    }

    /// The lender's same post, then the first of its posts of the same tier.
    private func lenders(of seat: Seat) -> [Seat] {
        guard let place, let unit = place.unit(seat.unit), let ordinal = place.post(seat.post),
            let lender = place[ordinal].from, lender != seat.unit, place[unit].posts.contains(ordinal)
        else { return [] }
        let equal = place.unit(lender).flatMap {
            place[$0].posts.map { place[$0] }.first { $0.tier == place[ordinal].tier }
        }
        return [seat.post, equal?.key].compactMap { $0.map { Seat(unit: lender, post: $0) } }
    }

    /// One person counts once per post, as primary where any of the stands is.
    private static func each(of stands: [DutyStand]) -> [DutyStand] {
        stands.reduce(into: []) { kept, stand in
            guard let known = kept.firstIndex(where: { $0.person == stand.person }) else {
                kept.append(stand)
                return
            }
            if stand.isPrimary, !kept[known].isPrimary { kept[known] = stand }
        }
    }

    static func order(_ left: DutyStand, _ right: DutyStand) -> Bool {
        (left.unit, left.post, left.isPrimary ? 0 : 1, left.person)
            < (right.unit, right.post, right.isPrimary ? 0 : 1, right.person)
    }
}
