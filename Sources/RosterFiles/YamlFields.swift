import Rosters

/// The keys that one kind of mapping knows.
protocol FieldKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

/// A mapping with known keys; an unknown one is a diagnostic that names the nearest known key.
struct YamlFields<Key: FieldKey>: Sendable {
    let site: Site
    /// In the order of the file; so few are compared sooner than hashed.
    private let entries: [(key: Key, entry: YamlEntry)]

    init(_ node: YamlNode, _ log: inout DiagnosticList) {
        site = node.site
        var known: [(key: Key, entry: YamlEntry)] = []
        for entry in node.entries(&log) {
            if let key = Key(rawValue: entry.key) {
                known.append((key, entry))
            } else {
                let keys = Key.allCases.map(\.rawValue)
                log.add(.unknownKey(entry.key, nearest: nearest(to: entry.key, among: keys)), at: entry.site)
            }
        }
        entries = known
    }

    /// Of a key that is written twice the last counts.
    private func entry(_ key: Key) -> YamlEntry? { entries.last { $0.key == key }?.entry }

    /// The value of a key; nil where the key is absent or its value null.
    subscript(key: Key) -> YamlNode? {
        guard let value = entry(key)?.value, !value.isNull else { return nil }
        return value
    }

    func isWritten(_ key: Key) -> Bool { entry(key) != nil }

    /// Where the key stands, or the mapping when it is absent.
    func site(of key: Key) -> Site { entry(key)?.site ?? site }

    /// The value of a key that must be written.
    func required(_ key: Key, _ log: inout DiagnosticList) -> YamlNode? {
        if let value = self[key] { return value }
        log.add(.missingKey(key.rawValue), at: site(of: key))
        return nil
    }

    func text(_ key: Key, _ log: inout DiagnosticList) -> String? {
        self[key].flatMap { $0.text(&log) }
    }

    func requiredText(_ key: Key, _ log: inout DiagnosticList) -> String? {
        required(key, &log).flatMap { $0.text(&log) }
    }

    func number(_ key: Key, in range: ClosedRange<Int>, _ log: inout DiagnosticList) -> Int? {
        self[key].flatMap { $0.number(in: range, &log) }
    }

    func decimal(_ key: Key, in range: ClosedRange<Hundredths>, _ log: inout DiagnosticList) -> Hundredths? {
        self[key].flatMap { $0.decimal(in: range, &log) }
    }

    func word<Value>(_ key: Key, of table: WordTable<Value>, _ log: inout DiagnosticList) -> Value? {
        self[key].flatMap { $0.word(of: table, &log) }
    }

    /// The values of a list (or of one scalar), each by a table of words.
    func words<Value>(_ key: Key, of table: WordTable<Value>, _ log: inout DiagnosticList) -> [Value] {
        (self[key]?.items(&log) ?? []).compactMap { $0.word(of: table, &log) }
    }

    func texts(_ key: Key, _ log: inout DiagnosticList) -> [String] {
        (self[key]?.items(&log) ?? []).compactMap { $0.text(&log) }
    }
}
