/// A value of a YAML file with its place; scalars stay text, since `08:30` and `off` mean what the planner wrote.
struct YamlNode: Equatable, Sendable {
    /// What a plain scalar says for nothing.
    static let nulls = ["", "~", "null", "Null", "NULL"]

    enum Content: Equatable, Sendable {
        case null
        case text(String)
        case list([YamlNode])
        case mapping([YamlEntry])
    }

    let site: Site
    let content: Content

    /// The value as a diagnostic shows it.
    var shown: String {
        switch content {
        case .null: "null"
        case .text(let text): text.count > 60 ? text.prefix(60) + "…" : text
        case .list: "[…]"
        case .mapping: "{…}"
        }
    }

    var isNull: Bool {
        if case .null = content { true } else { false }
    }

    /// The trimmed text of a scalar.
    var scalar: String? {
        if case .text(let text) = content { trimmed(text) } else { nil }
    }
}

/// A key of a mapping with its value, in the order of the file.
struct YamlEntry: Equatable, Sendable {
    let key: String
    let site: Site
    let value: YamlNode
}
