/// A row problem in flat arrays; a *code* is 0 for a free day and type + 1 for a duty.
struct RowTables: Hashable, Sendable {
    let days: Int
    let people: Int
    let codes: Int
    /// Cells from one row to the next: a free day before the plan and one after it.
    let stride: Int
    /// Words of 64 days in a row's bits: one before the plan and one after it.
    let words: Int
    /// The most days that one change of a row may span.
    let longest: Int
    let rules: [RowRules]
    let minutes: [Int]
    let shortest: Int
    let fewestMinutes: [Int]
    let mostMinutes: [Int]
    let mostWeekends: [Int]
    /// By person and code.
    let most: [Int]
    /// People for whom a limit of some type can be reached at all.
    let isCounted: [Bool]
    /// By code and next code: 1 where it may not follow.
    let barred: [Int]
    /// By cell and code: what wishes cost; out of the question on days off.
    let wishes: [Int]
    /// By day and code.
    let wanted: [Int]
    let under: [Int]
    let over: [Int]
    let inside: [UInt64]
    let saturdays: [UInt64]
    /// By person: free, and the codes of duties that the limits allow at all.
    let usable: [[UInt8]]

    /// The cost of what never happens: more than any plan's, and still far from the end of the numbers.
    static let never = 1 << 40

    private let reach: Int

    init(_ problem: RowProblem) {
        let days = problem.days
        let codes = problem.types.count + 1
        self.days = days
        self.codes = codes
        people = problem.people.count
        stride = days + 2
        words = (days + 63) / 64 + 2
        rules = problem.people.map { RowRules($0, days: days) }
        reach = rules.map(\.reach).max() ?? 1
        longest = days <= 62 ? days : max(64 - 2 * reach, 1)
        minutes = [0] + problem.types.map(\.minutes)
        shortest = problem.shortest
        fewestMinutes = problem.people.map(\.minutes.lowerBound)
        mostMinutes = problem.people.map(\.minutes.upperBound)
        mostWeekends = problem.people.map(\.mostWeekends)
        most = problem.people.flatMap { [days] + $0.most }
        isCounted = problem.people.map { $0.most.contains { $0 < days } }
        barred = Self.successions(problem)
        wishes = problem.people.flatMap { Self.wishes($0, days: days, codes: codes) }
        wanted = Self.byDay(problem) { $0.wanted }
        under = Self.byDay(problem) { $0.under }
        over = Self.byDay(problem) { $0.over }
        inside = Self.bits(Array(0..<days), words: words)
        saturdays = Self.bits(problem.saturdays, words: words)
        usable = problem.people.map { member in
            [0] + problem.types.indices.filter { member.most[$0] > 0 }.map { UInt8($0 + 1) }
        }
    }

    @inline(__always) func cell(_ person: Int, _ day: Int) -> Int { person &* stride &+ day &+ 1 }

    @inline(__always) func isOff(_ person: Int, _ day: Int) -> Bool {
        wishes[(cell(person, day) &+ 1) &* codes &- 1] >= Self.never
    }

    /// The bit of a row's words with which the word that shows a change from this day on begins.
    @inline(__always) func firstBit(of day: Int) -> Int { days <= 62 ? 63 : 64 &+ day &- reach }

    private static func bits(_ days: [Int], words: Int) -> [UInt64] {
        var bits = [UInt64](repeating: 0, count: words)
        for day in days { bits[(day + 64) >> 6] |= 1 << UInt64((day + 64) & 63) }
        return bits
    }

    private static func successions(_ problem: RowProblem) -> [Int] {
        let codes = problem.types.count + 1
        var barred = [Int](repeating: 0, count: codes * codes)
        for (type, duty) in problem.types.enumerated() {
            for next in duty.barredNext { barred[(type + 1) * codes + next + 1] = 1 }
        }
        return barred
    }

    private static func wishes(_ member: RowProblem.Member, days: Int, codes: Int) -> [Int] {
        var costs = [Int](repeating: 0, count: (days + 2) * codes)
        for wish in member.wishes {
            for code in 0..<codes where (code == wish.type + 1) != wish.isFor {
                costs[(wish.day + 1) * codes + code] += wish.weight
            }
        }
        for day in member.daysOff {
            for code in 1..<codes { costs[(day + 1) * codes + code] = never }
        }
        return costs
    }

    private static func byDay(_ problem: RowProblem, _ value: (RowProblem.Cover) -> Int) -> [Int] {
        let codes = problem.types.count + 1
        var values = [Int](repeating: 0, count: problem.days * codes)
        for cover in problem.covers { values[cover.day * codes + cover.type + 1] = value(cover) }
        return values
    }
}
