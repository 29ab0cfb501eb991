/// What a few words were read as, by their bytes: the same dates, shifts and ranks stand in thousands of rows.
struct WordMemory<Value: Sendable>: Sendable {
    private let most: Int
    private var words: [(word: [UInt8], value: Value)] = []
    private var oldest = 0

    /// Keeps so many words; one more takes the place of the oldest.
    init(most: Int = 24) {
        self.most = most
    }

    func known(_ word: Bytes) -> Value? {
        for index in words.indices where word.isEqual(to: words[index].word) { return words[index].value }
        return nil
    }

    mutating func remember(_ word: Bytes, as value: Value) {
        if words.count < most {
            words.append((Array(word), value))
        } else {
            words[oldest] = (Array(word), value)
            oldest = (oldest + 1) % most
        }
    }

    /// The known value, else what `read` makes of the word; what cannot be read is never remembered.
    mutating func value(of word: Bytes, _ read: (String) -> Value?) -> Value? {
        if let known = known(word) { return known }
        guard let value = read(word.text) else { return nil }
        remember(word, as: value)
        return value
    }
}
