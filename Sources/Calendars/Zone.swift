import Foundation

/// A time zone as a table of its offsets, so that conversions are arithmetic.
package struct Zone: Sendable {
    /// The IANA name, for example `Asia/Shanghai`.
    package let identifier: String
    private let changes: [Change]

    private struct Change: Sendable {
        let at: Instant
        let offset: Int64
    }

    /// The default zone, written out: UTC+8 with the summer times of 1986 to 1991.
    package static let shanghai = Zone(
        identifier: "Asia/Shanghai",
        changes: [Change(at: Instant(seconds: 0), offset: 28_800)]
            + [
                (515_527_200, 527_014_800), (545_162_400, 558_464_400), (577_216_800, 589_914_000),
                (608_666_400, 621_968_400), (640_116_000, 653_418_000), (671_565_600, 684_867_600),
            ].flatMap {
                [Change(at: Instant(seconds: $0), offset: 32_400), Change(at: Instant(seconds: $1), offset: 28_800)]
            }
    )

    private init(identifier: String, changes: [Change]) {
        self.identifier = identifier
        self.changes = changes
    }

    /// The zone of this IANA name with its changes from 1970 to 2100; nil where it is unknown.
    package init?(_ identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        self.init(identifier: identifier, changes: Self.changes(of: zone))
    }

    /// Seconds east of Greenwich at an instant.
    package func offset(at instant: Instant) -> Int64 {
        var low = 0
        var high = changes.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if changes[middle].at <= instant { low = middle } else { high = middle }
        }
        return changes[low].offset
    }

    /// The instant of a civil time: skipped times move forward, repeated ones are the first.
    package func instant(_ date: CivilDate, _ time: ClockTime) -> Instant {
        instant(localSeconds: Int64(date.dayNumber) * 86_400 + Int64(time.minutes) * 60)
    }

    package func startOfDay(_ date: CivilDate) -> Instant { instant(date, .midnight) }

    package func date(of instant: Instant) -> CivilDate {
        let local = instant.seconds + offset(at: instant)
        return CivilDate(dayNumber: Int32((Double(local) / 86_400).rounded(.down)))
    }

    /// The clock time in whole minutes, seconds cut off.
    package func clockTime(of instant: Instant) -> ClockTime {
        let local = instant.seconds + offset(at: instant)
        let minutes = Int((local % 86_400 + 86_400) % 86_400) / 60
        return ClockTime(hour: minutes / 60, minute: minutes % 60) ?? .midnight
    }

    func instant(localSeconds local: Int64) -> Instant {
        let candidates = Set([
            offset(at: Instant(seconds: local - 86_400)), offset(at: Instant(seconds: local + 86_400)),
        ])
        .sorted(by: >)
        for offset in candidates where self.offset(at: Instant(seconds: local - offset)) == offset {
            return Instant(seconds: local - offset)
        }
        return Instant(seconds: local - offset(at: Instant(seconds: local - 86_400)))
    }

    private static func changes(of zone: TimeZone) -> [Change] {
        func offset(_ seconds: Int64) -> Int64 {
            Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
        }
        // The shortest spell between two changes on record is a week (America/Boa_Vista, 2000).
        let step: Int64 = 5 * 86_400
        let end: Int64 = 130 * 366 * 86_400
        var changes = [Change(at: Instant(seconds: 0), offset: offset(0))]
        var known = offset(0)
        for from in stride(from: 0, to: end, by: Int64.Stride(step)) where offset(from + step) != known {
            var (low, high) = (from, from + step)
            while high - low > 1 {
                let middle = (low + high) / 2
                if offset(middle) == known { low = middle } else { high = middle }
            }
            known = offset(high)
            changes.append(Change(at: Instant(seconds: high), offset: known))
        }
        return changes
    }
}

extension Zone: Hashable, Codable {
    package static func == (left: Zone, right: Zone) -> Bool { left.identifier == right.identifier }

    package func hash(into hasher: inout Hasher) { hasher.combine(identifier) }

    package init(from decoder: any Decoder) throws {
        let identifier = try decoder.singleValueContainer().decode(String.self)
        guard let zone = Zone.named(identifier) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: identifier))
        }
        self = zone
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(identifier)
    }

    private static func named(_ identifier: String) -> Zone? {
        identifier == Zone.shanghai.identifier ? .shanghai : Zone(identifier)
    }
}
