/// A coarse view of what is filled: for groups of slots with like loads only the sum of load, not the slots.
///
/// Fairness looks at nothing but loads, so a plan seen this way costs nearly what it costs, and there are few views.
struct LoadProjection {
    /// What a seat of each of the pool's slots adds to the index of a view.
    let steps: [Int]
    /// The view in which everything is filled; there is none with a larger index.
    let whole: Int
    /// For each view its groups side by side, each with a free bit above.
    private(set) var groups: [UInt64] = []
    /// What a seat of each slot adds to that.
    let groupSteps: [UInt64]
    let guards: UInt64

    init(_ pool: SeatPool, of problem: SeatProblem, mostViews: Int) {
        let loads = pool.slots.map { problem.slots[$0].load }
        var classes = Set(loads).sorted().map { load in
            LoadClass(loads: [load], needs: zip(loads, pool.needs).reduce(0) { $0 + ($1.0 == load ? $1.1 : 0) })
        }
        while classes.count > 1, LoadClass.views(of: classes) > mostViews { LoadClass.merge(&classes) }
        var steps = [Int](repeating: 0, count: loads.count)
        var groupSteps = [UInt64](repeating: 0, count: loads.count)
        var (radix, offset, guards) = (1, UInt64(0), UInt64(0))
        var widths: [(size: Int, offset: UInt64)] = []
        for group in classes {
            for slot in loads.indices where group.loads.contains(loads[slot]) {
                steps[slot] = radix * group.units(of: loads[slot])
                groupSteps[slot] = UInt64(group.units(of: loads[slot])) << offset
            }
            widths.append((group.size, offset))
            radix *= group.size
            offset += UInt64(Int.bitWidth - group.size.leadingZeroBitCount) + 1
            guards |= 1 << (offset - 1)
        }
        (self.steps, self.groupSteps, self.guards, whole) = (steps, groupSteps, guards, radix - 1)
        groups = (0..<radix).map { view in
            var (left, packed) = (view, UInt64(0))
            for width in widths {
                packed |= UInt64(left % width.size) << width.offset
                left /= width.size
            }
            return packed
        }
    }
}

/// Slots of like loads, counted in the largest unit that measures each of them.
private struct LoadClass {
    var loads: [Int64]
    var needs: Int
    var total: Int64
    var unit: Int64

    init(loads: [Int64], needs: Int) {
        (self.loads, self.needs) = (loads, needs)
        (total, unit) = (loads[0] * Int64(needs), max(1, loads[0]))
    }

    /// Sums from nothing to all.
    var size: Int { Int(total / unit) + 1 }

    func units(of load: Int64) -> Int { Int(load / unit) }

    static func views(of classes: [Self]) -> Int {
        classes.reduce(1) { $0 > 1 << 40 ? $0 : $0 * $1.size }
    }

    func joined(_ other: Self) -> Self {
        var both = self
        both.loads += other.loads
        both.needs += other.needs
        both.total += other.total
        both.unit = max(1, gcd(total == 0 ? 0 : unit, other.total == 0 ? 0 : other.unit))
        return both
    }

    /// Joins the two classes after which the fewest views are left.
    static func merge(_ classes: inout [Self]) {
        var best = (saved: -1.0, first: 0, second: 1)
        for first in classes.indices {
            for second in classes.indices where second > first {
                let size = Double(classes[first].joined(classes[second]).size)
                let saved = Double(classes[first].size) * Double(classes[second].size) / size
                if saved > best.saved { best = (saved, first, second) }
            }
        }
        classes[best.first] = classes[best.first].joined(classes[best.second])
        classes.remove(at: best.second)
    }
}

/// The greatest common divisor; of 0 and a number, that number.
func gcd(_ one: Int64, _ other: Int64) -> Int64 {
    var (left, right) = (abs(one), abs(other))
    while right != 0 { (left, right) = (right, left % right) }
    return left
}
