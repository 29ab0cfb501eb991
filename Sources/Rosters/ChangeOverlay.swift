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
/// effect any more. It has none before its approval nor after it was undone: who really stood then is kept.
package struct ChangeOverlay: Sendable {
    private let takeovers: [Takeover]
    private let absences: [PersonID: [Interval]]
    private let touched: Set<PersonID>
    /// Who stands in for the office of somebody who is away; of two for one person the later change counts. Nobody does
    /// while the deputy is away too and has no deputy.
    package let deputies: [Deputy]

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
            approved.change.takeovers.compactMap { slot, part, substitute in
                approved.effect(on: part).map { part in
                    Takeover(
                        slot: slot, part: part, by: substitute,
                        standIn: StandIn(for: slot.person, change: approved.number, approvedBy: approved.approvedBy))
                }
            }
        }
        var absences: [PersonID: [Interval]] = [:]
        var deputies: [Deputy] = []
        for approved in ordered {
            guard case .absence(let person, let interval, let deputy) = approved.change,
                let away = approved.effect(on: interval)
            else { continue }
            absences[person, default: []].append(away)
            if let deputy {
                let standIn = StandIn(for: person, change: approved.number, approvedBy: approved.approvedBy)
                deputies.append(Deputy(person: deputy, interval: away, standIn: standIn))
            }
        }
        self.absences = absences
        self.deputies = deputies.flatMap { $0.standing(beside: deputies, absences) }
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

    /// The published duties as they are really stood.
    package func stood(_ published: [DutySlot]) -> [DutySlot] {
        published.flatMap { slot in
            pieces(of: slot).map {
                DutySlot(unit: slot.unit, post: slot.post, interval: $0.interval, person: $0.person)
            }
        }
    }

    /// The reliefs and swaps that move nobody any more, since a newer version names others there.
    package static func lapsed(_ changes: [ApprovedChange], over published: [DutySlot]) -> [ChangeNumber] {
        let overlay = ChangeOverlay(changes)
        return changes.filter { $0.until == nil && !$0.change.slots.isEmpty }.map(\.number).filter { number in
            let without = ChangeOverlay(changes.filter { $0.number != number })
            return published.allSatisfy {
                overlay.pieces(of: $0, isAbsenceIgnored: true) == without.pieces(of: $0, isAbsenceIgnored: true)
            }
        }
    }
}

extension DutySlot {
    /// The same post and shift, whoever stands there.
    package func isSameShift(as other: DutySlot) -> Bool {
        unit == other.unit && post == other.post && interval == other.interval
    }
}

extension Deputy {
    /// The stretches on which the deputy is there, or is stood in for by another.
    fileprivate func standing(beside others: [Deputy], _ absences: [PersonID: [Interval]]) -> [Deputy] {
        let covered = others.filter { $0.standIn.person == person }.map(\.interval)
        let missed = (absences[person] ?? []).flatMap { $0.subtracting(covered) }
        return interval.subtracting(missed).map { Deputy(person: person, interval: $0, standIn: standIn) }
    }
}
