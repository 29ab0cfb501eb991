/// A JSON value in which an absent part is an explicit null.
enum JSON: Sendable {
    case null
    case text(String)
    case number(Int)
    /// Written with four decimals at most.
    case decimal(Double)
    case flag(Bool)
    case list([JSON])
    case object(Members)

    static func optional(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }

    static func optional(_ number: Int?) -> JSON { number.map(JSON.number) ?? .null }

    /// One line, for a stream of results.
    func line() -> String { JSONWriter.text(of: self, isPretty: false) }

    /// Sorted keys, so that the same result is the same bytes.
    func rendered() -> String { JSONWriter.text(of: self, isPretty: true) }
}

extension JSON {
    typealias Member = (key: String, value: JSON)

    /// The members of an object, each key once; so few are compared sooner than hashed.
    struct Members: Sendable, ExpressibleByDictionaryLiteral {
        private var members: [Member] = []

        init(dictionaryLiteral members: (String, JSON)...) {
            self.members = members.map { (key: $0, value: $1) }
        }

        /// Of two values with one key the first stays.
        init(_ members: some Sequence<(String, JSON)>) {
            for (key, value) in members where self[key] == nil { self.members.append((key, value)) }
        }

        subscript(key: String) -> JSON? {
            get { members.first { $0.key == key }?.value }
            set {
                let known = members.firstIndex { $0.key == key }
                if let known { members.remove(at: known) }
                if let newValue { members.append((key, newValue)) }
            }
        }

        /// Takes others in, whose values come instead of those that are here.
        mutating func merge(_ others: Members) {
            for (key, value) in others.members { self[key] = value }
        }

        /// With the members of others whose keys are not here.
        func filled(with others: Members) -> Members {
            Members((members + others.members).map { ($0.key, $0.value) })
        }

        var sorted: [Member] { members.sorted { $0.key < $1.key } }
    }
}
