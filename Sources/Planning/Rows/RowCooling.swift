/// How warm annealing is when, and what a broken rule weighs then: both follow from the weights of the problem.
struct RowCooling: Sendable {
    private let hot: Double
    private let ratio: Double
    /// The dearest weight.
    let dearest: Double
    /// −ln of evenly spread numbers in 0..<1.
    private let odds: [Double]

    init(_ problem: RowProblem) {
        let wishes = problem.people.flatMap { $0.wishes.map(\.weight) }
        let weights = (wishes + problem.covers.flatMap { [$0.under, $0.over] }).filter { $0 > 0 }
        dearest = Double(weights.max() ?? 1)
        hot = dearest / 2
        ratio = Self.logarithm(min(Double(weights.min() ?? 1) * 0.4, hot / 2) / hot)
        odds = (0..<4096).map { -Self.logarithm((Double($0) + 0.5) / 4096) }
    }

    /// Falls by the same factor in the same time, from half the dearest weight to half the cheapest.
    func temperature(at progress: Double) -> Double { hot * Self.power(ratio * progress) }

    /// Cheap at first, so that the way to a better plan may lead through broken rules; dear at last.
    func weight(at progress: Double) -> Int { Int(dearest * (0.5 + 2.5 * progress)) + 1 }

    /// The worst change that a draw accepts at a temperature of 1; smaller ones are likelier.
    @inline(__always) func bound(_ draw: UInt64) -> Double { odds[Int(truncatingIfNeeded: draw & 4095)] }

    /// The natural logarithm of a positive number, to within 1e-9.
    private static func logarithm(_ number: Double) -> Double {
        let ratio = (number.significand - 1) / (number.significand + 1)
        var term = ratio
        var sum = 0.0
        for odd in stride(from: 1, to: 40, by: 2) {
            sum += term / Double(odd)
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
