/// Things by a text of theirs, found by a hash of its bytes; the texts stay where they are.
///
/// Equal means what `==` of two strings means. Chinese characters, ASCII and full-width forms are equal only where their
/// bytes are; a text with anything else is rare and is compared one by one.
package struct TextIndex: Sendable {
    /// Open addressing: the upper half of the hash and, in the lower, the thing's position; `empty` where nothing is.
    private var slots: [UInt64]
    /// By thing, the next one of the same hash; -1 for none. Empty where all hashes differ.
    private var following: [Int32] = []
    /// Things whose texts may equal others of different bytes.
    private var odd: [Int32] = []

    private static let empty = UInt64.max

    /// `text` gives the text of each of `count` things.
    package init(count: Int, text: (Int) -> String) {
        var capacity = 8
        while capacity < count * 2 { capacity *= 2 }
        slots = [UInt64](repeating: Self.empty, count: capacity)
        var hashes: [UInt64] = []
        hashes.reserveCapacity(count)
        for thing in 0..<count {
            let (hash, isPlain) = Self.hash(text(thing))
            hashes.append(hash)
            if !isPlain { odd.append(Int32(thing)) }
        }
        insert(hashes)
    }

    /// From the last thing to the first, so that the first of several comes first.
    private mutating func insert(_ hashes: [UInt64]) {
        var oddLeft = odd
        for thing in hashes.indices.reversed() {
            if oddLeft.last == Int32(thing) {
                oddLeft.removeLast()
                continue
            }
            let hash = hashes[thing]
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != Self.empty {
                let other = Int(slots[slot] & 0xFFFF_FFFF)
                if hashes[other] == hash {
                    if following.isEmpty { following = [Int32](repeating: -1, count: hashes.count) }
                    following[thing] = Int32(other)
                    break
                }
                slot = (slot + 1) & (slots.count - 1)
            }
            slots[slot] = hash & ~0xFFFF_FFFF | UInt64(thing)
        }
    }

    /// The first thing of a text.
    package func first(_ word: String, text: (Int) -> String) -> Int? {
        let (hash, isPlain) = Self.hash(word)
        guard isPlain, odd.isEmpty else { return all(word, text: text).first }
        return chain(of: word, hash, text)
    }

    /// All things of a text, in their order.
    package func all(_ word: String, text: (Int) -> String) -> [Int] {
        let (hash, isPlain) = Self.hash(word)
        guard isPlain else { return things.filter { text($0) == word } }
        var found: [Int] = []
        var next = chain(of: word, hash, text)
        while let thing = next {
            if text(thing) == word { found.append(thing) }
            next = follower(of: thing)
        }
        let others = odd.map { Int($0) }.filter { text($0) == word }
        return others.isEmpty ? found : (found + others).sorted()
    }

    /// Whether no two things share a text, as far as that is known without a look at the texts.
    package var areDistinct: Bool { following.isEmpty && odd.isEmpty }

    /// The groups of things that share a text, each in its order.
    package func shared(text: (Int) -> String) -> [[Int]] {
        guard !areDistinct else { return [] }
        let heads = slots.filter { $0 != Self.empty }.map { Int($0 & 0xFFFF_FFFF) }
        let repeated = heads.filter { follower(of: $0) != nil }
        let members = repeated.flatMap { head in Array(sequence(first: head, next: follower)) } + odd.map { Int($0) }
        let groups = Set(members.map(text)).map { all($0, text: text) }
        return Set(groups.filter { $0.count > 1 }).sorted { $0[0] < $1[0] }
    }

    private var things: [Int] {
        let heads = slots.filter { $0 != Self.empty }.map { Int($0 & 0xFFFF_FFFF) }
        let others = following.filter { $0 >= 0 }.map { Int($0) }
        return (heads + others + odd.map { Int($0) }).sorted()
    }

    private func follower(of thing: Int) -> Int? {
        guard !following.isEmpty, following[thing] >= 0 else { return nil }
        return Int(following[thing])
    }

    /// The first thing of a text, from which its followers lead to the others.
    private func chain(of word: String, _ hash: UInt64, _ text: (Int) -> String) -> Int? {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != Self.empty {
            if slots[slot] >> 32 == hash >> 32 {
                var next: Int? = Int(slots[slot] & 0xFFFF_FFFF)
                while let thing = next {
                    if text(thing) == word { return thing }
                    next = follower(of: thing)
                }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// FNV-1a over the bytes, mixed, and whether only these bytes make the text.
    private static func hash(_ text: String) -> (hash: UInt64, isPlain: Bool) {
        var text = text
        return text.withUTF8 { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            var isPlain = true
            for position in bytes.indices {
                let byte = bytes[position]
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
                if byte >= 0xC0, !isPlainLead(byte, bytes[position + 1]) { isPlain = false }
            }
            return ((hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9, isPlain)
        }
    }

    /// U+0080–00BF, U+3400–9FFF, U+FF00–FF7F and the planes of rare ideographs: none of them has another form.
    private static func isPlainLead(_ lead: UInt8, _ second: UInt8) -> Bool {
        switch lead {
        case 0xC2, 0xE4...0xE9: true
        case 0xE3: second >= 0x90
        case 0xEF: second == 0xBC || second == 0xBD
        case 0xF0: (0xA0...0xAE).contains(second)
        default: false
        }
    }
}
