extension SeatEncoding {
    /// Something counted, which becomes clauses when a model first exceeds it.
    enum Counter: Hashable {
        /// The people in a slot, by its position here.
        case slot(Int)
        case most(Int)
        case window(person: Int, first: Int32)
    }

    /// What the present model exceeds and no clause forbids yet, in a fixed order.
    func exceeded(keeping facts: Set<Fact>) -> [Counter] {
        var counters: [Counter] = []
        for (position, sitting) in seats.enumerated() {
            let count = sitting.reduce(0) { solver.holds($1.literal) ? $0 + 1 : $0 }
            if count > problem.slots[slots[position]].count { counters.append(.slot(position)) }
        }
        let most = facts.contains(.most) ? problem.limits.most : nil
        let window = facts.contains(.window) ? problem.limits.window : nil
        guard most != nil || window != nil else { return counters }
        for (person, own) in people.enumerated() where !own.shifts.isEmpty {
            let starts = own.shifts.indices.filter { isStart($0, of: own) }
            if let most, starts.filter({ own.shifts[$0].slot != nil }).count > most { counters.append(.most(person)) }
            guard let window else { continue }
            let days = starts.map { own.shifts[$0].day }.sorted()
            for (position, day) in days.enumerated() where position == 0 || days[position - 1] < day {
                let count = days[position...].prefix { $0 < day + Int32(window.days) }.count
                if count > bound(window, from: day, of: own) { counters.append(.window(person: person, first: day)) }
            }
        }
        return counters
    }

    /// Forbids what the counter counts beyond its limit.
    mutating func add(_ counter: Counter) {
        guard added.insert(counter).inserted else { return }
        switch counter {
        case .slot(let position):
            let count = problem.slots[slots[position]].count
            solver.atMost(count, of: seats[position].map(\.literal), guard: nil)
        case .most(let person):
            let own = people[person]
            let starts = own.shifts.indices.filter { own.shifts[$0].slot != nil }.map { start($0, of: own) }
            solver.atMost(problem.limits.most ?? 0, of: starts, guard: literal(.most))
        case .window(let person, let first):
            guard let window = problem.limits.window else { return }
            let own = people[person]
            let starts = own.shifts.indices.filter { covers(window, from: first, own.shifts[$0]) }
            solver.atMost(
                bound(window, from: first, of: own), of: starts.map { start($0, of: own) }, guard: literal(.window))
        }
    }

    private func covers(_ window: SeatProblem.Window, from first: Int32, _ shift: PersonShifts.Shift) -> Bool {
        shift.day >= first && shift.day < first + Int32(window.days)
    }

    /// The limit, or what the person's standing duties alone come to, for which no plan is to blame.
    private func bound(_ window: SeatProblem.Window, from first: Int32, of own: PersonShifts) -> Int {
        let standing = own.shifts.indices.filter { index in
            own.shifts[index].slot == nil && covers(window, from: first, own.shifts[index])
                && own.previous[index].allSatisfy { own.shifts[$0].slot != nil }
        }
        return max(window.most, standing.count)
    }

    private func isStart(_ index: Int, of own: PersonShifts) -> Bool {
        solver.holds(own.shifts[index].literal)
            && !own.previous[index].contains { solver.holds(own.shifts[$0].literal) }
            && (solver.holds(closed) || !beside.precedes(own.shifts[index]))
    }

    /// A literal that holds wherever a duty begins with this shift.
    private func start(_ index: Int, of own: PersonShifts) -> Literal {
        let isAtEdge = beside.precedes(own.shifts[index])
        guard !own.previous[index].isEmpty || isAtEdge else { return own.shifts[index].literal }
        let start = solver.variable()
        let unless = own.previous[index].map { own.shifts[$0].literal } + (isAtEdge ? [-closed] : [])
        solver.add([-own.shifts[index].literal, start] + unless)
        return start
    }
}
