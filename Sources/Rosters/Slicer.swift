/// Runs the slices of a long walk; whoever calls decides whether one after another or side by side.
///
/// The core cuts its walks into slices that know nothing of each other and joins their results in order, so that every
/// slicer gives the same answer.
package protocol Slicer: Sendable {
    /// Into how many slices a walk over so many things is cut, at least 1.
    func slices(of count: Int) -> Int

    /// The results of `slice` for 0 ..< count, in that order.
    func map<Part: Sendable>(_ count: Int, _ slice: @Sendable (Int) -> Part) -> [Part]
}

extension Slicer {
    /// The results for consecutive ranges that together hold 0 ..< count.
    package func overRanges<Part: Sendable>(of count: Int, _ slice: @Sendable (Range<Int>) -> Part) -> [Part] {
        let slices = max(1, min(slices(of: count), count))
        return map(slices) { slice(count * $0 / slices..<count * ($0 + 1) / slices) }
    }

    /// The same, and something else that is done beside the slices.
    package func overRanges<Part: Sendable, Other: Sendable>(
        of count: Int, _ slice: @Sendable (Range<Int>) -> Part, beside other: @Sendable () -> Other
    ) -> (parts: [Part], other: Other) {
        let slices = max(1, min(slices(of: count), count))
        let all = map(slices + 1) { number -> (Part?, Other?) in
            number == 0 ? (nil, other()) : (slice(count * (number - 1) / slices..<count * number / slices), nil)
        }
        return (all.compactMap(\.0), all[0].1 ?? other())
    }

    /// Two walks of different results, side by side.
    package func pair<First: Sendable, Second: Sendable>(
        _ first: @Sendable () -> First, _ second: @Sendable () -> Second
    ) -> (First, Second) {
        let both = map(2) { number -> (First?, Second?) in number == 0 ? (first(), nil) : (nil, second()) }
        return (both[0].0 ?? first(), both[1].1 ?? second())
    }
}

extension Array {
    /// The parts one after another.
    @inlinable
    package init(joining parts: [[Element]]) {
        self = parts.first ?? []
        reserveCapacity(parts.reduce(0) { $0 + $1.count })
        for part in parts.dropFirst() { self += part }
    }
}

/// One slice, here and now.
package struct WholeWalk: Slicer {
    package init() {}

    package func slices(of count: Int) -> Int { 1 }

    package func map<Part: Sendable>(_ count: Int, _ slice: @Sendable (Int) -> Part) -> [Part] {
        (0..<count).map(slice)
    }
}
