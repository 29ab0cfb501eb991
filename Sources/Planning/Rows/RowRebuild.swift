/// Whole rows at once: each becomes the cheapest that its person can have while everybody else stays.
extension RowSearch {
    /// Two people's rows are made anew against prices blurred by the temperature.
    mutating func rebuildSome() {
        bound = temperature * cooling.bound(dice.next())
        let person = dice.below(tables.people)
        let other = dice.below(tables.people)
        let pair = person == other ? [person] : [person, other]
        guard pair.allSatisfy({ optimizer.canPlan($0) }) else { return }
        rebuild(pair, blur: Int(2 * temperature))
    }

    /// Takes some people's rows out and puts them back one after another, blurred, then once more each, exactly.
    mutating func rebuild(_ people: [Int], blur: Int) {
        let cost = state.cost
        let excess = state.excess
        let kept = people.map { row(of: $0) }
        for person in people { replace(person, by: [UInt8](repeating: 0, count: tables.days)) }
        if people.allSatisfy({ optimise($0, blur: blur) }), people.count > 1, let first = people.first {
            optimise(first, blur: 0)
        }
        if Double(state.cost - cost + weight * (state.excess - excess)) > bound {
            for (person, row) in zip(people, kept) { replace(person, by: row) }
        } else {
            keepBest()
        }
    }

    /// False when the person has no row that keeps the rules, or none was found.
    @discardableResult mutating func optimise(_ person: Int, blur: Int) -> Bool {
        setCosts(of: person, blur: blur)
        for _ in 0..<4 {
            guard let row = optimizer.row(of: person, &dice) else { return false }
            guard tables.isCounted[person], raiseCosts(of: person, in: row) else {
                replace(person, by: row)
                return true
            }
        }
        return false
    }

    /// Makes dearer what the row has too many of; false when it keeps every limit.
    private mutating func raiseCosts(of person: Int, in row: [UInt8]) -> Bool {
        var isRaised = false
        for code in tables.usable[person].dropFirst() {
            guard row.count(where: { $0 == code }) > tables.most[person * tables.codes + Int(code)] else { continue }
            isRaised = true
            for day in 0..<tables.days {
                optimizer.costs[day * tables.codes + Int(code)] += Int32(clamping: Int(cooling.dearest / 4) + 1)
            }
        }
        return isRaised
    }

    private mutating func setCosts(of person: Int, blur: Int) {
        for day in 0..<tables.days {
            let own = Int(state.grid[tables.cell(person, day)])
            let wishes = tables.cell(person, day) * tables.codes
            for code in 0..<tables.codes {
                let slot = day * tables.codes + code
                let others = state.cover[slot] - (code == own ? 1 : 0)
                let price = others < tables.wanted[slot] ? -tables.under[slot] : tables.over[slot]
                let noise = blur > 0 ? dice.below(2 * blur + 1) - blur : 0
                let cost = (code == 0 ? 0 : price) + tables.wishes[wishes + code] + noise
                optimizer.costs[slot] = Int32(max(min(cost, RowOptimizer.dearest), -RowOptimizer.dearest))
            }
        }
    }

    private func row(of person: Int) -> [UInt8] {
        let first = tables.cell(person, 0)
        return Array(state.grid[first..<first + tables.days])
    }

    private mutating func replace(_ person: Int, by row: [UInt8]) {
        let draft = tables.cell(state.draft, 0)
        for day in 0..<tables.days { state.grid[draft + day] = row[day] }
        var first = 0
        while first < tables.days {
            let count = min(tables.longest, tables.days - first)
            let change = state.rowChange(person, like: state.draft, from: first, count: count)
            state.take(person, like: state.draft, from: first, count: count, change: change)
            first += count
        }
    }
}
