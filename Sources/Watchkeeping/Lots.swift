/// Draws by lot (抽签), the same for the same seed: SplitMix64 and a partial Fisher–Yates shuffle.
struct Lots {
    private var state: UInt64

    init(seed: Int) {
        state = UInt64(bitPattern: Int64(seed))
    }

    /// So many different elements in the order of the draw; all of them where there are not more.
    mutating func draw<Element>(_ count: Int, of elements: [Element]) -> [Element] {
        var rest = elements
        for index in rest.indices.prefix(count) {
            let other = index + Int(next().multipliedFullWidth(by: UInt64(rest.count - index)).high)
            rest.swapAt(index, other)
        }
        return Array(rest.prefix(count))
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
