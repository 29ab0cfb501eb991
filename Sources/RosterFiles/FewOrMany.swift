/// Values by key: a few are compared sooner than hashed, many are hashed.
struct FewOrMany<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private var few: [(key: Key, value: Value)] = []
    private var many: [Key: Value] = [:]
    private static var fewest: Int { 64 }

    subscript(key: Key) -> Value? {
        if !many.isEmpty { return many[key] }
        // What came last is most likely to come again.
        return few.last { $0.key == key }?.value
    }

    /// Takes a key that is not there yet.
    mutating func insert(_ key: Key, _ value: Value) {
        if !many.isEmpty {
            many[key] = value
        } else if few.count < Self.fewest {
            few.append((key, value))
        } else {
            many = Dictionary(few.map { ($0.key, $0.value) }) { first, _ in first }
            many[key] = value
        }
    }
}
