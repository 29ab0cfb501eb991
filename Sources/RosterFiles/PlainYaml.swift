/// Reads the plain YAML that planners write, a hundred thousand lines in a tenth of a second: block mappings, lists and
/// flow collections of one line, plain and quoted scalars.
///
/// Gives up on everything else (escapes, tags, anchors, several lines, repeated keys, any fault), so that the full parser
/// reads the file and says what is wrong: where this one answers, the answer is the same.
struct PlainYaml {
    static let maxNodes = 8_000_000
    static let maxDepth = 48
    private static let maxKey = 900

    let bytes: Bytes
    var position = 0
    var line = 1
    private var nodes = 0
    /// Where the column was counted last.
    private var counted = 0
    private var column = 1

    /// The root of a document that is a block mapping; nil where the full parser must read it.
    static func root(of bytes: ArraySlice<UInt8>) -> YamlNode? {
        bytes.withUnsafeBufferPointer { bytes in
            guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A }) else { return nil }
            var reader = PlainYaml(bytes: bytes)
            guard !reader.holdsRareCharacters, let indent = reader.nextIndent(), indent == 0,
                let entries = reader.mapping(indent: 0, depth: 0), reader.position == bytes.count
            else { return nil }
            return YamlNode(site: .start, content: .mapping(entries))
        }
    }

    private init(bytes: Bytes) {
        self.bytes = bytes
    }

    /// C1 controls, other line ends, byte order marks and what is no character.
    private var holdsRareCharacters: Bool {
        for position in bytes.indices where bytes[position] >= 0xC2 {
            let second = position + 1 < bytes.count ? bytes[position + 1] : 0
            let third = position + 2 < bytes.count ? bytes[position + 2] : 0
            switch bytes[position] {
            case 0xC2: if second < 0xA0 { return true }
            case 0xE2: if second == 0x80, third == 0xA8 || third == 0xA9 { return true }
            case 0xEF: if second == 0xBB && third == 0xBF || second == 0xBF && third >= 0xBE { return true }
            default: break
            }
        }
        return false
    }

    // MARK: - Blocks

    /// Skips blank lines and comments; the indent of the next line with something, its position at the first letter.
    /// Nil at the end.
    private mutating func nextIndent() -> Int? {
        while position < bytes.count {
            let start = position
            while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
            guard position < bytes.count else { return nil }
            if bytes[position] != UInt8(ascii: "\n"), bytes[position] != UInt8(ascii: "#") {
                (counted, column) = (start, 1)
                return position - start
            }
            while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
            endLine()
        }
        return nil
    }

    private mutating func endLine() {
        guard position < bytes.count else { return }
        position += 1
        line += 1
    }

    /// The entries of a mapping whose first key stands here; stops before the first line of a lesser indent.
    private mutating func mapping(indent: Int, depth: Int) -> [YamlEntry]? {
        guard depth < Self.maxDepth else { return nil }
        var entries: [YamlEntry] = []
        var keys = KeySet()
        while true {
            guard !(indent == 0 && startsDocument) else { return nil }
            let site = site
            guard let key = key(inFlow: false), keys.insert(key) else { return nil }
            guard let value = blockValue(indent: indent, depth: depth) else { return nil }
            entries.append(YamlEntry(key: key, site: site, value: value))
            let lineStart = (position, line)
            guard let next = nextIndent() else { return entries }
            if next != indent {
                guard next < indent else { return nil }
                (position, line) = lineStart
                return entries
            }
        }
    }

    private var startsDocument: Bool {
        let rest = bytes[position...].prefix(3)
        return rest.elementsEqual("---".utf8) || rest.elementsEqual("...".utf8)
    }

    /// What follows a key: a value on the line, or a deeper block under it; ends behind the line.
    private mutating func blockValue(indent: Int, depth: Int) -> YamlNode? {
        skipSpaces()
        if position < bytes.count, bytes[position] != UInt8(ascii: "\n"), bytes[position] != UInt8(ascii: "#") {
            guard let value = value(inFlow: false, depth: depth + 1), restOfLineIsEmpty() else { return nil }
            return value
        }
        guard restOfLineIsEmpty() else { return nil }
        guard let next = nextIndent(), next > indent else { return nil }
        let site = site
        guard count() else { return nil }
        if bytes[position] == UInt8(ascii: "-"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: " ") {
            return list(indent: next, depth: depth + 1).map { YamlNode(site: site, content: .list($0)) }
        }
        return mapping(indent: next, depth: depth + 1).map { YamlNode(site: site, content: .mapping($0)) }
    }

    /// Items of one line each.
    private mutating func list(indent: Int, depth: Int) -> [YamlNode]? {
        var items: [YamlNode] = []
        while true {
            guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "-"),
                bytes[position + 1] == UInt8(ascii: " ")
            else { return nil }
            position += 1
            skipSpaces()
            guard let item = value(inFlow: false, depth: depth + 1), restOfLineIsEmpty() else { return nil }
            items.append(item)
            let lineStart = (position, line)
            guard let next = nextIndent() else { return items }
            if next != indent {
                guard next < indent else { return nil }
                (position, line) = lineStart
                return items
            }
        }
    }

    /// Nothing but blanks and a comment up to the end of the line, which is passed.
    private mutating func restOfLineIsEmpty() -> Bool {
        let start = position
        skipSpaces()
        if position < bytes.count, bytes[position] == UInt8(ascii: "#") {
            guard position > start || start == 0 else { return false }
            while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
        }
        guard position == bytes.count || bytes[position] == UInt8(ascii: "\n") else { return false }
        endLine()
        return true
    }

    // MARK: - Values of one line

    mutating func skipSpaces() {
        while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
    }

    /// One node more; false where there are too many.
    mutating func count() -> Bool {
        nodes += 1
        return nodes < Self.maxNodes
    }

    /// The place of the byte that comes next; columns count characters.
    var site: Site {
        mutating get {
            while counted < position {
                if bytes[counted] & 0xC0 != 0x80 { column += 1 }
                counted += 1
            }
            return Site(line: line, column: column)
        }
    }

    /// A key with its colon.
    mutating func key(inFlow: Bool) -> String? {
        guard position < bytes.count else { return nil }
        let start = position
        let text: String
        if bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'") {
            guard let quoted = quoted() else { return nil }
            text = quoted
        } else {
            guard let plain = plain(inFlow: inFlow) else { return nil }
            text = plain
        }
        guard position - start < Self.maxKey, position < bytes.count, bytes[position] == UInt8(ascii: ":"),
            position + 1 == bytes.count || bytes[position + 1] <= 0x20
        else { return nil }
        position += 1
        return text == "<<" || text == "=" ? nil : trimmed(text)
    }

    mutating func value(inFlow: Bool, depth: Int) -> YamlNode? {
        guard depth < Self.maxDepth, position < bytes.count, count() else { return nil }
        let site = site
        switch bytes[position] {
        case UInt8(ascii: "{"): return flowMapping(depth: depth).map { YamlNode(site: site, content: .mapping($0)) }
        case UInt8(ascii: "["): return flowList(depth: depth).map { YamlNode(site: site, content: .list($0)) }
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return quoted().map { YamlNode(site: site, content: .text($0)) }
        default:
            guard let text = plain(inFlow: inFlow), !endsAsKey else { return nil }
            return YamlNode(site: site, content: YamlNode.nulls.contains(text) ? .null : .text(text))
        }
    }

    /// Whether a colon follows, which would make the scalar a key.
    private var endsAsKey: Bool { position < bytes.count && bytes[position] == UInt8(ascii: ":") }
}

/// The keys of a mapping, to see a repeated one; most mappings have few.
private struct KeySet {
    private var few: [String] = []
    private var many: Set<String> = []

    /// False where it is there already.
    mutating func insert(_ key: String) -> Bool {
        if !many.isEmpty { return many.insert(key).inserted }
        guard !few.contains(key) else { return false }
        few.append(key)
        if few.count > 16 { many = Set(few) }
        return true
    }
}
