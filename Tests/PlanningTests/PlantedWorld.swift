import Planning
import TestSupport

/// What a planted problem looks like; the numbers of a county unless said.
struct WorldShape {
    var counties = 1
    var units = 40
    var peopleOfUnit = 15
    var leadersOfUnit = 3...4
    var officers = 2
    var keyPosts = 1
    /// Seats a day of the duty room that draws on all units of a county: leaders and others.
    var room = (leaders: 1, officers: 4)
    /// Seats a day of a room that draws on all counties.
    var upperRoom = (leaders: 0, officers: 0)
    var days: [(day: Int32, weight: Int64, isNight: Bool)] = WorldShape.springFestival
    var limits = SeatProblem.Limits(rest: 86_400)
    var weights = SeatProblem.Weights()
    var leavePercent = 25...35
    var historyDuties = 0...5

    /// 除夕 after the night before it, 初一 to 初三, one more statutory day, two days of rest.
    static let springFestival: [(day: Int32, weight: Int64, isNight: Bool)] = [
        (0, 1, true), (1, 4, false), (2, 3, false), (3, 3, false), (4, 3, false), (5, 2, false), (6, 1, false),
        (7, 1, false),
    ]

    static var small: WorldShape {
        var shape = WorldShape(units: 1, peopleOfUnit: 12)
        shape.room = (0, 0)
        return shape
    }

    static var county: WorldShape { WorldShape() }

    static var prefecture: WorldShape { WorldShape(counties: 10) }

    static var linked: WorldShape {
        var shape = prefecture
        shape.upperRoom = (1, 3)
        return shape
    }

    /// Weekends and two festivals of a year.
    static var year: WorldShape {
        var shape = WorldShape(units: 1, peopleOfUnit: 30, leadersOfUnit: 8...8)
        shape.room = (0, 0)
        shape.limits.window = SeatProblem.Window(days: 7, most: 2)
        let weekends = (0..<364).filter { $0 % 7 >= 5 }
        let festivals: [Int] = Array(43...49) + Array(273...279) + [120, 121]
        let dates = Set(weekends + festivals).sorted().prefix(120)
        shape.days = dates.map { date in
            let weight: Int64 = date == 43 ? 4 : date > 43 && date < 47 ? 3 : festivals.contains(date) ? 2 : 1
            return (Int32(date), weight, false)
        }
        return shape
    }

    /// A fifth fewer people and more leave.
    var tight: WorldShape {
        var shape = self
        shape.peopleOfUnit = peopleOfUnit * 4 / 5
        shape.leadersOfUnit = leadersOfUnit.lowerBound...leadersOfUnit.lowerBound
        if leadersOfUnit.lowerBound > 6 { shape.leadersOfUnit = 6...6 }
        shape.leavePercent = 45...60
        return shape
    }
}

/// A problem that is known to have a complete roster: a hidden one is planted, leaves avoid it.
struct PlantedWorld {
    var problem: SeatProblem
    var planted: SeatPlan

    init(_ shape: WorldShape, seed: UInt64) {
        var planter = Planter(shape: shape, random: SplitMix64(seed: seed))
        planter.makePeople()
        planter.makeSlots()
        while !planter.plant() {}
        planter.takeLeave()
        problem = planter.problem
        planted = SeatPlan(seats: planter.planted)
    }
}

private struct Planter {
    let shape: WorldShape
    var random: SplitMix64
    var problem = SeatProblem(slots: [], people: [])
    var planted: [[Int32]] = []
    /// Per unit: leaders, others, and those of the others who are qualified for the key post.
    var leaders: [[Int32]] = []
    var others: [[Int32]] = []
    var qualified: [[Int32]] = []

    init(shape: WorldShape, random: SplitMix64) {
        self.shape = shape
        self.random = random
    }

    mutating func makePeople() {
        problem.limits = shape.limits
        problem.weights = shape.weights
        for _ in 0..<(shape.counties * shape.units) {
            let first = Int32(problem.people.count)
            let all = Array(first..<first + Int32(shape.peopleOfUnit))
            let count = random.number(shape.leadersOfUnit)
            leaders.append(Array(all.prefix(count)))
            others.append(Array(all.dropFirst(count)))
            qualified.append(Array(all.dropFirst(count).prefix(max(4, shape.peopleOfUnit / 3))))
            for person in all {
                let duties = Int64(random.number(shape.historyDuties))
                problem.people.append(
                    SeatProblem.Member(
                        history: duties * 1_440 * Int64(random.number(1...2)),
                        rank: person - first < count ? Int32(random.number(3...5)) : Int32(random.number(0...3)),
                        team: Int32(random.number(0...2))))
            }
        }
    }

    mutating func makeSlots() {
        let units = shape.units
        for date in shape.days {
            for county in 0..<shape.counties {
                let own = county * units..<(county + 1) * units
                if units > 1 {
                    let room = Int32(shape.counties * units + county)
                    add(date, room, 0, shape.room.leaders, own.flatMap { leaders[$0] }, isLeader: true)
                    add(date, room, 1, shape.room.officers, own.flatMap { others[$0] })
                }
                for unit in own {
                    add(date, Int32(unit), 0, 1, leaders[unit], isLeader: true)
                    add(date, Int32(unit), 1, shape.officers, others[unit])
                    add(date, Int32(unit), 2, shape.keyPosts, qualified[unit])
                }
            }
            let upper = Int32(shape.counties * (units + 1))
            add(date, upper, 0, shape.upperRoom.leaders, leaders.flatMap { $0 }, isLeader: true)
            add(date, upper, 1, shape.upperRoom.officers, others.flatMap { $0 })
        }
    }

    mutating func add(
        _ date: (day: Int32, weight: Int64, isNight: Bool), _ unit: Int32, _ post: Int32, _ count: Int,
        _ people: [Int32], isLeader: Bool = false
    ) {
        guard count > 0 else { return }
        let opening = Int64(date.day) * 86_400 + 8 * 3_600 + 1_800
        problem.slots.append(
            SeatProblem.Slot(
                unit: unit, station: unit * 3 + post, start: date.isNight ? opening + 9 * 3_600 : opening,
                end: opening + 86_400, day: date.day, month: date.day / 30, count: count,
                load: (date.isNight ? 900 : 1_440) * date.weight, isLeader: isLeader,
                candidates: people.map { SeatProblem.Candidate($0) }))
    }

    /// Seats people at random among those with the fewest duties; false where that got stuck.
    mutating func plant() -> Bool {
        var duties = [Int](repeating: 0, count: problem.people.count)
        var days = [[Int32]](repeating: [], count: problem.people.count)
        planted = []
        for slot in problem.slots {
            let highest = shape.limits.isRankKept && !slot.isLeader ? ranks(over: slot) : .max
            var free = slot.candidates.map(\.person).filter {
                allows(slot.day, after: days[Int($0)]) && problem.people[Int($0)].rank <= highest
            }
            var sitting: [Int32] = []
            for _ in 0..<slot.count {
                let draws = (0..<3).compactMap { _ in free.isEmpty ? nil : random.pick(free) }
                guard let person = draws.min(by: { duties[Int($0)] < duties[Int($1)] }) else { return false }
                free.removeAll { $0 == person }
                duties[Int(person)] += 1
                days[Int(person)].append(slot.day)
                sitting.append(person)
            }
            planted.append(sitting)
        }
        return true
    }

    func ranks(over slot: SeatProblem.Slot) -> Int32 {
        let leading = zip(problem.slots, planted).filter {
            $0.0.isLeader && $0.0.unit == slot.unit && $0.0.start < slot.end && slot.start < $0.0.end
        }
        return leading.flatMap(\.1).map { problem.people[Int($0)].rank }.min() ?? .max
    }

    func allows(_ day: Int32, after days: [Int32]) -> Bool {
        guard let last = days.last else { return true }
        guard day - last >= 2 else { return false }
        guard let window = shape.limits.window, days.count >= window.most else { return true }
        return day - days[days.count - window.most] >= Int32(window.days)
    }

    mutating func takeLeave() {
        var touched = [Set<Int32>](repeating: [], count: problem.people.count)
        for (slot, sitting) in zip(problem.slots, planted) {
            for person in sitting { touched[Int(person)].formUnion([slot.day, slot.day + 1]) }
        }
        let percent = random.number(shape.leavePercent)
        let stretch = shape.days.count
        var leave = [Int32: Range<Int32>]()
        for person in problem.people.indices {
            for _ in 0..<max(1, stretch / 8) where random.chance(percent) {
                let first = shape.days[random.below(stretch)].day
                let range = first..<first + Int32(random.number(1...3))
                if touched[person].isDisjoint(with: range) { bar(Int32(person), from: range) }
            }
        }
        leave.removeAll()
    }

    mutating func bar(_ person: Int32, from days: Range<Int32>) {
        for index in problem.slots.indices {
            guard days.contains(problem.slots[index].day) || days.contains(problem.slots[index].day + 1) else {
                continue
            }
            guard let at = problem.slots[index].candidates.firstIndex(where: { $0.person == person }) else { continue }
            problem.slots[index].candidates.remove(at: at)
            problem.slots[index].barred.append(SeatProblem.Barred(person: person, leaves: [person]))
        }
    }
}
