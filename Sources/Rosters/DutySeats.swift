import Calendars

/// Stands by unit and post, so that a look at one post never walks over those of the others.
struct DutySeats: Sendable {
    struct Seat: Hashable {
        let unit: UnitID
        let post: PostKey
    }

    /// Whom a post has at an instant, primary first.
    struct People {
        var present: [DutyStand] = []
        /// The outgoing and the incoming of a handover that is under way, where they do not stand anyway.
        var changing: [DutyStand] = []
    }

    private let place: Place?
    private let own: [Seat: [DutyStand]]
    /// For so many seconds before and after a change of shift both shifts can be told.
    private let handover: Int64

    /// The stands come in parts, as whoever made them cut them.
    init(_ stands: [[DutyStand]], in place: Place?, handover: Duration, by slicer: some Slicer) {
        self.place = place
        self.handover = handover.components.seconds
        let parts = slicer.map(stands.count) { part in
            Dictionary(grouping: stands[part]) { Seat(unit: $0.unit, post: $0.post) }
        }
        self.own = parts.dropFirst().reduce(into: parts.first ?? [:]) { $0.merge($1) { $0 + $1 } }
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
    func people(at seat: Seat, _ instant: Instant) -> People {
        var people = near(seat, instant)
        if people.present.isEmpty {
            let lent = lenders(of: seat).map { near($0, instant) }
            let isStaffed = !people.changing.isEmpty
            people.present = lent.first { !$0.present.isEmpty }?.present ?? []
            if !isStaffed { people.changing = lent.first { !$0.changing.isEmpty }?.changing ?? [] }
            people = people.standing(at: seat)
        }
        people.changing.removeAll { near in people.present.contains { $0.person == near.person } }
        return people
    }

    /// Everybody who stands at an instant where the roster names him, borrowed by nobody.
    func rostered(_ instant: Instant) -> [DutyStand] { own.keys.flatMap { near($0, instant).present } }

    /// Who came to a seat by its own roster within a time before an instant, after the last who left it then and after
    /// those who leave it at the instant had come.
    func arrivals(at seat: Seat, _ instant: Instant, within window: Duration) -> [PersonID] {
        let earliest = instant - window - .seconds(1)
        let ends = (own[seat] ?? []).map(\.interval.end).filter { earliest < $0 && $0 < instant }
        let since = Set(ends).sorted().last { end in
            let staying = near(seat, end).present.map(\.person)
            return near(seat, end - .seconds(1)).present.contains { !staying.contains($0.person) }
        }
        let present = near(seat, instant).present.map(\.person)
        let leaving = (own[seat] ?? []).filter { $0.interval.end == instant && !present.contains($0.person) }
            .map { beginning(of: $0, at: seat) }
        let start = ([earliest] + [since].compactMap { $0 } + leaving).max() ?? earliest
        let known = near(seat, start).present.map(\.person)
        return present.filter { !known.contains($0) }
    }

    /// Since when somebody stands there without a break.
    private func beginning(of stand: DutyStand, at seat: Seat) -> Instant {
        let all = (own[seat] ?? []).filter { $0.person == stand.person }.map(\.interval)
        var start = stand.interval.start
        while let earlier = all.first(where: { $0.start < start && $0.end >= start }) { start = earlier.start }
        return start
    }

    /// The seat itself, and those whose people stand there where it borrows them.
    func behind(_ seat: Seat) -> [Seat] { [seat] + lenders(of: seat) }

    /// When the answers about a post change next; nil where they never do again.
    func nextChange(at seat: Seat, after instant: Instant) -> Instant? {
        var next = Int64.max
        gatherChange(at: seat, after: instant.seconds, &next)
        for lender in lenders(of: seat) { gatherChange(at: lender, after: instant.seconds, &next) }
        return next == .max ? nil : Instant(seconds: next)
    }

    /// The nearest edge of the unit's own stands.
    private func gatherChange(at seat: Seat, after now: Int64, _ next: inout Int64) {
        guard let stands = own[seat] else { return }
        for index in stands.indices {
            let (start, end) = (stands[index].interval.start.seconds, stands[index].interval.end.seconds)
            if start - handover > now { next = min(next, start - handover) }
            if start > now { next = min(next, start) }
            if end > now { next = min(next, end) }
            if end + handover > now { next = min(next, end + handover) }
        }
    }

    /// The unit's own people around an instant.
    private func near(_ seat: Seat, _ instant: Instant) -> People {
        var people = People()
        guard let stands = own[seat] else { return people }
        for index in stands.indices {
            let interval = stands[index].interval
            if interval.contains(instant) {
                Self.add(stands[index], to: &people.present)
            } else if interval.isHandedOver(at: instant, within: handover) {
                Self.add(stands[index], to: &people.changing)
            }
        }
        return people
    }

    /// The lender's same post, then the first of its posts of the same tier.
    private func lenders(of seat: Seat) -> [Seat] {
        // Most posts borrow nobody: that is asked first.
        guard let place, let ordinal = place.post(seat.post), let lender = place.posts[ordinal.index].from,
            lender != seat.unit, let unit = place.unit(seat.unit), place[unit].posts.contains(ordinal)
        else { return [] }
        let equal = place.unit(lender).flatMap {
            place[$0].posts.map { place[$0] }.first { $0.tier == place[ordinal].tier }
        }
        return [seat.post, equal?.key].compactMap { $0.map { Seat(unit: lender, post: $0) } }
    }

    /// Puts a stand in its place; one person counts once per post, as primary where any of the stands is.
    private static func add(_ stand: DutyStand, to stands: inout [DutyStand]) {
        // Most posts have one.
        guard !stands.isEmpty else { return stands.append(stand) }
        if let known = stands.firstIndex(where: { $0.person == stand.person }) {
            guard stand.isPrimary, !stands[known].isPrimary else { return }
            stands.remove(at: known)
        }
        let position = stands.firstIndex { other in
            stand.isPrimary == other.isPrimary ? stand.person < other.person : stand.isPrimary
        }
        stands.insert(stand, at: position ?? stands.endIndex)
    }

    static func order(_ left: DutyStand, _ right: DutyStand) -> Bool {
        (left.unit, left.post, left.isPrimary ? 0 : 1, left.person)
            < (right.unit, right.post, right.isPrimary ? 0 : 1, right.person)
    }
}

extension DutySeats.People {
    fileprivate func sorted() -> Self {
        guard present.count > 1 || changing.count > 1 else { return self }
        return Self(
            present: present.sorted(by: DutySeats.order), changing: changing.sorted(by: DutySeats.order))
    }

    fileprivate func standing(at seat: DutySeats.Seat) -> Self {
        let move = { (stand: DutyStand) in
            stand.unit == seat.unit && stand.post == seat.post ? stand : stand.standing(at: seat.post, of: seat.unit)
        }
        return Self(present: present.map(move), changing: changing.map(move)).sorted()
    }
}

extension Interval {
    /// Whether a stand of these hours begins or ended so few seconds away that its shift is being handed over.
    fileprivate func isHandedOver(at instant: Instant, within window: Int64) -> Bool {
        let now = instant.seconds
        let isIncoming = start.seconds > now && start.seconds <= now + window
        let isOutgoing = end.seconds <= now && now < end.seconds + window
        return isIncoming || isOutgoing
    }
}
