/// Searches a long plan of rows by annealing over changes, exchanges and whole rows, also through plans that break rules.
///
/// The same problem, seed and calls give the same plan on every machine.
package struct RowSearch: Sendable {
    /// The cost of the cheapest plan so far that breaks no rule; nil while there is none.
    package private(set) var bestCost: Int?
    var state: RowState
    var dice: RowDice
    var optimizer: RowOptimizer
    let tables: RowTables
    /// The worst change that the present move may make.
    var bound = 0.0
    /// What one excess over a rule weighs now.
    var weight = 1
    let cooling: RowCooling
    private(set) var temperature = 1.0
    private var progress = 0.0
    private var bestGrid: [UInt8] = []
    /// Whole rows take most of the time and find most of the way; the moves between them keep every row warm.
    private static let movesPerRebuild = 64

    package init(_ problem: RowProblem, seed: UInt64) {
        tables = RowTables(problem)
        state = RowState(tables)
        dice = RowDice(seed: seed)
        optimizer = RowOptimizer(problem, tables)
        cooling = RowCooling(problem)
        keepBest()
    }

    /// The cheapest plan so far that breaks no rule.
    package var best: RowPlan? {
        guard bestCost != nil else { return nil }
        return RowPlan(
            rows: (0..<tables.people).map { person in
                (0..<tables.days).map { Int(bestGrid[tables.cell(person, $0)]) - 1 }
            })
    }

    /// Tries so many moves and cools down to the progress (0…1) of the whole search; less than before warms up again.
    package mutating func run(moves count: Int, progress end: Double) {
        guard tables.people > 0, tables.days > 0, tables.codes > 1 else { return }
        let begin = progress
        progress = min(max(end, 0), 1)
        var done = 0
        while done < count {
            let some = min(Self.movesPerRebuild, count - done)
            let now = begin + (progress - begin) * Double(done) / Double(count)
            temperature = cooling.temperature(at: now)
            weight = cooling.weight(at: now)
            for _ in 0..<some { move() }
            rebuildSome()
            done += some
        }
    }

    @inline(__always) private mutating func move() {
        bound = temperature * cooling.bound(dice.next())
        let person = dice.below(tables.people)
        switch dice.below(100) {
        case ..<30: exchange(person, with: dice.below(tables.people))
        case ..<45: exchangeTwice(person, with: dice.below(tables.people))
        case ..<53: rotate(person, dice.below(tables.people), dice.below(tables.people))
        case ..<65: setRun(of: person)
        case ..<78: exchangeDays(of: person)
        default: setDay(of: person)
        }
    }

    @inline(__always) mutating func keepBest() {
        guard state.excess == 0, state.cost < bestCost ?? Int.max else { return }
        bestCost = state.cost
        bestGrid = state.grid
    }
}
