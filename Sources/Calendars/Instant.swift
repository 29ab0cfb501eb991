/// A point in time in whole seconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
    package let seconds: Int64

    @inlinable
    package init(seconds: Int64) {
        self.seconds = seconds
    }

    @inlinable
    package static func == (left: Instant, right: Instant) -> Bool { left.seconds == right.seconds }

    @inlinable
    package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

    package static func + (instant: Instant, duration: Duration) -> Instant {
        Instant(seconds: instant.seconds + duration.components.seconds)
    }

    package static func - (instant: Instant, duration: Duration) -> Instant {
        Instant(seconds: instant.seconds - duration.components.seconds)
    }

    /// The time that passed from the right instant to the left one.
    package static func - (later: Instant, earlier: Instant) -> Duration {
        .seconds(later.seconds - earlier.seconds)
    }
}

extension Instant: Codable {
    /// Some 31,000 years either way: what lies beyond comes from a damaged file, and arithmetic would overflow on it.
    private static let sane: ClosedRange<Int64> = -1_000_000_000_000...1_000_000_000_000

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let seconds = try container.decode(Int64.self)
        guard Self.sane.contains(seconds) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no time: \(seconds)")
        }
        self.init(seconds: seconds)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(seconds)
    }
}

extension Duration {
    /// Whole minutes as a duration.
    package static func minutes(_ count: Int) -> Duration { .seconds(count * 60) }

    /// Whole minutes in this duration, the rest cut off.
    package var wholeMinutes: Int { Int(components.seconds / 60) }
}
