package import Calendars

/// A stretch of a published slot with whoever stands it after all approved changes.
package struct SlotPiece: Hashable, Sendable {
    package let person: PersonID
    package let interval: Interval
    /// Nil where the published person stands.
    package let standIn: StandIn?
}

/// Lays approved changes over a published table: reliefs and swaps in their order, then absences.
///
/// A change moves only whoever really stands in its slot: when a newer version names another person there, it has no
/// effect any more.
package struct ChangeOverlay: Sendable {
    private let takeovers: [Takeover]
    private let absences: [PersonID: [Interval]]
    private let touched: Set<PersonID>

    /// One person takes a slot, or a part of it, from another.
    private struct Takeover {
        let slot: DutySlot
        let part: Interval
        let by: PersonID
        let standIn: StandIn
    }

    package init(_ changes: [ApprovedChange]) {
        let ordered = changes.sorted { $0.number < $1.number }
        takeovers = ordered.flatMap { approved in
            Self.takeovers(of: approved.change).map { slot, part, substitute in
                Takeover(
                    slot: slot, part: part, by: substitute,
                    standIn: StandIn(for: slot.person, change: approved.number, approvedBy: approved.approvedBy))
            }
        }
        var absences: [PersonID: [Interval]] = [:]
        for approved in ordered {
            if case .absence(let person, let interval, _) = approved.change {
                absences[person, default: []].append(interval)
            }
        }
        self.absences = absences
        self.touched = Set(takeovers.map(\.slot.person)).union(absences.keys)
    }

    package var isEmpty: Bool { touched.isEmpty }

    /// Whether any change moves or sends away somebody who is published there.
    package func touches(_ person: PersonID) -> Bool { touched.contains(person) }

    /// Who stands a published slot, stretch by stretch, in order of time; what nobody stands is left out.
    ///
    /// With `isAbsenceIgnored`, whoever is away still counts: the slots from which a person can be relieved.
    package func pieces(of slot: DutySlot, isAbsenceIgnored: Bool = false) -> [SlotPiece] {
        let whole = SlotPiece(person: slot.person, interval: slot.interval, standIn: nil)
        guard touched.contains(slot.person) else { return [whole] }
        var pieces = [whole]
        for takeover in takeovers where takeover.slot.isSameShift(as: slot) {
            pieces = pieces.flatMap { piece in
                guard piece.person == takeover.slot.person, let taken = piece.interval.intersection(takeover.part)
                else { return [piece] }
                let kept = piece.interval.subtracting([taken]).map {
                    SlotPiece(person: piece.person, interval: $0, standIn: piece.standIn)
                }
                return kept + [SlotPiece(person: takeover.by, interval: taken, standIn: takeover.standIn)]
            }
        }
        if !isAbsenceIgnored {
            pieces = pieces.flatMap { piece in
                piece.interval.subtracting(absences[piece.person] ?? []).map {
                    SlotPiece(person: piece.person, interval: $0, standIn: piece.standIn)
                }
            }
        }
        return pieces.sorted { $0.interval < $1.interval }
    }

    private static func takeovers(of change: RosterChange) -> [(DutySlot, Interval, PersonID)] {
        switch change {
        case .relief(let slot, let part, let substitute): [(slot, part, substitute)]
        case .swap(let first, let second):
            [(first, first.interval, second.person), (second, second.interval, first.person)]
        case .absence: []
        }
    }
}

extension DutySlot {
    /// The same post and shift, whoever stands there.
    package func isSameShift(as other: DutySlot) -> Bool {
        unit == other.unit && post == other.post && interval == other.interval
    }
}
