/// Seats and the people who take them, each person a number of them at most: a largest flow by shortest detours.
struct StaffFlow {
    /// For each demand, who may serve it; everybody at most once.
    private let able: [[Int32]]
    private var spare: [Int]
    /// For each person, the demands that he serves.
    private var served: [[Int]]
    /// People from whom no detour leads to anybody who is free.
    private var isSpent: [Bool]

    init(able: [[Int32]], capacity: [Int]) {
        self.able = able
        spare = capacity
        served = [[Int]](repeating: [], count: capacity.count)
        isSpent = [Bool](repeating: false, count: capacity.count)
    }

    /// Finds one more person for a demand; others may change their seats for that.
    mutating func serve(_ demand: Int) -> Bool {
        var from = [Int: Int32]()
        var by = [Int32: Int]()
        var queue = [demand]
        var next = 0
        while next < queue.count {
            let here = queue[next]
            next += 1
            for person in able[here] where !isSpent[Int(person)] && by[person] == nil {
                guard !served[Int(person)].contains(here) else { continue }
                by[person] = here
                if spare[Int(person)] > 0 {
                    take(person, by, from)
                    return true
                }
                for other in served[Int(person)] where other != demand && from[other] == nil {
                    from[other] = person
                    queue.append(other)
                }
            }
        }
        for person in by.keys { isSpent[Int(person)] = true }
        return false
    }

    private mutating func take(_ free: Int32, _ by: [Int32: Int], _ from: [Int: Int32]) {
        spare[Int(free)] -= 1
        var person = free
        while let demand = by[person] {
            served[Int(person)].append(demand)
            guard let left = from[demand], let at = served[Int(left)].firstIndex(of: demand) else { return }
            served[Int(left)].remove(at: at)
            person = left
        }
    }

    /// The demands that compete with the first of these, none of which is served in full.
    func rivals(of short: [Int]) -> [Int] {
        var seen: Set<Int> = []
        var people: Set<Int32> = []
        for demand in short where seen.isEmpty || able[demand].contains(where: people.contains) {
            var queue = seen.insert(demand).inserted ? [demand] : []
            while let here = queue.popLast() {
                for person in able[here] where !served[Int(person)].contains(here) && people.insert(person).inserted {
                    for other in served[Int(person)] where seen.insert(other).inserted { queue.append(other) }
                }
            }
        }
        return seen.sorted()
    }
}
