/// Which slots belong together: those that share people, who must be kept apart, or a leader.
struct SeatAreas {
    /// Slots by component, each ascending, in the order of their first.
    let components: [[Int]]
    private let componentOf: [Int]
    private let problem: SeatProblem

    init(_ problem: SeatProblem) {
        self.problem = problem
        var groups = Groups(count: problem.slots.count + problem.people.count)
        let people = problem.slots.count
        var leadSlot: [Int32: Int] = [:]
        for (number, slot) in problem.slots.enumerated() {
            for person in slot.everybody { groups.join(number, people + Int(person)) }
            guard problem.limits.isRankKept else { continue }
            if let first = leadSlot[slot.unit] { groups.join(first, number) } else { leadSlot[slot.unit] = number }
        }
        for (person, member) in problem.people.enumerated() {
            for other in member.apart { groups.join(people + person, people + Int(other)) }
        }
        var components: [[Int]] = []
        var positions: [Int: Int] = [:]
        var componentOf: [Int] = []
        for number in problem.slots.indices {
            let root = groups.root(number)
            let position = positions[root] ?? components.count
            if position == components.count {
                positions[root] = position
                components.append([])
            }
            components[position].append(number)
            componentOf.append(position)
        }
        self.components = components
        self.componentOf = componentOf
    }

    /// The components, those of these slots first.
    func components(first slots: [Int]) -> [[Int]] {
        let wanted = Set(slots.map { componentOf[$0] })
        return wanted.sorted().map { components[$0] }
            + components.indices.filter { !wanted.contains($0) }.map { components[$0] }
    }

    /// The components that hold one of these slots.
    func components(of slots: [Int]) -> [[Int]] { Set(slots.map { componentOf[$0] }).sorted().map { components[$0] } }

    /// Within a component, the units of these slots: where to look before looking everywhere.
    func units(of slots: [Int], in component: [Int]) -> [[Int]] {
        let inside = Set(component)
        let units = Set(slots.filter(inside.contains).map { problem.slots[$0].unit }).sorted()
        let areas = units.map { unit in component.filter { problem.slots[$0].unit == unit } }
        return areas.filter { $0.count < component.count }
    }
}

extension SeatProblem.Slot {
    /// Who sits here, may sit here, or might but for leaves.
    var everybody: [Int32] { candidates.map(\.person) + pinned + barred.map(\.person) }
}
