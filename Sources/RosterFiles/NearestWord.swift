/// The word of a list that takes the fewest edits to reach, the first of several.
func nearest(to word: String, among words: some Sequence<String>) -> String? {
    let typed = Array(word.lowercased().prefix(64))
    var best: (word: String, distance: Int)?
    for candidate in words {
        let other = Array(candidate.lowercased().prefix(64))
        if let best, abs(typed.count - other.count) >= best.distance { continue }
        let distance = editDistance(typed, other)
        if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
}

/// The nearest word where it shares at least half of the letters; nil where none comes close.
func similar(to word: String, among words: some Sequence<String>) -> String? {
    guard let found = nearest(to: word, among: words) else { return nil }
    let length = max(word.count, found.count)
    return editDistance(Array(word.lowercased().prefix(64)), Array(found.lowercased().prefix(64))) * 2 <= length
        ? found : nil
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
