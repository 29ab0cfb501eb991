/// The temperature of a search by its progress, and thresholds drawn from it: no more than that may a move cost.
struct Cooling: Sendable {
    private let hot: Double
    private let octaves: Double
    /// −ln of numbers spread evenly over 0…1.
    private static let exponentials = (0..<4_096).map { -Cooling.logarithm((Double($0) + 0.5) / 4_096) }
    private let table: Flat<Double>

    init(hot: Double, octaves: Double) {
        self.hot = hot
        self.octaves = octaves
        table = Flat(Self.exponentials)
    }

    /// Falls by halves; between two halves in a straight line.
    func temperature(at progress: Double) -> Double {
        let halvings = octaves * min(1, max(0, progress))
        let whole = halvings.rounded(.down)
        return hot * Double(sign: .plus, exponent: -Int(whole), significand: 1) * (1 - (halvings - whole) / 2)
    }

    /// The most that a move may cost this time: Metropolis' rule, with the draw made first.
    @inline(__always)
    func threshold(_ temperature: Double, drawn: UInt64) -> Int64 {
        Int64(temperature * table[Int(truncatingIfNeeded: drawn & 4_095)])
    }

    /// ln, by the series of artanh on the mantissa.
    static func logarithm(_ number: Double) -> Double {
        let ratio = (number.significand - 1) / (number.significand + 1)
        let square = ratio * ratio
        var term = ratio
        var sum = 0.0
        for odd in stride(from: 1.0, through: 31, by: 2) {
            sum += term / odd
            term *= square
        }
        return 2 * sum + Double(number.exponent) * 0.693_147_180_559_945_3
    }
}
