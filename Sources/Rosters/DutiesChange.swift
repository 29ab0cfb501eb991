package import Calendars

/// Duties that one person gained and lost, and why.
package struct DutiesChange: Hashable, Sendable, Codable {
    package enum Cause: Hashable, Sendable, Codable {
        case change(ChangeNumber, RosterChange.Kind, approvedBy: PersonID)
        case undone(ChangeNumber, by: PersonID)
        case version(period: String, version: Int)
    }

    package let person: PersonID
    /// In order of time.
    package let gained: [DutySlot]
    package let lost: [DutySlot]
    package let cause: Cause

    package init(person: PersonID, gained: [DutySlot], lost: [DutySlot], cause: Cause) {
        self.person = person
        self.gained = gained
        self.lost = lost
        self.cause = cause
    }

    /// Who gains and loses which duty from an instant on, by person; one that is only cut into other shifts stays.
    package static func between(
        _ before: [DutySlot], and after: [DutySlot], since now: Instant, cause: Cause
    ) -> [DutiesChange] {
        let gained = Dictionary(grouping: after.missing(in: before, since: now), by: \.person)
        let lost = Dictionary(grouping: before.missing(in: after, since: now), by: \.person)
        return Set(gained.keys).union(lost.keys).sorted().map { person in
            DutiesChange(
                person: person, gained: (gained[person] ?? []).inOrder, lost: (lost[person] ?? []).inOrder,
                cause: cause)
        }
    }
}

extension [DutySlot] {
    /// What of these duties, from an instant on, the others leave out.
    fileprivate func missing(in others: [DutySlot], since now: Instant) -> [DutySlot] {
        let open = Set(self).subtracting(others).filter { $0.interval.end > now }
        let seats = Set(open.map(SeatOfPerson.init))
        let known = Dictionary(grouping: others.filter { seats.contains(SeatOfPerson($0)) }, by: SeatOfPerson.init)
        return open.flatMap { slot in
            Interval(start: Swift.max(slot.interval.start, now), end: slot.interval.end)
                .subtracting((known[SeatOfPerson(slot)] ?? []).map(\.interval)).map(slot.during)
        }
    }

    fileprivate var inOrder: [DutySlot] {
        sorted { ($0.interval, $0.unit, $0.post) < ($1.interval, $1.unit, $1.post) }
    }
}

/// One person's place at a post, at any time.
private struct SeatOfPerson: Hashable {
    let unit: UnitID
    let post: PostKey
    let person: PersonID

    init(_ slot: DutySlot) {
        (unit, post, person) = (slot.unit, slot.post, slot.person)
    }
}
