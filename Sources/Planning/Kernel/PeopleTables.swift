/// What the kernel knows of each person that no plan changes.
struct PeopleTables: Sendable {
    let history: Flat<Int64>
    let rank: Flat<Int32>
    let team: Flat<Int32>
    /// Standing duties, touching ones of a station merged; by person, ascending by start.
    let busy: Flat<SeatEntry>
    /// Where each person's standing duties lie in ``busy``; one more than people.
    let firstBusy: Flat<Int32>
    /// Where each person's entries may lie, wide enough for any legal plan; one more than people.
    let firstEntry: Flat<Int32>
    /// The dates of standing duties, by person.
    let busyDates: Flat<Int32>
    let firstBusyDate: Flat<Int32>

    init(_ problem: SeatProblem) {
        history = Flat(problem.people.map(\.history))
        rank = Flat(problem.people.map(\.rank))
        team = Flat(problem.people.map(\.team))
        let merged = problem.people.map { Self.merged($0.busy) }
        busy = Flat(merged.joined())
        firstBusy = Self.offsets(merged.map(\.count))
        firstEntry = Self.offsets(zip(merged, Self.mostSeats(problem)).map { $0.count + $1 })
        busyDates = Flat(problem.people.flatMap { $0.busy.map(\.day) })
        firstBusyDate = Self.offsets(problem.people.map(\.busy.count))
    }

    static func offsets(_ counts: [Int]) -> Flat<Int32> {
        var offsets: Flat<Int32> = [0]
        var sum: Int32 = 0
        for count in counts {
            sum += Int32(count)
            offsets.append(sum)
        }
        return offsets
    }

    /// The duties that standing shifts make up, each with the date of its first shift.
    static func merged(_ busy: [SeatProblem.Busy]) -> [SeatEntry] {
        var duties: [SeatEntry] = []
        for shift in busy.sorted(by: { ($0.station, $0.start, $0.end, $0.day) < ($1.station, $1.start, $1.end, $1.day) }
        ) {
            if let last = duties.last, last.station == shift.station, shift.start <= last.end {
                duties[duties.count - 1].end = max(last.end, shift.end)
            } else {
                duties.append(SeatEntry(shift))
            }
        }
        return duties.sorted { ($0.start, $0.end, $0.station) < ($1.start, $1.end, $1.station) }
    }

    /// How many shifts each person can stand at most, by overlaps alone.
    private static func mostSeats(_ problem: SeatProblem) -> [Int] {
        var counts = [Int](repeating: 0, count: problem.people.count)
        var free = [[Int64]](repeating: [.min, .min], count: problem.people.count)
        let order = problem.slots.indices.sorted { problem.slots[$0].end < problem.slots[$1].end }
        for slot in order.lazy.map({ problem.slots[$0] }) {
            for person in slot.pinned { counts[Int(person)] += 1 }
            let lane = slot.isOnSite ? 0 : 1
            for candidate in slot.candidates where free[Int(candidate.person)][lane] <= slot.start {
                counts[Int(candidate.person)] += 1
                free[Int(candidate.person)][lane] = slot.end
            }
        }
        return counts
    }

    /// Whether the slot goes together with each standing duty of the person.
    func allows(_ person: Int32, _ slot: SeatProblem.Slot, limits: SeatProblem.Limits) -> Bool {
        guard slot.end - slot.start <= limits.dutyLength else { return false }
        return busy[Int(firstBusy[Int(person)])..<Int(firstBusy[Int(person) + 1])].allSatisfy { duty in
            guard duty.isOnSite == slot.isOnSite else { return true }
            if duty.station == slot.station && (duty.end == slot.start || slot.end == duty.start) {
                return duty.end - duty.start + slot.end - slot.start <= limits.dutyLength
            }
            return slot.start - duty.end >= limits.rest && duty.end <= slot.start
                || duty.start - slot.end >= limits.rest && slot.end <= duty.start
        }
    }
}
