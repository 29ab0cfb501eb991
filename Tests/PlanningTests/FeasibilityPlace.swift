import TestSupport

@testable import Planning

/// Units of a place whose roster is known to exist, and contradictions planted into it.
///
/// A hidden plan is drawn first; people are on leave only where it does not need them. Each unit has a leader, two
/// officers and a key post in shifts of `hours`; a common room draws on everybody.
struct FeasibilityPlace {
    var problem = SeatProblem(slots: [], people: [])
    /// One empty slot of each planted contradiction.
    var hurt: [Int] = []
    private var random: SplitMix64
    private var hidden: [[Int32]] = []
    private let hours: Int
    private let days: Int

    private static let hour: Int64 = 3600

    init(seed: UInt64, units: Int, perUnit: Int, days: Int, hours: Int = 24, hasRoom: Bool = false) {
        random = SplitMix64(seed: seed)
        self.hours = hours
        self.days = days
        problem.limits.rest = 24 * Self.hour
        problem.people = (0..<units * perUnit).map { _ in SeatProblem.Member() }
        var last = [Int64](repeating: -1000, count: problem.people.count)
        for day in 0..<days {
            for shift in 0..<24 / hours {
                let start = day * 24 + shift * hours
                for unit in 0..<units {
                    let people = (unit * perUnit..<(unit + 1) * perUnit).map(Int32.init)
                    let leaders = perUnit / 3
                    add(unit, 0, start, 1, Array(people.prefix(leaders)), &last)
                    add(unit, 1, start, 2, Array(people.dropFirst(leaders)), &last)
                    add(unit, 2, start, 1, Array(people.suffix(perUnit / 2)), &last)
                }
                if hasRoom { add(units, 0, start, 2, Array(0..<Int32(units * perUnit)), &last) }
            }
        }
        addLeaves(percent: 12)
    }

    private mutating func add(
        _ unit: Int, _ post: Int, _ start: Int, _ count: Int, _ eligible: [Int32], _ last: inout [Int64]
    ) {
        let rested = eligible.filter { last[Int($0)] + Int64(24) <= Int64(start) }.shuffled(using: &random)
        let chosen = Array(rested.prefix(count))
        for person in chosen { last[Int(person)] = Int64(start + hours) }
        problem.slots.append(
            SeatProblem.Slot(
                unit: Int32(unit), station: Int32(unit * 3 + post), start: Int64(start) * Self.hour,
                end: Int64(start + hours) * Self.hour, day: Int32(start / 24), count: chosen.count, load: 2,
                priority: post == 0 ? 3 : 1, isLeader: post == 0, candidates: eligible.map { SeatProblem.Candidate($0) }
            ))
        hidden.append(chosen)
    }

    /// Leaves of whole days; the number of a leave is its person's × 1000 + the day.
    private mutating func addLeaves(percent: Int) {
        var working: Set<[Int32]> = []
        for (slot, people) in zip(problem.slots, hidden) {
            for person in people { working.formUnion([[person, slot.day], [person, slot.day + 1]]) }
        }
        for person in problem.people.indices {
            for day in 0..<Int32(days) where random.chance(percent) && !working.contains([Int32(person), day]) {
                leave(Int32(person), day)
            }
        }
    }

    private mutating func leave(_ person: Int32, _ day: Int32) {
        for number in problem.slots.indices where problem.slots[number].day == day {
            guard let at = problem.slots[number].candidates.firstIndex(where: { $0.person == person }) else { continue }
            problem.slots[number].candidates.remove(at: at)
            problem.slots[number].barred.append(
                SeatProblem.Barred(person: person, leaves: [person * 1000 + day]))
            problem.slots[number].barred.sort { $0.person < $1.person }
        }
    }

    /// All leaders of the unit but one are away two days running.
    mutating func hurt(unit: Int, day: Int32) {
        let leading = problem.slots.indices.filter {
            problem.slots[$0].unit == Int32(unit) && problem.slots[$0].station == Int32(unit * 3)
        }
        let here = leading.filter { problem.slots[$0].day == day || problem.slots[$0].day == day + 1 }
        let leaders = Set(here.flatMap { problem.slots[$0].candidates.map(\.person) }).sorted()
        let present = leaders.filter { leader in
            here.allSatisfy { problem.slots[$0].candidates.contains { $0.person == leader } }
        }
        let stays = random.pick(present.isEmpty ? leaders : present)
        for person in leaders where person != stays {
            leave(person, day)
            leave(person, day + 1)
        }
        if let slot = here.last { hurt.append(slot) }
    }
}
