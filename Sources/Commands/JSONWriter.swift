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
        case .list(let list): write(list, between: "[", "]") { $0.write($1) }
        case .object(let members): write(members.sorted, between: "{", "}") { $0.write($1) }
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

    /// Parts with commas between them; when pretty, each on a line of its own, and an empty one where there is none.
    private mutating func write<Part: Sendable>(
        _ parts: [Part], between start: StaticString, _ end: StaticString,
        _ write: @Sendable (inout JSONWriter, Part) -> Void
    ) {
        add(start)
        let inside = JSONWriter(isPretty: isPretty, depth: depth + 1)
        let cores = Cores()
        if cores.slices(of: parts.count) == 1 {
            depth += 1
            self.write(parts, in: 0..<parts.count, write)
            depth -= 1
        } else {
            let written = cores.overRanges(of: parts.count) { range in
                var writer = inside
                writer.write(parts, in: range, write)
                return writer.bytes
            }
            bytes.reserveCapacity(written.reduce(bytes.count) { $0 + $1.count })
            for part in written { bytes += part }
        }
        if parts.isEmpty, isPretty { add("\n") }
        beginLine()
        add(end)
    }

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
