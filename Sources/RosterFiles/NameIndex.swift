import Rosters

/// Finds things of one kind by key or, where no key fits, by name.
struct NameIndex<Thing>: Sendable {
    private let referent: Referent
    private let keys: [String]
    private let names: [String]
    private let byKey: TextIndex
    private let byName: TextIndex

    init(_ referent: Referent, _ things: [(key: String, name: String)]) {
        self.referent = referent
        keys = things.map(\.key)
        names = things.map(\.name)
        byKey = TextIndex(count: things.count) { things[$0].key }
        byName = TextIndex(count: things.count) { things[$0].name }
    }

    /// Nil without a diagnostic being made; the first of several things of one name.
    func first(_ word: String) -> Ordinal<Thing>? { withKey(word) ?? named(word).first }

    private func withKey(_ word: String) -> Ordinal<Thing>? {
        byKey.first(word) { keys[$0] }.map { Ordinal($0) }
    }

    private func named(_ word: String) -> [Ordinal<Thing>] { byName.all(word) { names[$0] }.map { Ordinal($0) } }

    func key(_ ordinal: Ordinal<Thing>) -> String { keys[ordinal.index] }

    /// Looks a word up; unknown words and names that several things share are diagnostics.
    func find(_ word: String, at site: Site, _ log: inout DiagnosticList) -> Ordinal<Thing>? {
        if let found = withKey(word) { return found }
        let named = named(word)
        if named.count == 1 { return named[0] }
        if named.isEmpty {
            let near = log.isLong ? nil : nearest(to: word, among: keys + names)
            log.add(.unknown(referent, word, nearest: near), at: site)
        } else {
            log.add(.ambiguous(referent, word, candidates: named.map { keys[$0.index] }), at: site)
        }
        return nil
    }

    func find(_ node: YamlNode, _ log: inout DiagnosticList) -> Ordinal<Thing>? {
        node.text(&log).flatMap { find($0, at: node.site, &log) }
    }
}
