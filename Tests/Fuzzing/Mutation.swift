import TestSupport

/// Spoils the bytes of a file as typists, transfers and strangers do.
package struct Mutation {
    private var random: SplitMix64
    /// Other files, from which pieces are taken.
    private let donors: [[UInt8]]

    package init(seed: UInt64, donors: [[UInt8]]) {
        self.random = SplitMix64(seed: seed)
        self.donors = donors
    }

    /// A piece of a whole that is worth spoiling: a YAML file keeps some of its top-level blocks, a table its header and a
    /// few rows, so that a case costs little; one in eight stays whole.
    package mutating func excerpt(of bytes: [UInt8], isYAML: Bool) -> [UInt8] {
        guard bytes.count > 600, !random.chance(12) else { return bytes }
        var lines = Self.lines(bytes)
        if isYAML {
            var isKept = true
            lines = lines.filter { line in
                if let first = line.first, first > 0x20, first != UInt8(ascii: "-") { isKept = random.chance(40) }
                return isKept
            }
        } else {
            let header = lines.removeFirst()
            let start = random.below(max(1, lines.count - 3))
            lines = [header] + lines[start..<min(lines.count, start + 3)]
        }
        return Array(lines.joined())
    }

    /// One to four changes, at random places.
    package mutating func spoil(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...random.below(4) { change(&bytes) }
        return bytes
    }

    package mutating func below(_ count: Int) -> Int { random.below(count) }

    private mutating func change(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return bytes = token }
        let at = random.below(bytes.count)
        let end = min(bytes.count, at + 1 + random.below(24))
        switch random.below(14) {
        case 0: bytes[at] ^= 1 << UInt8(random.below(8))
        case 1: bytes[at] = UInt8(random.below(256))
        case 2: bytes.removeSubrange(at..<end)
        case 3: bytes.insert(contentsOf: bytes[at..<end], at: at)
        case 4...7: bytes.insert(contentsOf: token, at: at)
        case 8: bytes.replaceSubrange(at..<end, with: token)
        case 9: changeLines(&bytes)
        case 10: changeNumber(&bytes, from: at)
        case 11: splice(&bytes, at: at)
        case 12: bytes.removeSubrange(at...)
        default: changeWhole(&bytes)
        }
    }

    /// Something that means something to some reader.
    private var token: [UInt8] {
        mutating get {
            switch random.below(12) {
            case 0: [UInt8](repeating: random.pick(Array("[{-,\"' x9".utf8)), count: random.below(300))
            case 1: random.pick(Self.bytes)
            default: Array(random.pick(Self.words).utf8)
            }
        }
    }

    private mutating func changeLines(_ bytes: inout [UInt8]) {
        var lines = Self.lines(bytes)
        guard lines.count > 1 else { return }
        let (one, other) = (random.below(lines.count), random.below(lines.count))
        switch random.below(4) {
        case 0: lines.swapAt(one, other)
        case 1: lines.insert(lines[one], at: other)
        case 2: lines.remove(at: one)
        default: lines[one].insert(contentsOf: [UInt8](repeating: 0x20, count: random.below(4)), at: 0)
        }
        bytes = Array(lines.joined())
    }

    /// Puts a hostile number in the place of the next one.
    private mutating func changeNumber(_ bytes: inout [UInt8], from start: Int) {
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        guard let first = bytes[start...].firstIndex(where: isDigit) else { return }
        let end = bytes[first...].firstIndex { !isDigit($0) } ?? bytes.count
        bytes.replaceSubrange(first..<end, with: Array(random.pick(Self.numbers).utf8))
    }

    private mutating func splice(_ bytes: inout [UInt8], at place: Int) {
        guard let donor = donors.isEmpty ? nil : random.pick(donors), donor.count > 1 else { return }
        let start = random.below(donor.count)
        bytes.insert(contentsOf: donor[start..<min(donor.count, start + random.below(120))], at: place)
    }

    private mutating func changeWhole(_ bytes: inout [UInt8]) {
        let lines = Self.lines(bytes).map { $0.last == 0x0A ? Array($0.dropLast()) : $0 }
        switch random.below(5) {
        case 0: bytes = Array(lines.joined(separator: [0x0D, 0x0A]))
        case 1: bytes = Array(lines.joined(separator: [0x0D]))
        case 2: bytes.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0)
        case 3: bytes = Array(lines.reversed().joined(separator: [0x0A]))
        default: bytes.append(contentsOf: bytes)
        }
    }

    /// The lines with their ends.
    private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == 0x0A {
            lines.append(Array(bytes[start...index]))
            start = index + 1
        }
        if start < bytes.count { lines.append(Array(bytes[start...])) }
        return lines
    }
}
