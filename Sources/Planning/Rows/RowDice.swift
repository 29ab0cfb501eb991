/// SplitMix64 (Steele, Lea and Flood 2014): numbers that follow from the seed alone, on every machine.
struct RowDice: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    @inline(__always) mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed &>> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed &>> 31)
    }

    /// A number from 0, less than the count.
    @inline(__always) mutating func below(_ count: Int) -> Int {
        Int(((next() &>> 32) &* UInt64(count)) &>> 32)
    }
}
