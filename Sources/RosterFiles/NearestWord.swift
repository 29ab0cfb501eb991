/// A word and how far it is from another, 0 (equal) to 1 (nothing in common).
private struct Neighbour {
    let word: String
    let distance: Double
}

/// The word of a list that takes the fewest edits for its length to reach, the first of several.
func nearest(to word: String, among words: some Sequence<String>) -> String? {
    neighbour(of: word, among: words)?.word
}

/// The nearest word where it shares at least half of the letters; nil where none comes close.
package func similar(to word: String, among words: some Sequence<String>) -> String? {
    neighbour(of: word, among: words).flatMap { $0.distance <= 0.5 ? $0.word : nil }
}

private func neighbour(of word: String, among words: some Sequence<String>) -> Neighbour? {
    let typed = Array(word.lowercased().prefix(64))
    var best: Neighbour?
    for candidate in words {
        let other = Array(candidate.lowercased().prefix(64))
        let length = Double(max(typed.count, other.count, 1))
        // So many letters must come or go at least.
        if let best, Double(abs(typed.count - other.count)) / length >= best.distance { continue }
        let distance = Double(editDistance(typed, other)) / length
        if distance < best?.distance ?? .infinity { best = Neighbour(word: candidate, distance: distance) }
    }
    return best
}

/// Insertions, deletions, replacements and swaps of neighbours.
func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var before: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
        var next = [row]
        for column in 1...right.count {
            let same = left[row - 1] == right[column - 1]
            var cost = min(last[column] + 1, next[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
            if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                cost = min(cost, before[column - 2] + 1)
            }
            next.append(cost)
        }
        before = last
        last = next
    }
    return last[right.count]
}
