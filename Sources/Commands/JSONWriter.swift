import Rosters

/// Writes JSON byte by byte, since a country's worth of results would take the general encoder seconds.
///
/// The bytes are those of Foundation's encoder with sorted keys and without escaped slashes. A long list is written by
/// all cores.
struct JSONWriter {
    private var bytes: [UInt8] = []
    private let isPretty: Bool
    private var depth: Int

    static func text(of value: JSON, isPretty: Bool) -> String {
        var writer = JSONWriter(isPretty: isPretty)
        writer.write(value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private init(isPretty: Bool, depth: Int = 0) {
        self.isPretty = isPretty
        self.depth = depth
    }

    private mutating func write(_ value: JSON) {
        switch value {
        case .null: add("null")
        case .text(let text): write(text)
        case .number(let number): bytes += String(number).utf8
        case .decimal(let number): write(number)
        case .flag(let flag): add(flag ? "true" : "false")
        case .list(let list): enclose("[", "]", isEmpty: list.isEmpty) { $0.write(list) }
        case .object(let members):
            let sorted = members.sorted
            enclose("{", "}", isEmpty: sorted.isEmpty) { $0.write(sorted, in: sorted.indices) { $0.write($1) } }
        }
    }

    private mutating func write(_ member: JSON.Member) {
        write(member.key)
        add(isPretty ? " : " : ":")
        write(member.value)
    }

    /// Four decimals at most; what no decimal number says is null.
    private mutating func write(_ number: Double) {
        let rounded = (number * 10_000).rounded() / 10_000
        guard rounded.isFinite else { return add("null") }
        bytes += (rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : String(rounded)).utf8
    }

    /// Parts between brackets; when pretty, there is an empty line where there is none.
    private mutating func enclose(
        _ start: StaticString, _ end: StaticString, isEmpty: Bool, _ writeParts: (inout JSONWriter) -> Void
    ) {
        add(start)
        depth += 1
        writeParts(&self)
        depth -= 1
        if isEmpty, isPretty { add("\n") }
        beginLine()
        add(end)
    }

    /// By all cores where there are many.
    private mutating func write(_ list: [JSON]) {
        guard Cores.isLong(list.count) else { return write(list, in: list.indices) { $0.write($1) } }
        let inside = JSONWriter(isPretty: isPretty, depth: depth)
        let written = Cores().overRanges(of: list.count) { range in
            var writer = inside
            writer.write(list, in: range) { $0.write($1) }
            return writer.bytes
        }
        bytes.reserveCapacity(written.reduce(bytes.count) { $0 + $1.count })
        for part in written { bytes += part }
    }

    /// Parts with commas between them; when pretty, each on a line of its own.
    private mutating func write<Part>(
        _ parts: [Part], in range: Range<Int>, _ write: (inout JSONWriter, Part) -> Void
    ) {
        for number in range {
            if number > 0 { add(",") }
            beginLine()
            write(&self, parts[number])
        }
    }

    private mutating func beginLine() {
        guard isPretty else { return }
        add("\n")
        for _ in 0..<depth { add("  ") }
    }

    private mutating func write(_ text: String) {
        add("\"")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): add("\\\"")
            case UInt8(ascii: "\\"): add("\\\\")
            case 0x08: add("\\b")
            case 0x09: add("\\t")
            case 0x0A: add("\\n")
            case 0x0C: add("\\f")
            case 0x0D: add("\\r")
            case 0x00..<0x20:
                add("\\u00")
                bytes += (byte < 0x10 ? "0" : "").utf8
                bytes += String(byte, radix: 16).utf8
            default: bytes.append(byte)
            }
        }
        add("\"")
    }

    private mutating func add(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
}
