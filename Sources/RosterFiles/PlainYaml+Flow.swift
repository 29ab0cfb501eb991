extension PlainYaml {
    /// `{key: value, …}` on one line; stands behind the brace at the end.
    mutating func flowMapping(depth: Int) -> [YamlEntry]? {
        var entries: [YamlEntry] = []
        position += 1
        skipSpaces()
        if take(UInt8(ascii: "}")) { return entries }
        while true {
            let site = site
            guard let key = key(inFlow: true), !entries.contains(where: { $0.key == key }) else { return nil }
            skipSpaces()
            guard let value = value(inFlow: true, depth: depth + 1) else { return nil }
            entries.append(YamlEntry(key: key, site: site, value: value))
            skipSpaces()
            if take(UInt8(ascii: "}")) { return entries }
            guard separator() else { return nil }
        }
    }

    /// `[value, …]` on one line.
    mutating func flowList(depth: Int) -> [YamlNode]? {
        var items: [YamlNode] = []
        position += 1
        skipSpaces()
        if take(UInt8(ascii: "]")) { return items }
        while true {
            guard let item = value(inFlow: true, depth: depth + 1) else { return nil }
            items.append(item)
            skipSpaces()
            if take(UInt8(ascii: "]")) { return items }
            guard separator() else { return nil }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func separator() -> Bool {
        guard take(UInt8(ascii: ",")) else { return false }
        skipSpaces()
        return true
    }

    /// A quoted scalar without escapes.
    mutating func quoted() -> String? {
        let quote = bytes[position]
        let start = position + 1
        var end = start
        while end < bytes.count, bytes[end] != quote {
            if bytes[end] == UInt8(ascii: "\\") || bytes[end] == UInt8(ascii: "\n") { return nil }
            end += 1
        }
        guard end < bytes.count else { return nil }
        position = end + 1
        // Two single quotes are one within the text; anything that touches the end is for the full parser.
        if position < bytes.count, ![0x20, 0x0A, 0x2C, 0x3A, 0x5D, 0x7D].contains(bytes[position]) { return nil }
        return text(start, end)
    }

    /// A plain scalar: it ends at the line's end, before a comment, a key's colon and, in a collection, its signs.
    mutating func plain(inFlow: Bool) -> String? {
        let start = position
        guard Self.mayBegin(bytes[start], next: start + 1 < bytes.count ? bytes[start + 1] : 0x20) else { return nil }
        var end = start
        loop: while end < bytes.count {
            switch bytes[end] {
            case UInt8(ascii: "\n"): break loop
            case UInt8(ascii: "#") where bytes[end - 1] == 0x20: break loop
            case UInt8(ascii: ":"):
                let next = end + 1 < bytes.count ? bytes[end + 1] : 0x20
                if next <= 0x20 { break loop }
                if inFlow, Self.isFlowSign(next) || next == UInt8(ascii: "?") { return nil }
            case UInt8(ascii: "?") where inFlow: return nil
            case let byte where inFlow && Self.isFlowSign(byte): break loop
            default: break
            }
            end += 1
        }
        var last = end
        while last > start, bytes[last - 1] == 0x20 { last -= 1 }
        // A blank before a key's colon belongs to neither.
        position = end < bytes.count && bytes[end] == UInt8(ascii: ":") ? end : last
        if last == start { return nil }
        return text(start, last)
    }

    private func text(_ start: Int, _ end: Int) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }

    private static func isFlowSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
        default: false
        }
    }

    /// Letters, digits, characters beyond ASCII, and a hyphen, dot, slash, plus or underscore before more of the word.
    private static func mayBegin(_ byte: UInt8, next: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
            true
        case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "_"), UInt8(ascii: "("): true
        case UInt8(ascii: "~"): true
        case UInt8(ascii: "-"): next > 0x20 && next != UInt8(ascii: "-") && !isFlowSign(next)
        default: false
        }
    }
}
