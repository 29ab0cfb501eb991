/// Things by a text of theirs, found by a hash of its bytes; the texts stay where they are.
///
/// Equal means what `==` of two strings means. Chinese characters, ASCII and full-width forms are equal only where their
/// bytes are; a text with anything else is rare and is compared one by one.
package struct TextIndex: Sendable {
    /// Open addressing: the upper half of the hash and, in the lower, the thing's position; `empty` where nothing is.
    private var slots: [UInt64]
    /// By thing, the next one of the same text; -1 for none. Empty where all texts differ.
    private var following: [Int32] = []
    /// Things whose texts may equal others of different bytes.
    private var odd: [Int32] = []

    private static let empty = UInt64.max

    /// `text` gives the text of each of `count` things.
    package init(count: Int, text: (Int) -> String) {
        var capacity = 8
        while capacity < count * 2 { capacity *= 2 }
        slots = [UInt64](repeating: Self.empty, count: capacity)
        var following: [Int32]?
        // From the last to the first, so that the first of several comes first.
        for thing in stride(from: count - 1, through: 0, by: -1) {
            let own = text(thing)
            let (hash, isPlain) = Self.hash(own)
            guard isPlain else {
                odd.append(Int32(thing))
                continue
            }
            let slot = slot(of: own, hash, text)
            if slots[slot] != Self.empty {
                following = following ?? [Int32](repeating: -1, count: count)
                following?[thing] = Int32(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF)
            }
            slots[slot] = hash & ~0xFFFF_FFFF | UInt64(thing)
        }
        odd.reverse()
        self.following = following ?? []
    }

    /// The first thing of a text.
    package func first(_ word: String, text: (Int) -> String) -> Int? {
        let (hash, isPlain) = Self.hash(word)
        guard isPlain, odd.isEmpty else { return all(word, text: text).first }
        let found = slots[slot(of: word, hash, text)]
        return found == Self.empty ? nil : Int(found & 0xFFFF_FFFF)
    }

    /// All things of a text, in their order.
    package func all(_ word: String, text: (Int) -> String) -> [Int] {
        let (hash, isPlain) = Self.hash(word)
        guard isPlain else { return things.filter { text($0) == word } }
        var found: [Int] = []
        var next = slots[slot(of: word, hash, text)]
        while next != Self.empty {
            let thing = Int(next & 0xFFFF_FFFF)
            found.append(thing)
            guard !following.isEmpty, following[thing] >= 0 else { break }
            next = UInt64(following[thing])
        }
        let others = odd.map { Int($0) }.filter { text($0) == word }
        return others.isEmpty ? found : (found + others).sorted()
    }

    /// The groups of things that share a text, each in its order.
    package func shared(text: (Int) -> String) -> [[Int]] {
        let heads = slots.filter { $0 != Self.empty }.map { Int($0 & 0xFFFF_FFFF) }
        let repeated = heads.filter { !following.isEmpty && following[$0] >= 0 }
        let groups = (repeated + odd.map { Int($0) }).map { all(text($0), text: text) }
        return Set(groups.filter { $0.count > 1 }).sorted { $0[0] < $1[0] }
    }

    private var things: [Int] {
        let heads = slots.filter { $0 != Self.empty }.map { Int($0 & 0xFFFF_FFFF) }
        let others = following.filter { $0 >= 0 }.map { Int($0) }
        return (heads + others + odd.map { Int($0) }).sorted()
    }

    /// Where a text stands, or where it would.
    private func slot(of word: String, _ hash: UInt64, _ text: (Int) -> String) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != Self.empty {
            let isAlike = slots[slot] >> 32 == hash >> 32
            if isAlike, text(Int(slots[slot] & 0xFFFF_FFFF)) == word { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
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
