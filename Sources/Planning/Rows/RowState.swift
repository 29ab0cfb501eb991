/// A plan of rows that always knows its cost and its excess over the rules, and what a change would make of them.
///
/// A change is described by a *model*: the row of which the person's row takes over some days. That is another
/// person's row, or one of two drafts, rows of nobody's.
struct RowState: Sendable {
    let tables: RowTables
    var grid: [UInt8]
    private var bits: [UInt64]
    private var minutes: [Int]
    private var weekends: [Int]
    private var counts: [Int]
    /// People by day and code; nobody counts the free.
    private(set) var cover: [Int]
    private(set) var cost: Int
    private(set) var excess: Int
    private var counted: [Int]

    /// What a change adds.
    struct Change: Hashable, Sendable {
        var cost = 0
        var excess = 0
    }

    /// A plan in which everybody is free.
    init(_ tables: RowTables) {
        let free = [Int](repeating: 0, count: tables.people)
        self.tables = tables
        grid = [UInt8](repeating: 0, count: (tables.people + 2) * tables.stride)
        bits = [UInt64](repeating: 0, count: tables.people * tables.words)
        minutes = free
        weekends = free
        counts = [Int](repeating: 0, count: tables.people * tables.codes)
        cover = [Int](repeating: 0, count: tables.days * tables.codes)
        counted = [Int](repeating: 0, count: tables.codes)
        cost = zip(tables.wanted, tables.under).reduce(0) { $0 + $1.0 * $1.1 }
        for cell in 0..<tables.people * tables.stride { cost += tables.wishes[cell * tables.codes] }
        excess = tables.fewestMinutes.reduce(0) { $0 + (max($1, 0) + tables.shortest - 1) / tables.shortest }
    }

    var draft: Int { tables.people }
    var otherDraft: Int { tables.people + 1 }

    /// What the person's wishes and rules say to taking over days from the model; the cover is another matter.
    @inline(__always)
    mutating func rowChange(_ person: Int, like model: Int, from first: Int, count: Int) -> Change {
        let codes = tables.codes
        let own = tables.cell(person, first)
        let other = tables.cell(model, first)
        let firstBit = tables.firstBit(of: first)
        let firstFlip = 64 &+ first &- firstBit
        let isCounted = tables.isCounted[person]
        var change = Change()
        var extra = 0
        var flips: UInt64 = 0
        var before = grid[own &- 1]
        var newBefore = before
        for step in 0..<count {
            let old = grid[own &+ step]
            let new = grid[other &+ step]
            if old != new {
                let wishes = (own &+ step) &* codes
                change.cost &+= tables.wishes[wishes &+ Int(new)] &- tables.wishes[wishes &+ Int(old)]
                extra &+= tables.minutes[Int(new)] &- tables.minutes[Int(old)]
                if (old == 0) != (new == 0) { flips |= 1 &<< UInt64(truncatingIfNeeded: firstFlip &+ step) }
                if isCounted {
                    counted[Int(new)] &+= 1
                    counted[Int(old)] &-= 1
                }
            }
            change.excess &+= barred(newBefore, new) &- barred(before, old)
            before = old
            newBefore = new
        }
        let after = grid[own &+ count]
        change.excess &+= barred(newBefore, after) &- barred(before, after)
        if extra != 0 { change.excess &+= minutesExcess(person, plus: extra) &- minutesExcess(person, plus: 0) }
        if flips != 0 { change.excess &+= runsChange(person, firstBit: firstBit, flips: flips) }
        if isCounted { change.excess &+= countsChange(person) }
        return change
    }

    /// What the cover says to it, while everybody else stays.
    @inline(__always)
    func coverChange(_ person: Int, like model: Int, from first: Int, count: Int) -> Int {
        let own = tables.cell(person, first)
        let other = tables.cell(model, first)
        var change = 0
        for step in 0..<count {
            let old = grid[own &+ step]
            let new = grid[other &+ step]
            guard old != new else { continue }
            let day = (first &+ step) &* tables.codes
            change &+= joining(day &+ Int(new)) &+ leaving(day &+ Int(old))
        }
        return change
    }

    /// The person takes over the days; `change` is what ``rowChange(_:like:from:count:)`` said.
    mutating func take(_ person: Int, like model: Int, from first: Int, count: Int, change: Change) {
        let firstBit = tables.firstBit(of: first)
        var flips: UInt64 = 0
        for day in first..<first + count {
            let old = grid[tables.cell(person, day)]
            let new = grid[tables.cell(model, day)]
            guard old != new else { continue }
            let slot = day * tables.codes
            cost += joining(slot + Int(new)) + leaving(slot + Int(old))
            cover[slot + Int(new)] += 1
            cover[slot + Int(old)] -= 1
            minutes[person] += tables.minutes[Int(new)] - tables.minutes[Int(old)]
            counts[person * tables.codes + Int(new)] += 1
            counts[person * tables.codes + Int(old)] -= 1
            grid[tables.cell(person, day)] = new
            if (old == 0) != (new == 0) { flips |= 1 << UInt64(64 + day - firstBit) }
        }
        let word = Self.word(bits, person * tables.words, firstBit)
        let saturdays = Self.word(tables.saturdays, 0, firstBit)
        weekends[person] += Self.weekends(word ^ flips, saturdays) - Self.weekends(word, saturdays)
        let place = person * tables.words + firstBit >> 6
        bits[place] ^= flips << UInt64(firstBit & 63)
        if firstBit & 63 != 0 { bits[place + 1] ^= flips >> UInt64(64 - firstBit & 63) }
        cost += change.cost
        excess += change.excess
    }

    @inline(__always) private func barred(_ code: UInt8, _ next: UInt8) -> Int {
        tables.barred[Int(code) &* tables.codes &+ Int(next)]
    }

    @inline(__always) private func joining(_ slot: Int) -> Int {
        cover[slot] < tables.wanted[slot] ? 0 &- tables.under[slot] : tables.over[slot]
    }

    @inline(__always) private func leaving(_ slot: Int) -> Int {
        cover[slot] <= tables.wanted[slot] ? tables.under[slot] : 0 &- tables.over[slot]
    }

    @inline(__always) private func minutesExcess(_ person: Int, plus extra: Int) -> Int {
        let total = minutes[person] &+ extra
        let beyond = max(total &- tables.mostMinutes[person], tables.fewestMinutes[person] &- total)
        return beyond <= 0 ? 0 : (beyond &+ tables.shortest &- 1) / tables.shortest
    }

    @inline(__always) private func runsChange(_ person: Int, firstBit: Int, flips: UInt64) -> Int {
        let old = Self.word(bits, person &* tables.words, firstBit)
        let new = old ^ flips
        let inside = Self.word(tables.inside, 0, firstBit)
        let saturdays = Self.word(tables.saturdays, 0, firstBit)
        let rules = tables.rules[person]
        let most = tables.mostWeekends[person]
        let before = weekends[person]
        let after = before &+ Self.weekends(new, saturdays) &- Self.weekends(old, saturdays)
        return rules.excess(new, inside: inside) &- rules.excess(old, inside: inside)
            &+ max(after &- most, 0) &- max(before &- most, 0)
    }

    /// Also forgets what was counted.
    @inline(__always) private mutating func countsChange(_ person: Int) -> Int {
        var change = 0
        for code in 1..<tables.codes where counted[code] != 0 {
            let count = counts[person &* tables.codes &+ code]
            let most = tables.most[person &* tables.codes &+ code]
            change &+= max(count &+ counted[code] &- most, 0) &- max(count &- most, 0)
            counted[code] = 0
        }
        counted[0] = 0
        return change
    }

    @inline(__always) private static func word(_ bits: [UInt64], _ row: Int, _ first: Int) -> UInt64 {
        let place = row &+ first &>> 6
        let shift = UInt64(truncatingIfNeeded: first & 63)
        return shift == 0 ? bits[place] : bits[place] &>> shift | bits[place &+ 1] &<< (64 &- shift)
    }

    @inline(__always) private static func weekends(_ duties: UInt64, _ saturdays: UInt64) -> Int {
        ((duties | duties &>> 1) & saturdays).nonzeroBitCount
    }
}
