/// Values and the words that planners may write for them; the first word of each is the canonical one.
package struct WordTable<Value: Hashable & Sendable>: Sendable {
    package let rows: [(value: Value, words: [String])]
    private let values: [String: Value]

    package init(_ rows: [(value: Value, words: [String])]) {
        self.rows = rows
        let pairs = rows.flatMap { row in row.words.map { ($0.lowercased(), row.value) } }
        self.values = Dictionary(pairs) { first, _ in first }
    }

    /// Every word, in the order of the table.
    package var words: [String] { rows.flatMap(\.words) }

    /// The canonical word of each value and its first Chinese one, to show what was expected.
    package var mainWords: [String] { rows.flatMap { $0.words.prefix(2) } }

    package func value(_ text: String) -> Value? {
        values[text] ?? values[trimmed(text).lowercased()]
    }

    /// The word that stands for a value in files and on the command line.
    package func word(_ value: Value) -> String? {
        rows.first { $0.value == value }?.words.first
    }
}
