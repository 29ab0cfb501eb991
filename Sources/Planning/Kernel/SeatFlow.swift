/// Loads that flow from seats to candidates, evened out class by class of seats that the same people can take.
struct SeatFlow {
    /// Seats with equal candidates; `shares` of each lie in the flat arrays.
    private struct Class {
        let first: Int
        let end: Int
        let load: Double
        /// Nobody takes two seats of a slot.
        let most: Double
        let seats: Int
        var level = 0.0
    }

    private var classes: [Class] = []
    private var people: [Int32] = []
    private var shares: [Double] = []
    /// History and pinned load, then what flows to each.
    private let base: [Double]
    private var loads: [Double]

    init(_ problem: SeatProblem, history: [Int64], where isCounted: (SeatProblem.Slot) -> Bool) {
        var base = history.map(Double.init)
        var known: [Key: Int] = [:]
        var found: [(key: Key, load: Double)] = []
        for slot in problem.slots where isCounted(slot) {
            for person in slot.pinned { base[Int(person)] += Double(slot.load) }
            let key = Key(slot)
            guard key.seats > 0, slot.load > 0 else { continue }
            if let index = known[key] {
                found[index].load += Double(slot.load)
            } else {
                known[key] = found.count
                found.append((key, Double(slot.load)))
            }
        }
        self.base = base
        loads = base
        for (key, load) in found {
            classes.append(
                Class(
                    first: people.count, end: people.count + key.people.count, load: load * Double(key.seats),
                    most: load, seats: key.seats))
            people += key.people
        }
        shares = [Double](repeating: 0, count: people.count)
    }

    /// Who can take the free seats of a slot, and how many there are to take.
    private struct Key: Hashable {
        let people: [Int32]
        let seats: Int

        init(_ slot: SeatProblem.Slot) {
            people = slot.candidates.map(\.person).filter { !slot.pinned.contains($0) }
            seats = min(slot.count - slot.pinned.count, people.count)
        }
    }

    /// Σ of squared loads.
    var value: Double { loads.reduce(0) { $0 + $1 * $1 } }

    /// Evens out each class in turn as if the others stood still.
    mutating func sweep() {
        for index in classes.indices {
            let part = classes[index]
            var low = Double.infinity
            var high = 0.0
            for share in part.first..<part.end {
                let rest = loads[Int(people[share])] - shares[share]
                loads[Int(people[share])] = rest
                low = min(low, rest)
                high = max(high, rest)
            }
            let level = level(of: part, low: low, high: high + part.most)
            classes[index].level = level
            for share in part.first..<part.end {
                let person = Int(people[share])
                shares[share] = min(part.most, max(0, level - loads[person]))
                loads[person] += shares[share]
            }
        }
    }

    /// How high the water stands when the class's load is poured over the others' loads.
    private func level(of part: Class, low: Double, high: Double) -> Double {
        var low = low
        var high = high
        var level = part.level > low && part.level < high ? part.level : (low + high) / 2
        for _ in 0..<60 {
            var sum = 0.0
            var slope = 0.0
            for share in part.first..<part.end {
                let depth = level - loads[Int(people[share])]
                guard depth > 0 else { continue }
                sum += min(depth, part.most)
                slope += depth < part.most ? 1 : 0
            }
            let missing = part.load - sum
            if abs(missing) <= part.load * 1e-12 { break }
            if missing > 0 { low = level } else { high = level }
            let next = slope > 0 ? level + missing / slope : (low + high) / 2
            level = next > low && next < high ? next : (low + high) / 2
        }
        return level
    }

    /// The least that the linearised sum can be: no loads have a smaller sum of squares.
    func lowerBound() -> Double {
        var bound = -value
        for (load, first) in zip(loads, base) { bound += 2 * load * first }
        for part in classes {
            let prices = (part.first..<part.end).map { loads[Int(people[$0])] }.sorted()
            bound += 2 * part.most * prices.prefix(part.seats).reduce(0, +)
        }
        return bound
    }

    /// The same for fairness of the weight and the candidates' costs together, seat by seat.
    func lowerBound(_ problem: SeatProblem, weight: Double) -> Double {
        var bound = -value
        for (load, first) in zip(loads, base) { bound += 2 * load * first }
        bound *= weight
        for slot in problem.slots {
            var prices: [Double] = []
            for candidate in slot.candidates {
                if slot.pinned.contains(candidate.person) {
                    bound += Double(candidate.cost)
                } else {
                    prices.append(
                        2 * weight * loads[Int(candidate.person)] * Double(slot.load) + Double(candidate.cost))
                }
            }
            let seats = min(slot.count - slot.pinned.count, prices.count)
            bound += prices.sorted().prefix(max(0, seats)).reduce(0, +)
        }
        return bound
    }
}
