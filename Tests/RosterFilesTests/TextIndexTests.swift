import Rosters
import TestSupport
import Testing

@Suite("Finding things by a text")
struct TextIndexTests {
    /// Characters of one byte to four, some that have other forms and some that combine.
    private static let letters = [
        "a", "Z", "1", "李", "豈", "\u{F900}", "é", "e\u{301}", "·", "𠮷", "\u{2F800}", "（", "한",
        "\u{1112}\u{1161}\u{11AB}",
    ]

    @Test("agrees with walking over all of them, other forms of one character included", arguments: UInt64(0)..<80)
    func agrees(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        func word() -> String { (0...random.below(3)).map { _ in Self.letters[random.below(14)] }.joined() }
        let things = (0..<random.below(60)).map { _ in word() }
        let index = TextIndex(count: things.count) { things[$0] }
        for query in things + (0..<40).map({ _ in word() }) + [""] {
            let truth = things.indices.filter { things[$0] == query }
            #expect(index.all(query) { things[$0] } == truth)
            #expect(index.first(query) { things[$0] } == truth.first)
        }
        let words: [String: [Int]] = Dictionary(grouping: Array(things.indices)) { things[$0] }
        let groups: [[Int]] = words.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
        let shared: [[Int]] = index.shared { things[$0] }
        #expect(shared == groups)
    }
}
