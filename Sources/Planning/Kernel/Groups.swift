/// Disjoint sets that are joined pair by pair (Tarjan); the smallest member stands for its set.
struct Groups {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    var members: Range<Int> { parents.indices }

    mutating func root(_ member: Int) -> Int {
        var member = member
        while parents[member] != member {
            parents[member] = parents[parents[member]]
            member = parents[member]
        }
        return member
    }

    mutating func join(_ one: Int, _ other: Int) {
        let roots = (root(one), root(other))
        parents[max(roots.0, roots.1)] = min(roots.0, roots.1)
    }
}
