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

    /// The same taken back.
    package var reversed: DutiesChange {
        DutiesChange(person: person, gained: lost, lost: gained, cause: cause)
    }

    /// What a relief or a swap means for each of the two; nothing for an absence.
    package static func of(_ approved: ApprovedChange, cause: Cause) -> [DutiesChange] {
        switch approved.change {
        case .relief(let slot, let part, let substitute):
            let gained = DutySlot(unit: slot.unit, post: slot.post, interval: part, person: substitute)
            let lost = DutySlot(unit: slot.unit, post: slot.post, interval: part, person: slot.person)
            return [
                DutiesChange(person: substitute, gained: [gained], lost: [], cause: cause),
                DutiesChange(person: slot.person, gained: [], lost: [lost], cause: cause),
            ]
        case .swap(let first, let second):
            return [
                DutiesChange(person: first.person, gained: [second], lost: [first], cause: cause),
                DutiesChange(person: second.person, gained: [first], lost: [second], cause: cause),
            ]
        case .absence: return []
        }
    }

    /// Who gained and lost which duty between two versions, of what has not ended yet; by person.
    package static func between(
        _ before: [DutySlot], and after: [DutySlot], since now: Instant, cause: Cause
    ) -> [DutiesChange] {
        let before = Set(before.filter { $0.interval.end > now })
        let after = Set(after.filter { $0.interval.end > now })
        let gained = Dictionary(grouping: after.subtracting(before), by: \.person)
        let lost = Dictionary(grouping: before.subtracting(after), by: \.person)
        return Set(gained.keys).union(lost.keys).sorted().map { person in
            DutiesChange(
                person: person, gained: (gained[person] ?? []).inOrder, lost: (lost[person] ?? []).inOrder,
                cause: cause)
        }
    }
}

extension [DutySlot] {
    fileprivate var inOrder: [DutySlot] {
        sorted { ($0.interval, $0.unit, $0.post) < ($1.interval, $1.unit, $1.post) }
    }
}
