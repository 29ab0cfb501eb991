/// What a few words were read as, by their bytes: the same dates, shifts and ranks stand in thousands of rows.
struct WordMemory<Value: Sendable>: Sendable {
    private static var most: Int { 24 }

    private var known: [(word: [UInt8], value: Value)] = []

    /// The known value, else what `read` makes of the word; what cannot be read is never remembered.
    mutating func value(of word: Bytes, _ read: (String) -> Value?) -> Value? {
        for index in known.indices where word.isEqual(to: known[index].word) { return known[index].value }
        guard let value = read(word.text) else { return nil }
        if known.count < Self.most { known.append((Array(word), value)) }
        return value
    }
}
