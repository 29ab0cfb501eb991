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
    /// Nil where the published person stands.
    package let standIn: StandIn?

    /// The same stand, seen from a unit that borrows it.
    func standing(at post: PostKey, of unit: UnitID) -> DutyStand {
        DutyStand(
            unit: unit, post: post, person: person, isPrimary: isPrimary, interval: interval, period: period,
            version: version, standIn: standIn)
    }

    /// The stretches of the stand after all approved changes.
    package func changed(by overlay: ChangeOverlay) -> [DutyStand] {
        overlay.pieces(of: slot).map { piece in
            DutyStand(
                unit: unit, post: post, person: piece.person, isPrimary: isPrimary, interval: piece.interval,
                period: period, version: version, standIn: piece.standIn)
        }
    }

    package var slot: DutySlot { DutySlot(unit: unit, post: post, interval: interval, person: person) }

    package init(
        unit: UnitID, post: PostKey, person: PersonID, isPrimary: Bool, interval: Interval, period: String,
        version: Int, standIn: StandIn? = nil
    ) {
        self.unit = unit
        self.post = post
        self.person = person
        self.isPrimary = isPrimary
        self.interval = interval
        self.period = period
        self.version = version
        self.standIn = standIn
    }
}

/// Who is on duty at one instant, from every published roster in force then.
package struct DutyBoard: Sendable {
    package private(set) var at: Instant
    /// The newest published place; nil for an empty database.
    package let place: Place?
    /// Whether any published period's window holds the instant.
    package let isInPeriod: Bool
    private let seats: DutySeats
    private let allDeputies: [Deputy]
    /// By whoever is away, in order of the changes.
    let deputiesByPerson: [PersonID: [Deputy]]

    /// Looks at the stands that hold the instant; one person counts once per post, even from overlapping periods.
    ///
    /// For as long as `handover` before and after a change of shift both shifts can be told.
    package init(
        at: Instant, place: Place?, isInPeriod: Bool, stands: [DutyStand], handover: Duration = .zero,
        deputies: [Deputy] = []
    ) {
        self.at = at
        self.place = place
        self.isInPeriod = isInPeriod
        self.seats = DutySeats([stands], in: place, handover: handover, by: WholeWalk())
        self.allDeputies = deputies
        self.deputiesByPerson = Dictionary(grouping: deputies, by: \.standIn.person)
    }

    /// The board of a roster on paper, as its period and those that overlap it say.
    package init(at: Instant, of book: RosterBook, handover: Duration, by slicer: some Slicer) {
        self.at = at
        self.place = book.place
        self.isInPeriod = true
        self.seats = DutySeats(book.stands(by: slicer), in: book.place, handover: handover, by: slicer)
        self.allDeputies = book.deputies
        self.deputiesByPerson = Dictionary(grouping: book.deputies, by: \.standIn.person)
    }

    /// Looks at another instant, with the same stands.
    package mutating func move(to instant: Instant) { at = instant }

    /// The board at another instant, made of the same stands.
    package func moved(to instant: Instant) -> DutyBoard {
        var other = self
        other.move(to: instant)
        return other
    }

    /// Who stands in now for the office of somebody who is away, by number of the change.
    package var deputies: [Deputy] { allDeputies.filter { $0.interval.contains(at) } }

    /// By unit, post, primary first.
    package var stands: [DutyStand] {
        seats.all.flatMap { seats.people(at: $0, at).present }.sorted(by: DutySeats.order)
    }

    /// The outgoing and the incoming of a handover that is under way, where they do not stand anyway.
    package var handovers: [DutyStand] {
        seats.all.flatMap { seats.people(at: $0, at).changing }.sorted(by: DutySeats.order)
    }

    /// Whoever can be told at one post: those who stand there, then those who hand it over.
    package func tellable(unit: UnitID, post: PostKey) -> [DutyStand] {
        var people = seats.people(at: DutySeats.Seat(unit: unit, post: post), at)
        people.present += people.changing
        return people.present
    }

    /// When another could be told at a post; nil where nobody comes or goes there any more.
    package func nextChange(unit: UnitID, post: PostKey) -> Instant? {
        seats.nextChange(at: DutySeats.Seat(unit: unit, post: post), after: at)
    }

    /// Whose stands count at a post: its own, and where it borrows its people the lender's.
    package func seats(unit: UnitID, post: PostKey) -> [(unit: UnitID, post: PostKey)] {
        seats.behind(DutySeats.Seat(unit: unit, post: post)).map { ($0.unit, $0.post) }
    }

    /// Posts with their people, in the order of units, posts and names in the cell.
    package func posts(unit: UnitID? = nil, post: PostKey? = nil) -> [StaffedPost] {
        Self.posts(of: stands, unit: unit, post: post)
    }

    /// The posts at which a unit's own roster names people; one that borrows them is handed over where they are rostered.
    package func rosteredPosts(unit: UnitID? = nil, post: PostKey? = nil) -> [StaffedPost] {
        Self.posts(of: seats.rostered(at).sorted(by: DutySeats.order), unit: unit, post: post)
    }

    /// Who came to a post within a time before the instant, since anybody last left it, and stands there now.
    package func arrivals(unit: UnitID, post: PostKey, within window: Duration) -> [PersonID] {
        seats.arrivals(at: DutySeats.Seat(unit: unit, post: post), at, within: window)
    }

    private static func posts(of stands: [DutyStand], unit: UnitID?, post: PostKey?) -> [StaffedPost] {
        var result: [StaffedPost] = []
        for stand in stands where (unit == nil || stand.unit == unit) && (post == nil || stand.post == post) {
            if let last = result.last, last.unit == stand.unit, last.post == stand.post {
                result[result.count - 1] = last.adding(stand)
            } else {
                result.append(StaffedPost(stand))
            }
        }
        return result
    }
}

/// A post and the people at it, for as long as they are the same.
package struct StaffedPost: Hashable, Sendable {
    package let unit: UnitID
    package let post: PostKey
    /// The primary (主班) first.
    package let people: [PersonID]
    package let interval: Interval
    /// Who of them stands in for whom.
    package let standIns: [PersonID: StandIn]

    package init(
        unit: UnitID, post: PostKey, people: [PersonID], interval: Interval, standIns: [PersonID: StandIn] = [:]
    ) {
        self.unit = unit
        self.post = post
        self.people = people
        self.interval = interval
        self.standIns = standIns
    }

    init(_ stand: DutyStand) {
        self.init(
            unit: stand.unit, post: stand.post, people: [stand.person], interval: stand.interval,
            standIns: stand.standIn.map { [stand.person: $0] } ?? [:])
    }

    func adding(_ stand: DutyStand) -> StaffedPost {
        var standIns = standIns
        standIns[stand.person] = stand.standIn
        return StaffedPost(
            unit: unit, post: post, people: people + [stand.person],
            interval: interval.intersection(stand.interval) ?? interval, standIns: standIns)
    }
}
