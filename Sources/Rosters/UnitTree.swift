/// The units and posts of a place by key, and its units as a tree; one object, which places with other people share.
final class UnitTree: Sendable {
    let units: TextIndex
    let posts: TextIndex
    /// By unit, in the order of the place.
    private let children: [[Int]]
    /// By post, the units that keep it.
    private let keepers: [[Int]]
    /// By unit, its place in a walk down the tree, and that of the last unit under it; nil in a ring of units.
    private let spans: [ClosedRange<Int>?]
    private let depths: [Int]

    init(units: [Unit], posts: [Post]) {
        self.units = TextIndex(count: units.count) { units[$0].id.text }
        self.posts = TextIndex(count: posts.count) { posts[$0].key.text }
        var children = [[Int]](repeating: [], count: units.count)
        var keepers = [[Int]](repeating: [], count: posts.count)
        for index in units.indices {
            if let parent = units[index].parent { children[parent.index].append(index) }
            for post in units[index].posts { keepers[post.index].append(index) }
        }
        let roots = units.indices.filter { units[$0].parent == nil }
        (self.spans, self.depths) = Self.walk(children, from: roots)
        let spans = self.spans
        self.keepers = keepers.map { $0.sorted { (spans[$0]?.lowerBound ?? 0) < (spans[$1]?.lowerBound ?? 0) } }
        self.children = children
    }

    var count: Int { children.count }

    /// Down the tree, each unit before those under it.
    private static func walk(_ children: [[Int]], from roots: [Int]) -> ([ClosedRange<Int>?], [Int]) {
        var starts = [Int?](repeating: nil, count: children.count)
        var spans = [ClosedRange<Int>?](repeating: nil, count: children.count)
        var depths = [Int](repeating: 0, count: children.count)
        var next = 0
        var open = roots.map { (unit: $0, depth: 0) }
        while let (unit, depth) = open.popLast() {
            if let start = starts[unit] {
                spans[unit] = start...(next - 1)
                continue
            }
            starts[unit] = next
            depths[unit] = depth
            next += 1
            open.append((unit, depth))
            open += children[unit].map { ($0, depth + 1) }
        }
        return (spans, depths)
    }

    /// The units directly or indirectly under a unit, nearest first.
    func units(below top: Int) -> [Int] {
        var seen: Set<Int> = [top]
        var result: [Int] = []
        var level = [top]
        while !level.isEmpty {
            level = level.flatMap { children[$0] }.filter { seen.insert($0).inserted }.sorted()
            result += level
        }
        return result
    }

    /// Those of the units under a unit that keep a post, nearest first.
    func keepers(of post: Int, below top: Int) -> [Int] {
        guard let span = spans[top] else {
            return units(below: top).filter { keepers[post].contains($0) }
        }
        let all = keepers[post]
        func position(of bound: Int) -> Int {
            var (low, high) = (0, all.count)
            while low < high {
                let middle = (low + high) / 2
                if (spans[all[middle]]?.lowerBound ?? 0) < bound { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return all[position(of: span.lowerBound + 1)..<position(of: span.upperBound + 1)].sorted {
            (depths[$0], $0) < (depths[$1], $1)
        }
    }

    /// Whether a unit is nearer to the top of a walk than another under the same unit.
    func isNearer(_ left: Int, _ right: Int) -> Bool { (depths[left], left) < (depths[right], right) }
}
