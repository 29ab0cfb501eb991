/// The moves: each draws a change of one or two rows, and makes it when its bound allows.
extension RowSearch {
    /// One day becomes free or gets another duty.
    @inline(__always) mutating func setDay(of person: Int) {
        let day = dice.below(tables.days)
        let code = drawnCode(for: person)
        guard code != state.grid[tables.cell(person, day)] else { return }
        state.grid[tables.cell(state.draft, day)] = code
        tryDraft(person, day, 1)
    }

    /// Some days in a row become free or get the same duty.
    @inline(__always) mutating func setRun(of person: Int) {
        let count = 2 + dice.below(4)
        guard count <= tables.longest else { return }
        let first = dice.below(tables.days - count + 1)
        let code = drawnCode(for: person)
        for day in first..<first + count {
            state.grid[tables.cell(state.draft, day)] = tables.isOff(person, day) ? 0 : code
        }
        tryDraft(person, first, count)
    }

    /// Two stretches of one row change places.
    @inline(__always) mutating func exchangeDays(of person: Int) {
        let count = 1 + dice.below(4)
        guard 2 * count <= tables.longest else { return }
        let whole = 2 * count + dice.below(min(tables.longest - 2 * count, 14) + 1)
        let first = dice.below(tables.days - whole + 1)
        let own = tables.cell(person, first)
        let draft = tables.cell(state.draft, first)
        for step in 0..<count {
            state.grid[draft + step] = state.grid[own + step + whole - count]
            state.grid[draft + step + whole - count] = state.grid[own + step]
        }
        for step in count..<whole - count { state.grid[draft + step] = state.grid[own + step] }
        tryDraft(person, first, whole)
    }

    /// Two people exchange some days in a row.
    @inline(__always) mutating func exchange(_ person: Int, with other: Int) {
        guard other != person else { return }
        let count = 1 + dice.below(1 + dice.below(min(tables.longest, 14)))
        let first = dice.below(tables.days - count + 1)
        let change = state.rowChange(person, like: other, from: first, count: count)
        let back = state.rowChange(other, like: person, from: first, count: count)
        guard Double(change.cost + back.cost + weight * (change.excess + back.excess)) <= bound else { return }
        let draft = tables.cell(state.draft, first)
        let own = tables.cell(person, first)
        for step in 0..<count { state.grid[draft + step] = state.grid[own + step] }
        state.take(person, like: other, from: first, count: count, change: change)
        state.take(other, like: state.draft, from: first, count: count, change: back)
        keepBest()
    }

    /// Two people exchange two stretches of days at once, so that neither need have more duties than before.
    @inline(__always) mutating func exchangeTwice(_ person: Int, with other: Int) {
        let count = 1 + dice.below(3)
        let last = 1 + dice.below(3)
        guard other != person, count + last < tables.longest else { return }
        let whole = count + last + 1 + dice.below(min(tables.longest - count - last, 21))
        let first = dice.below(tables.days - whole + 1)
        let own = tables.cell(person, first)
        let others = tables.cell(other, first)
        let draft = tables.cell(state.draft, first)
        let otherDraft = tables.cell(state.otherDraft, first)
        for step in 0..<whole {
            let isExchanged = step < count || step >= whole - last
            state.grid[draft + step] = state.grid[(isExchanged ? others : own) + step]
            state.grid[otherDraft + step] = state.grid[(isExchanged ? own : others) + step]
        }
        let change = state.rowChange(person, like: state.draft, from: first, count: whole)
        let back = state.rowChange(other, like: state.otherDraft, from: first, count: whole)
        guard Double(change.cost + back.cost + weight * (change.excess + back.excess)) <= bound else { return }
        state.take(person, like: state.draft, from: first, count: whole, change: change)
        state.take(other, like: state.otherDraft, from: first, count: whole, change: back)
        keepBest()
    }

    /// Some days go round among three people.
    @inline(__always) mutating func rotate(_ person: Int, _ second: Int, _ third: Int) {
        guard person != second, second != third, third != person else { return }
        let count = 1 + dice.below(min(tables.longest, 7))
        let first = dice.below(tables.days - count + 1)
        let one = state.rowChange(person, like: second, from: first, count: count)
        let two = state.rowChange(second, like: third, from: first, count: count)
        let three = state.rowChange(third, like: person, from: first, count: count)
        let excess = one.excess + two.excess + three.excess
        guard Double(one.cost + two.cost + three.cost + weight * excess) <= bound else { return }
        let draft = tables.cell(state.draft, first)
        let own = tables.cell(person, first)
        for step in 0..<count { state.grid[draft + step] = state.grid[own + step] }
        state.take(person, like: second, from: first, count: count, change: one)
        state.take(second, like: third, from: first, count: count, change: two)
        state.take(third, like: state.draft, from: first, count: count, change: three)
        keepBest()
    }

    @inline(__always) private mutating func drawnCode(for person: Int) -> UInt8 {
        let usable = tables.usable[person]
        return usable[dice.below(usable.count)]
    }

    @inline(__always) private mutating func tryDraft(_ person: Int, _ first: Int, _ count: Int) {
        let change = state.rowChange(person, like: state.draft, from: first, count: count)
        let cover = state.coverChange(person, like: state.draft, from: first, count: count)
        guard Double(change.cost + cover + weight * change.excess) <= bound else { return }
        state.take(person, like: state.draft, from: first, count: count, change: change)
        keepBest()
    }
}
