/// All that one person may or must do, in the order of time: his seats, each with its literal, and his standing duties.
struct PersonShifts {
    struct Shift {
        /// True where the person does it.
        let literal: Literal
        /// The slot of a seat; nil for a duty outside the problem.
        let slot: Int?
        let station: Int32
        let start: Int64
        let end: Int64
        let day: Int32
        let isOnSite: Bool

        init(_ slot: SeatProblem.Slot, number: Int, literal: Literal) {
            self.literal = literal
            self.slot = number
            station = slot.station
            start = slot.start
            end = slot.end
            day = slot.day
            isOnSite = slot.isOnSite
        }

        init(_ busy: SeatProblem.Busy, always: Literal) {
            literal = always
            slot = nil
            station = busy.station
            start = busy.start
            end = busy.end
            day = busy.day
            isOnSite = busy.isOnSite
        }
    }

    let shifts: [Shift]
    /// For each shift, those of the same station that begin when it ends, or end when it begins: one duty with it.
    let next: [[Int]]
    let previous: [[Int]]

    init(_ unordered: [Shift]) {
        let shifts = unordered.sorted { ($0.start, $0.end, $0.slot ?? -1) < ($1.start, $1.end, $1.slot ?? -1) }
        var next = [[Int]](repeating: [], count: shifts.count)
        var previous = next
        for (earlier, shift) in shifts.enumerated() {
            for later in shifts.indices[(earlier + 1)...] {
                guard shifts[later].start <= shift.end else { break }
                guard shifts[later].start == shift.end, shifts[later].station == shift.station else { continue }
                next[earlier].append(later)
                previous[later].append(earlier)
            }
        }
        self.shifts = shifts
        self.next = next
        self.previous = previous
    }
}
