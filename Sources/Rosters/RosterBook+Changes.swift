package import Calendars

/// Somebody who stands in for another by an approved change, as a check judges it.
package struct Takeover: Hashable, Sendable, Codable {
    package let number: ChangeNumber
    package let substitute: Ordinal<Person>
    package let unit: Ordinal<Unit>
    package let post: Ordinal<Post>
    package let interval: Interval
    /// Whether the substitute stands somewhere in the unit's published table.
    package let isOnRoster: Bool
    /// Why somebody who is not on the roster was accepted all the same.
    package let outsiderReason: String?
    /// The line of the unit's table.
    package let line: Int32
}

extension RosterBook {
    /// The book as it stands after approved changes; the published tables stay what they are in the database.
    package func changed(by changes: [ApprovedChange]) -> RosterBook {
        let overlay = ChangeOverlay(changes)
        guard !overlay.isEmpty else { return self }
        let onRoster = Set(roster.assignments.map { PersonOfUnit(person: $0.person, unit: $0.unit) })
        let reasons = Dictionary(
            changes.map { ($0.number, $0.outsiderReason) }, uniquingKeysWith: { first, _ in first })
        var takeovers: [Takeover] = []
        var cuts: [Assignment] = []
        let assignments = roster.assignments.flatMap { assignment -> [Assignment] in
            let slot = slot(of: assignment)
            guard overlay.touches(slot.person) else { return [assignment] }
            let pieces = overlay.pieces(of: slot)
            cuts += cutShifts(of: assignment, pieces)
            return pieces.compactMap { piece in
                guard let person = place.person(piece.person) else { return nil }
                if let standIn = piece.standIn {
                    takeovers.append(
                        Takeover(
                            number: standIn.change, substitute: person, unit: assignment.unit, post: assignment.post,
                            interval: piece.interval,
                            isOnRoster: onRoster.contains(PersonOfUnit(person: person, unit: assignment.unit)),
                            outsiderReason: reasons[standIn.change] ?? nil, line: assignment.line))
                }
                return assignment.standing(by: person, during: piece.interval)
            }
        }
        return RosterBook(
            calendar: calendar, place: place.with(absences: place.absences + absences(of: changes)),
            roster: Roster(period: roster.period, tables: roster.tables, assignments: assignments),
            overlapping: overlapping, takeovers: takeovers, cuts: cuts, deputies: overlay.deputies)
    }

    /// For everybody who stands more than one piece of a shift, the shift from the first of them to the last.
    private func cutShifts(of assignment: Assignment, _ pieces: [SlotPiece]) -> [Assignment] {
        Dictionary(grouping: pieces, by: \.person).filter { $0.value.count > 1 }.compactMap { id, pieces in
            guard let person = place.person(id), let first = pieces.first, let last = pieces.last else { return nil }
            return assignment.standing(by: person, during: first.interval.hull(last.interval))
        }
    }

    package func slot(of assignment: Assignment) -> DutySlot {
        DutySlot(
            unit: place[assignment.unit].id, post: place[assignment.post].key, interval: assignment.interval,
            person: place[assignment.person].id)
    }

    private func absences(of changes: [ApprovedChange]) -> [Absence] {
        changes.compactMap { approved in
            guard case .absence(let id, let interval, _) = approved.change, let person = place.person(id),
                let away = approved.effect(on: interval)
            else { return nil }
            return Absence(person: person, interval: away, reason: "\(approved.number)")
        }
    }

    private struct PersonOfUnit: Hashable {
        let person: Ordinal<Person>
        let unit: Ordinal<Unit>
    }
}

extension Assignment {
    fileprivate func standing(by person: Ordinal<Person>, during interval: Interval) -> Assignment {
        Assignment(
            person: person, unit: unit, post: post, date: date, interval: interval, isPrimary: isPrimary,
            line: Int(line))
    }
}
