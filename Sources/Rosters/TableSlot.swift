package import Calendars

/// A row of a unit's table: a date and a shift.
package struct TableSlot: Hashable, Sendable {
    package let date: CivilDate
    package let shift: Ordinal<ShiftPattern>

    package init(date: CivilDate, shift: Ordinal<ShiftPattern>) {
        self.date = date
        self.shift = shift
    }

    package func interval(in place: Place) -> Interval { place[shift].window.interval(on: date, in: place.zone) }
}

extension TableSlot {
    /// The row in which an assignment stands; nil where the place has no shift of its hours.
    package init?(_ assignment: Assignment, in place: Place) {
        let shift = place.shifts.indices.first {
            place.shifts[$0].window.interval(on: assignment.date, in: place.zone) == assignment.interval
        }
        guard let shift else { return nil }
        self.init(date: assignment.date, shift: Ordinal(shift))
    }

    /// The rows in which assignments stand, by unit and in their order.
    package static func rows(of assignments: [Assignment], in place: Place) -> [Ordinal<Unit>: [TableSlot]] {
        var rows: [Ordinal<Unit>: [TableSlot]] = [:]
        for assignment in assignments {
            guard let row = TableSlot(assignment, in: place) else { continue }
            rows[assignment.unit, default: []].append(row)
        }
        return rows.mapValues { $0.uniqued() }
    }
}
