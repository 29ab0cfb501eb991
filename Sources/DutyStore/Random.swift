/// The only randomness of the product: salts and the ids of engines, which nothing decides by.
enum Random {
    /// Lower-case hex digits of so many bytes from the system's generator.
    static func hex(bytes count: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        return Hex.text((0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }
}

/// Bytes as lower-case hex digits.
enum Hex {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
