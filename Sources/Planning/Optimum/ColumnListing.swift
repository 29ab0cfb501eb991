/// Lists the sets of seats that one person may take, by going through the shifts in the order of time.
struct ColumnListing {
    private struct Item {
        let shift: DutyTrail.Shift
        /// The pool's slot; nil for a duty that stands outside the problem.
        let slot: Int?
        let isFixed: Bool
        let load: Int64
        let cost: Int64
        let month: Int32
    }

    /// What a person has taken so far.
    private struct Taken {
        var trail = DutyTrail()
        var load: Int64 = 0
        var cost: Int64 = 0
        var dates: [Int32] = []
        var months: [(month: Int32, load: Int64)] = []
    }

    private let items: [Item]
    /// The most load that the items from each one on can add.
    private let ahead: [Int64]
    /// The loads that a plan no worse than the known one can give the person.
    private let loads: ClosedRange<Int64>
    private let history: Int64
    private let limits: SeatProblem.Limits
    private let weights: SeatProblem.Weights
    /// Nodes visited beyond which the listing is given up.
    private let most: Int

    init(of person: Int32, in pool: SeatPool, of problem: SeatProblem, loads: ClosedRange<Int64>, most: Int) {
        let member = problem.people[Int(person)]
        let seats = pool.slots.enumerated().compactMap { position, index -> Item? in
            let slot = problem.slots[index]
            let isPinned = slot.pinned.contains(person)
            guard isPinned || slot.candidates.contains(where: { $0.person == person }) else { return nil }
            let shift = DutyTrail.Shift(
                station: slot.station, start: slot.start, end: slot.end, day: slot.day, isOnSite: slot.isOnSite,
                isSeat: true)
            return Item(
                shift: shift, slot: position, isFixed: isPinned, load: slot.load, cost: slot.cost(of: person),
                month: slot.month)
        }
        let standing = member.busy.map { busy in
            let shift = DutyTrail.Shift(
                station: busy.station, start: busy.start, end: busy.end, day: busy.day, isOnSite: busy.isOnSite,
                isSeat: false)
            return Item(shift: shift, slot: nil, isFixed: true, load: 0, cost: 0, month: 0)
        }
        items = (standing + seats).sorted {
            ($0.shift.start, $0.shift.end, $0.slot ?? -1) < ($1.shift.start, $1.shift.end, $1.slot ?? -1)
        }
        history = member.history
        self.loads = loads
        let items = self.items
        var ahead = [Int64](repeating: 0, count: items.count + 1)
        for index in items.indices.reversed() {
            let shift = items[index].shift
            let next = items.indices.first { $0 > index && items[$0].shift.start >= shift.end } ?? items.count
            let isAlone = items[index...].allSatisfy { $0.shift.isOnSite == shift.isOnSite }
            ahead[index] = max(ahead[index + 1], items[index].load + (isAlone ? ahead[next] : ahead[index + 1]))
        }
        self.ahead = ahead
        (limits, weights, self.most) = (problem.limits, problem.weights, most)
    }

    /// Adds the person to the tree and returns the steps taken.
    ///
    /// Nil if there are too many sets, or none since what stands breaks a limit itself.
    func list(into tree: inout ColumnTree) -> Int? {
        tree.plant()
        let root = tree.grow(from: tree.parents.count, adding: -1)
        var visits = 0
        return walk(from: 0, root, Taken(), &tree, &visits) && visits < most ? visits : nil
    }

    /// False if nothing that goes on from here is worth listing.
    private func walk(
        from first: Int, _ node: Int, _ taken: Taken, _ tree: inout ColumnTree, _ visits: inout Int
    ) -> Bool {
        var (node, taken, isFound) = (node, taken, false)
        visits += 1
        for index in first..<items.count {
            guard visits < most, taken.load + ahead[index] >= loads.lowerBound else { return isFound }
            let item = items[index]
            if item.isFixed {
                guard add(item, to: &taken) else { return isFound }
                if let slot = item.slot { node = tree.grow(from: node, adding: slot) }
            } else if let slot = item.slot, taken.load + item.load <= loads.upperBound {
                var more = taken
                guard add(item, to: &more) else { continue }
                let child = tree.grow(from: node, adding: slot)
                if walk(from: index + 1, child, more, &tree, &visits) { isFound = true } else { tree.cut(from: child) }
            }
        }
        guard loads.contains(taken.load) else { return isFound }
        tree.set(cost: cost(of: taken), of: node)
        return true
    }

    private func add(_ item: Item, to taken: inout Taken) -> Bool {
        guard taken.trail.add(item.shift, within: limits) else { return false }
        guard item.slot != nil else { return true }
        taken.load += item.load
        taken.cost += item.cost
        if weights.spacing > 0 { taken.dates.append(item.shift.day) }
        if weights.months > 0 {
            if let index = taken.months.firstIndex(where: { $0.month == item.month }) {
                taken.months[index].load += item.load
            } else {
                taken.months.append((item.month, item.load))
            }
        }
        return true
    }

    private func cost(of taken: Taken) -> Int64 {
        let load = history + taken.load
        var cost = weights.fairness * load * load + taken.cost
        if weights.spacing > 0 {
            cost += weights.spacing * SeatScore.spacing(of: taken.dates, within: weights.spacingDays)
        }
        if weights.months > 0 { cost += weights.months * taken.months.reduce(0) { $0 + $1.load * $1.load } }
        return cost
    }
}
