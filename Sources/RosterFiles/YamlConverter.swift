import Yams

/// Copies the parser's nodes into ours, within limits that keep hostile files from exhausting memory.
struct YamlConverter {
    private static let maxDepth = 64
    private static let maxNodes = PlainYaml.maxNodes

    /// The true first letters of keys that the loader had to rename.
    private let repaired: [Site: Unicode.Scalar]
    private let lastLine: Int
    private var count = 0
    private var isCutShort = false

    init(repaired: [Site: Unicode.Scalar], lastLine: Int) {
        self.repaired = repaired
        self.lastLine = lastLine
    }

    /// A mapping stands for the whole file: what it lacks is missing from line 1.
    mutating func root(_ node: Node, _ log: inout DiagnosticList) -> YamlNode {
        let root = convert(node, depth: 0, &log)
        if case .mapping = root.content { return YamlNode(site: .start, content: root.content) }
        return root
    }

    private mutating func convert(_ node: Node, depth: Int, _ log: inout DiagnosticList) -> YamlNode {
        let site = Site(node.mark, lastLine: lastLine)
        count += 1
        guard depth < Self.maxDepth, count < Self.maxNodes else {
            if !isCutShort { log.add(.nestedTooDeeply, at: site) }
            isCutShort = true
            return YamlNode(site: site, content: .null)
        }
        switch node {
        case .scalar(let scalar):
            return YamlNode(site: site, content: Self.content(of: scalar))
        case .sequence(let sequence):
            var items: [YamlNode] = []
            for item in sequence where !isCutShort { items.append(convert(item, depth: depth + 1, &log)) }
            return YamlNode(site: site, content: .list(items))
        case .mapping(let mapping):
            return YamlNode(site: site, content: .mapping(entries(mapping, depth: depth, &log)))
        case .alias:
            return YamlNode(site: site, content: .null)
        }
    }

    private static func content(of scalar: Node.Scalar) -> YamlNode.Content {
        let isNull = scalar.style == .plain && YamlNode.nulls.contains(scalar.string)
        return isNull ? .null : .text(scalar.string)
    }

    private mutating func entries(
        _ mapping: Node.Mapping, depth: Int, _ log: inout DiagnosticList
    ) -> [YamlEntry] {
        var entries: [YamlEntry] = []
        var lines: [String: Int] = [:]
        for (keyNode, valueNode) in mapping where !isCutShort {
            let site = Site(keyNode.mark, lastLine: lastLine)
            guard case .scalar(let scalar) = keyNode else {
                log.add(.unexpected(found: "{…}", expected: .text), at: site)
                continue
            }
            let key = trimmed(original(scalar.string, at: site))
            let value = convert(valueNode, depth: depth + 1, &log)
            if let first = lines[key] {
                log.add(.duplicateKey(key, firstLine: first), at: site)
            } else {
                lines[key] = site.line
                entries.append(YamlEntry(key: key, site: site, value: value))
            }
        }
        return entries
    }

    private func original(_ key: String, at site: Site) -> String {
        guard let first = repaired[site] else { return key }
        return String(Character(first)) + String(key.unicodeScalars.dropFirst())
    }
}
