/// Searches a long plan of rows: annealing over changes and exchanges of days; by seed and moves alone.
package struct RowSearch: Sendable {
    /// The cheapest plan so far that breaks no rule.
    package private(set) var best: RowPlan?
    package private(set) var bestCost: Int?
    var state: RowState
    var dice: RowDice
    private let heat: RowHeat
    private let tables: RowTables
    private var bestGrid: [UInt8] = []
    /// What a broken rule weighs.
    private var weight = 100

    package init(_ problem: RowProblem, seed: UInt64) {
        tables = RowTables(problem)
        state = RowState(tables)
        dice = RowDice(seed: seed)
        heat = RowHeat(from: RowTuning.hot, to: RowTuning.cold)
        weight = RowTuning.weight
        keepBest()
    }

    /// Tries so many moves; progress in 0...1 says how far the whole search has come, and so how bold the moves are.
    package mutating func run(moves: Int, progress: Double) {
        guard tables.people > 0, tables.days > 0, tables.codes > 1 else { return }
        let temperature = heat.temperature(at: min(max(progress, 0), 1))
        for _ in 0..<moves {
            let bound = temperature * heat.bound(dice.next())
            let kind = dice.below(100)
            let person = dice.below(tables.people)
            if kind < RowTuning.swaps {
                exchange(person, bound)
            } else if kind < RowTuning.swaps + RowTuning.runs {
                setRun(person, bound)
            } else if kind < RowTuning.swaps + RowTuning.runs + RowTuning.inner {
                exchangeDays(of: person, bound)
            } else {
                setDay(person, bound)
            }
        }
        publish()
    }

    /// One day becomes free or gets another duty.
    @inline(__always) private mutating func setDay(_ person: Int, _ bound: Double) {
        let day = dice.below(tables.days)
        let usable = tables.usable[person]
        let drawn = dice.below(usable.count + 1)
        let code = drawn == usable.count ? 0 : usable[drawn]
        guard code != state.grid[tables.cell(person, day)] else { return }
        state.grid[tables.cell(state.draft, day)] = code
        tryDraft(person, day, 1, bound)
    }

    /// Some days in a row become free or get the same duty.
    @inline(__always) private mutating func setRun(_ person: Int, _ bound: Double) {
        let count = min(2 + dice.below(4), tables.longest)
        guard count <= tables.days else { return }
        let first = dice.below(tables.days - count + 1)
        let usable = tables.usable[person]
        let drawn = dice.below(usable.count + 1)
        let code = drawn == usable.count ? 0 : usable[drawn]
        for day in first..<first + count {
            let isOff = tables.wishes[tables.cell(person, day) * tables.codes + tables.codes - 1] >= RowTables.never
            state.grid[tables.cell(state.draft, day)] = isOff ? 0 : code
        }
        tryDraft(person, first, count, bound)
    }

    /// Two stretches of one row change places.
    @inline(__always) private mutating func exchangeDays(of person: Int, _ bound: Double) {
        let count = 1 + dice.below(4)
        let reach = min(tables.longest, tables.days)
        guard 2 * count <= reach else { return }
        let gap = dice.below(min(reach - 2 * count, 14) + 1)
        let whole = 2 * count + gap
        let first = dice.below(tables.days - whole + 1)
        let own = tables.cell(person, first)
        let draft = tables.cell(state.draft, first)
        for step in 0..<count {
            state.grid[draft + step] = state.grid[own + step + whole - count]
            state.grid[draft + step + whole - count] = state.grid[own + step]
        }
        for step in count..<whole - count { state.grid[draft + step] = state.grid[own + step] }
        tryDraft(person, first, whole, bound)
    }

    @inline(__always)
    private mutating func tryDraft(_ person: Int, _ first: Int, _ count: Int, _ bound: Double) {
        let change = state.rowChange(person, like: state.draft, from: first, count: count)
        let cover = state.coverChange(person, like: state.draft, from: first, count: count)
        guard Double(change.cost + cover + weight * change.excess) <= bound else { return }
        state.take(person, like: state.draft, from: first, count: count, change: change)
        keepBest()
    }

    /// Two people exchange some days in a row.
    @inline(__always) private mutating func exchange(_ person: Int, _ bound: Double) {
        let drawn = dice.below(tables.people)
        guard drawn != person else { return }
        let wide = min(tables.longest, tables.days, 14)
        let count = 1 + dice.below(1 + dice.below(wide))
        let first = dice.below(tables.days - count + 1)
        let one = state.rowChange(person, like: drawn, from: first, count: count)
        guard one.cost < RowTables.never / 2 else { return }
        let other = state.rowChange(drawn, like: person, from: first, count: count)
        let sum = one.cost + other.cost + weight * (one.excess + other.excess)
        guard Double(sum) <= bound else { return }
        let draft = tables.cell(state.draft, first)
        let own = tables.cell(person, first)
        for step in 0..<count { state.grid[draft + step] = state.grid[own + step] }
        state.take(person, like: drawn, from: first, count: count, change: one)
        state.take(drawn, like: state.draft, from: first, count: count, change: other)
        keepBest()
    }

    @inline(__always) private mutating func keepBest() {
        guard state.excess == 0, state.cost < bestCost ?? Int.max else { return }
        bestCost = state.cost
        bestGrid = state.grid
    }

    private mutating func publish() {
        guard bestCost != nil else { return }
        best = RowPlan(
            rows: (0..<tables.people).map { person in
                (0..<tables.days).map { Int(bestGrid[tables.cell(person, $0)]) - 1 }
            })
    }
}

package enum RowTuning {
    package static let hot = 60.0
    package static let cold = 0.4
    package static let weight = 100
    package static let swaps = 45
    package static let runs = 15
    package static let inner = 15
}
