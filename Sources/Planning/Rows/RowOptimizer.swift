/// Finds one person's cheapest row against given costs of every day's duties: exactly, day by day, by dynamic programming.
struct RowOptimizer: Sendable {
    private let tables: RowTables
    private let automata: [RowAutomaton?]
    private let isSaturday: [Bool]
    private let isSunday: [Bool]
    /// By day, node and cell: the least cost of a row's first days that end there.
    private var values: [Int32]
    /// By the kind of the day before (free is 0) and by kind: what the cheapest code of this kind costs.
    private var prices: [Int32]
    /// What each code of each day costs; set before asking.
    var costs: [Int32]

    /// More than any row costs.
    private static let never: Int32 = 1 << 29
    /// What is dearer counts as this much: in plans of a year, a row's sum still fits.
    static let dearest = 1 << 18
    /// What the table of values may hold.
    private static let largest = 8_000_000

    init(_ problem: RowProblem, _ tables: RowTables) {
        self.tables = tables
        automata = (0..<tables.people).map { person in
            let automaton = RowAutomaton(tables, person: person)
            return (tables.days + 1) * automaton.size <= Self.largest ? automaton : nil
        }
        let saturdays = Set(problem.saturdays)
        isSaturday = (0..<tables.days).map { saturdays.contains($0) }
        isSunday = (0..<tables.days).map { saturdays.contains($0 - 1) }
        let kinds = automata.compactMap { $0?.kinds.count }.max() ?? 0
        values = [Int32](repeating: 0, count: (tables.days + 1) * (automata.compactMap { $0?.size }.max() ?? 0))
        prices = [Int32](repeating: 0, count: tables.days * (kinds + 1) * (kinds + 1))
        costs = [Int32](repeating: 0, count: tables.days * tables.codes)
    }

    func canPlan(_ person: Int) -> Bool { automata[person] != nil }

    /// The codes of a cheapest row, drawn among equals; nil when no row keeps the rules or the plan is too long for this.
    mutating func row(of person: Int, _ dice: inout RowDice) -> [UInt8]? {
        guard let automaton = automata[person] else { return nil }
        setPrices(automaton, person)
        fill(automaton)
        return traced(automaton, person, &dice)
    }

    private mutating func setPrices(_ automaton: RowAutomaton, _ person: Int) {
        let width = automaton.kinds.count + 1
        for day in 0..<tables.days {
            let isOff = tables.isOff(person, day)
            for before in 0..<width {
                prices[(day * width + before) * width] = costs[day * tables.codes]
                for kind in 1..<width {
                    let code = isOff ? nil : cheapest(automaton, day, before - 1, kind - 1)
                    let price = code.map { costs[day * tables.codes + Int($0)] } ?? Self.never
                    prices[(day * width + before) * width + kind] = price
                }
            }
        }
    }

    private func cheapest(_ automaton: RowAutomaton, _ day: Int, _ before: Int, _ kind: Int) -> UInt8? {
        let last = before < 0 ? 0 : Int(automaton.kinds[before].codes[0])
        var best: UInt8?
        for code in automaton.kinds[kind].codes where tables.barred[last * tables.codes + Int(code)] == 0 {
            let cost = costs[day * tables.codes + Int(code)]
            if cost < best.map({ costs[day * tables.codes + Int($0)] }) ?? Self.never { best = code }
        }
        return best
    }

    private mutating func fill(_ automaton: RowAutomaton) {
        let size = automaton.size
        let width = automaton.kinds.count + 1
        var values: [Int32] = []
        swap(&values, &self.values)
        for place in 0..<(tables.days + 1) * size { values[place] = Self.never }
        values[automaton.start * automaton.cells] = 0
        values.withUnsafeMutableBytes { values in
            for day in 0..<tables.days {
                for edges in automaton.edges {
                    for edge in edges where edge.onlyDay < 0 || edge.onlyDay == day {
                        let price = prices[(day * width + edge.before + 1) * width + edge.kind + 1]
                        guard price < Self.never else { continue }
                        relax(automaton, edge, day, price, values)
                    }
                }
            }
        }
        swap(&values, &self.values)
    }

    /// Whether the edge's duty is the first of a weekend.
    @inline(__always) private func opensWeekend(_ edge: RowAutomaton.Edge, _ day: Int) -> Bool {
        edge.kind >= 0 && (isSaturday[day] || isSunday[day] && edge.before < 0)
    }

    /// Eight cells at a time: what is too much lands in the cells that belong to nobody.
    @inline(__always) private func relax(
        _ automaton: RowAutomaton, _ edge: RowAutomaton.Edge, _ day: Int, _ price: Int32,
        _ values: UnsafeMutableRawBufferPointer
    ) {
        let weekend = opensWeekend(edge, day) ? 1 : 0
        let step = (weekend * automaton.scarce + edge.scarce) * automaton.stride + edge.minutes
        let from = (day * automaton.edges.count + edge.from) * automaton.cells
        let to = ((day + 1) * automaton.edges.count + edge.to) * automaton.cells + step
        let least = max(automaton.fewestMinutes - (tables.days - day) * automaton.longest, 0)
        let most = min(automaton.minutes - edge.minutes, day * automaton.longest + 1)
        guard least < most, weekend < automaton.weekends, edge.scarce < automaton.scarce else { return }
        for used in 0..<automaton.weekends - weekend {
            for count in 0..<automaton.scarce - edge.scarce {
                let place = (used * automaton.scarce + count) * automaton.stride
                var cell = place + least
                while cell < place + most {
                    let cost = values.loadUnaligned(fromByteOffset: 4 &* (from &+ cell), as: SIMD8<Int32>.self) &+ price
                    let least = values.loadUnaligned(fromByteOffset: 4 &* (to &+ cell), as: SIMD8<Int32>.self)
                    let less = pointwiseMin(cost, least)
                    values.storeBytes(of: less, toByteOffset: 4 &* (to &+ cell), as: SIMD8<Int32>.self)
                    cell &+= 8
                }
            }
        }
    }

    /// Follows the costs back from a cheapest end.
    private func traced(_ automaton: RowAutomaton, _ person: Int, _ dice: inout RowDice) -> [UInt8]? {
        guard var place = end(automaton, &dice) else { return nil }
        let cells = automaton.cells
        let width = automaton.kinds.count + 1
        var row = [UInt8](repeating: 0, count: tables.days)
        for day in (0..<tables.days).reversed() {
            let value = values[(day + 1) * automaton.size + place]
            let cell = place % cells
            var found = 0
            for edge in automaton.edges[place / cells] where edge.onlyDay < 0 || edge.onlyDay == day {
                let price = prices[(day * width + edge.before + 1) * width + edge.kind + 1]
                guard let source = source(automaton, edge, day, cell), price < Self.never,
                    values[day * automaton.size + edge.from * cells + source] + price == value
                else { continue }
                found += 1
                guard dice.below(found) == 0 else { continue }
                place = edge.from * cells + source
                row[day] = edge.kind < 0 ? 0 : cheapest(automaton, day, edge.before, edge.kind) ?? 0
            }
        }
        return row
    }

    /// The cell from which the edge leads to this one; nil when there is none.
    private func source(_ automaton: RowAutomaton, _ edge: RowAutomaton.Edge, _ day: Int, _ cell: Int) -> Int? {
        let row = cell / automaton.stride
        let minutes = cell % automaton.stride - edge.minutes
        let count = row % automaton.scarce - edge.scarce
        let used = row / automaton.scarce - (opensWeekend(edge, day) ? 1 : 0)
        guard minutes >= 0, count >= 0, used >= 0 else { return nil }
        return (used * automaton.scarce + count) * automaton.stride + minutes
    }

    private func end(_ automaton: RowAutomaton, _ dice: inout RowDice) -> Int? {
        let base = tables.days * automaton.size
        var best = Self.never / 2
        var end: Int?
        var found = 0
        for place in 0..<automaton.size {
            let minutes = place % automaton.stride
            guard minutes >= automaton.fewestMinutes, minutes < automaton.minutes else { continue }
            let value = values[base + place]
            guard value <= best, value < Self.never / 2 else { continue }
            found = value < best ? 1 : found + 1
            best = value
            if dice.below(found) == 0 { end = place }
        }
        return end
    }
}
