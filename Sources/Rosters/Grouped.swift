/// Elements by a small number, such as that of a person or a unit: one array of all, without an array for each group.
package struct Grouped<Element: Sendable>: RandomAccessCollection, Sendable {
    /// Group after group: for walks over all groups, which would else make a slice of each.
    package let elements: [Element]
    /// Where each group starts, and the end of the last.
    package let starts: [Int32]

    /// Groups that stand one after the other already; `counts` says how long each is.
    package init(_ elements: [Element], counts: some Sequence<Int32>) {
        self.elements = elements
        var starts: [Int32] = [0]
        var end: Int32 = 0
        for count in counts {
            end += count
            starts.append(end)
        }
        self.starts = starts
    }

    @inlinable package var startIndex: Int { 0 }
    @inlinable package var endIndex: Int { starts.count - 1 }

    @inlinable package subscript(group: Int) -> ArraySlice<Element> {
        elements[Int(starts[group])..<Int(starts[group + 1])]
    }
}

extension Grouped where Element == Int32 {
    /// The positions 0 ..< count by the group of each, ascending within one.
    package init(positions count: Int, groups: Int, group: (Int) -> Int) {
        var counts = [Int32](repeating: 0, count: groups)
        for position in 0..<count { counts[group(position)] += 1 }
        var next = counts
        var start: Int32 = 0
        for index in next.indices { (next[index], start) = (start, start + next[index]) }
        var elements = [Int32](repeating: 0, count: count)
        for position in 0..<count {
            let index = group(position)
            elements[Int(next[index])] = Int32(position)
            next[index] += 1
        }
        self.init(elements, counts: counts)
    }
}
