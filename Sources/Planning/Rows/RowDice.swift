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

/// How bad a change annealing still accepts, and how warm it is when.
struct RowHeat: Sendable {
    private let odds: [Double]
    private let ratio: Double
    private let start: Double

    init(from start: Double, to end: Double) {
        self.start = start
        ratio = Self.logarithm(end / start)
        odds = (0..<4096).map { -Self.logarithm((Double($0) + 0.5) / 4096) }
    }

    /// Falls by the same factor in the same time.
    func temperature(at progress: Double) -> Double { start * Self.power(ratio * progress) }

    /// The worst change that a draw accepts at a temperature of 1; smaller ones are likelier.
    @inline(__always) func bound(_ draw: UInt64) -> Double { odds[Int(truncatingIfNeeded: draw & 4095)] }

    /// The natural logarithm of a positive number, to within 1e-9.
    private static func logarithm(_ number: Double) -> Double {
        let ratio = (number.significand - 1) / (number.significand + 1)
        var term = ratio
        var sum = 0.0
        for odd in stride(from: 1.0, to: 40, by: 2) {
            sum += term / odd
            term *= ratio * ratio
        }
        return 2 * sum + Double(number.exponent) * 0.693_147_180_559_945_3
    }

    /// e to a power between about −20 and 20.
    private static func power(_ exponent: Double) -> Double {
        let small = exponent / 64
        var term = 1.0
        var sum = 1.0
        for number in 1...12 {
            term *= small / Double(number)
            sum += term
        }
        return (0..<6).reduce(sum) { square, _ in square * square }
    }
}
