/// One shift of a person in time: a seat, or a duty that stands outside the problem.
struct SeatEntry: BitwiseCopyable, Sendable {
    var start: Int64
    var end: Int64
    /// -1 for a standing duty.
    var slot: Int32
    var station: Int32
    /// Days from the first day of the tables; of a standing duty as given.
    var day: Int32
    var isOnSite: Bool

    static let none = SeatEntry(start: 0, end: 0, slot: -1, station: -1, day: 0, isOnSite: true)

    init(start: Int64, end: Int64, slot: Int32, station: Int32, day: Int32, isOnSite: Bool) {
        self.start = start
        self.end = end
        self.slot = slot
        self.station = station
        self.day = day
        self.isOnSite = isOnSite
    }

    init(_ busy: SeatProblem.Busy) {
        self.init(
            start: busy.start, end: busy.end, slot: -1, station: busy.station, day: busy.day,
            isOnSite: busy.isOnSite)
    }

    @inline(__always)
    init(_ slot: SeatTables.Slot, at index: Int) {
        self.init(
            start: slot.start, end: slot.end, slot: Int32(truncatingIfNeeded: index), station: slot.station,
            day: slot.day, isOnSite: slot.isOnSite)
    }

    @inline(__always)
    func continues(_ earlier: SeatEntry) -> Bool { earlier.station == station && earlier.end == start }
}
