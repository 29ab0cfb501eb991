/// Goes through the sets of seats, person by person, for a plan within a limit, and remembers from where there is none.
struct SeatBranching {
    private struct Place: Hashable {
        let rest: SeatPool.Fill
        let tie: SeatTies.Tie
    }

    private struct Frame {
        let place: Place
        /// The view of what is left.
        let view: Int
        /// What those who are placed cost beyond the bound.
        let excess: Int64
        var look = 0
        var column = 0
        var chosen = 0
    }

    /// Places to remember for each position among the people.
    private static let mostPlaces = 500_000

    private let pool: SeatPool
    private let ties: SeatTies
    private let columns: [SeatColumns]
    private let bounds: ViewBounds
    /// How many of the people from each position on could fill each slot, at most its need.
    private let reach: [SeatPool.Fill]
    private let last: [SeatPool.Fill: Int]
    /// A better plan costs less by so much at least.
    private let unit: Int64
    /// The most excess of a plan that is still looked for.
    private(set) var limit: Int64
    /// For each person of ``columns`` the node of the best plan found.
    private(set) var found: [Int]?
    private var stack: [Frame] = []
    /// Excess with which no way on was found, by position.
    private var barren: [[Place: Int64]]

    init(
        _ columns: [SeatColumns], _ bounds: ViewBounds, _ projection: LoadProjection, _ pool: SeatPool,
        _ ties: SeatTies, limit: Int64, unit: Int64
    ) {
        (self.pool, self.ties, self.columns, self.bounds, self.limit) = (pool, ties, columns, bounds, limit)
        self.unit = unit
        var reach = [SeatPool.Fill(0)]
        for person in columns.reversed() {
            let able = person.fills.reduce(0, |)
            var next = reach[reach.count - 1]
            for (slot, need) in pool.needs.enumerated() where able >> SeatPool.Fill(pool.offsets[slot]) & 1 == 1 {
                let mask = (SeatPool.Fill(1) << SeatPool.Fill(Int.bitWidth - need.leadingZeroBitCount)) - 1
                let now = next >> SeatPool.Fill(pool.offsets[slot]) & mask
                if now < SeatPool.Fill(need) { next += 1 << SeatPool.Fill(pool.offsets[slot]) }
            }
            reach.append(next)
        }
        self.reach = reach.reversed()
        let fills = columns.last?.fills ?? []
        last = Dictionary(uniqueKeysWithValues: zip(fills, fills.indices))
        barren = [[Place: Int64]](repeating: [:], count: columns.count + 1)
        stack = [Frame(place: Place(rest: pool.whole, tie: ties.first), view: projection.whole, excess: 0)]
        if bounds.least[0][projection.whole] > limit { stack = [] }
    }

    /// True if no plan within the limit is left.
    var isOver: Bool { stack.isEmpty }

    /// Goes on; a step is a set of seats that is tried.
    mutating func run(_ steps: inout Int) {
        while steps > 0, !stack.isEmpty { advance(&steps) }
    }

    /// Tries the sets of the person on top until one leads on.
    private mutating func advance(_ steps: inout Int) {
        let depth = stack.count - 1
        let frame = stack[depth]
        if depth == columns.count - 1 {
            steps -= 1
            finish(frame)
            return leave()
        }
        let person = columns[depth]
        let least = bounds.least[depth + 1]
        var column = frame.column
        for look in frame.look..<person.views.count {
            let view = person.views[look]
            guard frame.excess + view.excess <= limit else { break }
            steps -= 1
            guard frame.view >= view.step else { continue }
            let ahead = frame.excess + least[frame.view - view.step]
            column = max(column, view.range.lowerBound)
            guard ahead <= limit else { continue }
            while column < view.range.upperBound, ahead + person.excess[column] <= limit {
                steps -= 1
                column += 1
                guard let next = next(frame, person, column - 1, view: frame.view - view.step) else { continue }
                (stack[depth].look, stack[depth].column, stack[depth].chosen) = (look, column, column - 1)
                stack.append(next)
                return
            }
        }
        leave()
    }

    private func next(_ frame: Frame, _ person: SeatColumns, _ column: Int, view: Int) -> Frame? {
        let rest = (frame.place.rest | pool.guards) - person.fills[column]
        guard rest & pool.guards == pool.guards else { return nil }
        let depth = stack.count
        guard ((reach[depth] | pool.guards) - (rest ^ pool.guards)) & pool.guards == pool.guards,
            let (tie, cost) = ties.tie(frame.place.tie, with: person.person, taking: person.fills[column])
        else { return nil }
        let excess = frame.excess + person.excess[column] + cost
        let placed = tie.isEmpty ? [] : columns[..<depth].map(\.person)
        let place = Place(rest: rest ^ pool.guards, tie: ties.forgetting(tie, placed: placed))
        if excess + bounds.least[depth][view] > limit { return nil }
        if let known = barren[depth][place], limit - excess <= known { return nil }
        return Frame(place: place, view: view, excess: excess)
    }

    /// The last person takes what is left, or nobody can.
    private mutating func finish(_ frame: Frame) {
        let person = columns[columns.count - 1]
        guard let column = last[frame.place.rest],
            let (_, cost) = ties.tie(frame.place.tie, with: person.person, taking: frame.place.rest)
        else { return }
        let excess = frame.excess + person.excess[column] + cost
        guard excess <= limit else { return }
        stack[stack.count - 1].chosen = column
        found = zip(stack, columns).map { $1.nodes[$0.chosen] }
        limit = excess - unit
    }

    private mutating func leave() {
        let frame = stack.removeLast()
        let depth = stack.count
        guard barren[depth].count < Self.mostPlaces else { return }
        barren[depth][frame.place] = max(barren[depth][frame.place] ?? Int64.min, limit - frame.excess)
    }
}
