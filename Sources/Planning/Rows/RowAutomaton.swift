/// What one person's rules remember from day to day, so that his cheapest row can be computed exactly.
///
/// A *node* is what the next day must know of the days before: how many were free in a row, or the kind of the last
/// duty and how many duties there were in a row. A *cell* is what the whole row has used up: weekends, duties of the
/// scarcest type unless many are allowed, minutes. The limits on all other types are left out: who asks must look at them.
struct RowAutomaton: Sendable {
    /// Codes that these rules cannot tell apart.
    struct Kind: Sendable {
        let codes: [UInt8]
        /// In the person's common measure of minutes.
        let minutes: Int
        let isScarce: Bool
    }

    struct Edge: Sendable {
        let from: Int
        let to: Int
        /// -1 for a free day.
        let kind: Int
        /// The kind of the day before; -1 for a free day.
        let before: Int
        /// The only day on which the edge exists, runs from the plan's first day on being never too short; -1 for any.
        let onlyDay: Int
        /// What the day uses up.
        let minutes: Int
        let scarce: Int
    }

    /// Counting a type's duties is as many times the work: only where that stays little.
    private static let manyCells = 400

    let kinds: [Kind]
    /// By the node that they lead to.
    let edges: [[Edge]]
    /// The node in which a row begins: free long enough.
    let start: Int
    /// How many numbers of weekends, of scarce duties and of minutes a row can have.
    let weekends: Int
    let scarce: Int
    let minutes: Int
    let fewestMinutes: Int
    /// The longest duty, in the same measure.
    let longest: Int

    /// From one number of minutes on to the same of the next count: the last ones belong to nobody, see `RowOptimizer`.
    var stride: Int { minutes + 8 }
    var cells: Int { weekends * scarce * stride }
    var size: Int { edges.count * cells }

    init(_ tables: RowTables, person: Int) {
        let rules = tables.rules[person]
        let codes = tables.usable[person].filter { $0 > 0 && rules.mostConsecutive > 0 }
        let limit = { (code: UInt8) in tables.most[person * tables.codes + Int(code)] }
        let unit = max(codes.reduce(0) { Self.divisor($0, tables.minutes[Int($1)]) }, 1)
        longest = (codes.map { tables.minutes[Int($0)] }.max() ?? 0) / unit
        weekends = max(min(tables.mostWeekends[person], tables.days / 7 + 2), 0) + 1
        minutes = max(min(tables.mostMinutes[person] / unit, tables.days * longest), 0) + 1
        let affordable = Self.manyCells / (weekends * minutes) - 1
        let scarcest = codes.filter { limit($0) < tables.days && limit($0) <= affordable }.min { limit($0) < limit($1) }
        scarce = (scarcest.map(limit) ?? 0) + 1
        kinds = Self.kinds(codes, tables, unit: unit, scarcest: scarcest)
        fewestMinutes = (max(tables.fewestMinutes[person], 0) + unit - 1) / unit
        start = rules.fewestFree - 1
        edges = Self.edges(kinds, rules, tables)
    }

    private static func divisor(_ one: Int, _ other: Int) -> Int { other == 0 ? one : divisor(other, one % other) }

    private static func kinds(_ codes: [UInt8], _ tables: RowTables, unit: Int, scarcest: UInt8?) -> [Kind] {
        var groups: [(key: [Int], codes: [UInt8])] = []
        for code in codes {
            let place = Int(code) * tables.codes
            let bars = Array(tables.barred[place..<place + tables.codes])
            let key = bars + [tables.minutes[Int(code)], code == scarcest ? 1 : 0]
            if let group = groups.firstIndex(where: { $0.key == key }) {
                groups[group].codes.append(code)
            } else {
                groups.append((key, [code]))
            }
        }
        return groups.map { _, codes in
            Kind(codes: codes, minutes: tables.minutes[Int(codes[0])] / unit, isScarce: codes[0] == scarcest)
        }
    }

    private static func edges(_ kinds: [Kind], _ rules: RowRules, _ tables: RowTables) -> [[Edge]] {
        let isLimited = rules.mostConsecutive < 64
        let longest = isLimited ? rules.mostConsecutive : rules.fewestConsecutive
        let free = rules.fewestFree
        let node = { (kind: Int, length: Int) in free + kind * longest + length - 1 }
        var edges = [[Edge]](repeating: [], count: free + kinds.count * longest)
        let add = { (from: Int, to: Int, kind: Int, before: Int, onlyDay: Int) in
            let duty = kind < 0 ? nil : kinds[kind]
            edges[to].append(
                Edge(
                    from: from, to: to, kind: kind, before: before, onlyDay: onlyDay, minutes: duty?.minutes ?? 0,
                    scarce: duty?.isScarce == true ? 1 : 0))
        }
        for length in 0..<free { add(length, min(length + 1, free - 1), -1, -1, -1) }
        for kind in kinds.indices {
            add(free - 1, node(kind, 1), kind, -1, -1)
            for length in 1...max(longest, 1) {
                add(node(kind, length), 0, -1, kind, length >= rules.fewestConsecutive ? -1 : length)
                guard length < longest || !isLimited else { continue }
                for next in kinds.indices where mayFollow(kinds[kind], kinds[next], tables) {
                    add(node(kind, length), node(next, min(length + 1, longest)), next, kind, -1)
                }
            }
        }
        return edges
    }

    private static func mayFollow(_ kind: Kind, _ next: Kind, _ tables: RowTables) -> Bool {
        next.codes.contains { tables.barred[Int(kind.codes[0]) * tables.codes + Int($0)] == 0 }
    }
}
