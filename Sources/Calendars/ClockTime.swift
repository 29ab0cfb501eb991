/// A time on the clock in whole minutes; `24:00` is the end of a day, never its start.
package struct ClockTime: Hashable, Comparable, Sendable, Codable {
    /// Minutes since midnight, 0 to 1440.
    package let minutes: Int

    package static let midnight = ClockTime(minutes: 0)
    package static let endOfDay = ClockTime(minutes: 1440)

    private init(minutes: Int) {
        self.minutes = minutes
    }

    package init?(hour: Int, minute: Int) {
        let minutes = hour * 60 + minute
        guard (0...24).contains(hour), (0...59).contains(minute), minutes <= 1440 else { return nil }
        self.minutes = minutes
    }

    /// Parses `08:30` or `8:30`, to `24:00`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            let hour = Int(parts[0]), let minute = Int(parts[1]),
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    package static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }
}

extension ClockTime: CustomStringConvertible {
    package var description: String { "\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))" }
}

/// A window on the clock; one whose end is not after its start ends on the next day.
package struct ClockWindow: Hashable, Sendable, Codable {
    package let start: ClockTime
    package let end: ClockTime

    package init(start: ClockTime, end: ClockTime) {
        self.start = start
        self.end = end
    }

    /// Parses `09:00-17:00` (also with an en dash, `至` or `~`); nil for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { "-–—~至".contains($0) })
        guard parts.count == 2,
            let start = ClockTime(Self.trimmed(parts[0])), start < .endOfDay,
            let end = ClockTime(Self.trimmed(parts[1]))
        else { return nil }
        self.init(start: start, end: end)
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let start = text.drop { $0 == " " }
        return String(String(start.reversed().drop { $0 == " " }).reversed())
    }

    /// The window of one day as an interval; it belongs to the day on which it starts.
    package func interval(on date: CivilDate, in zone: Zone) -> Interval {
        let endDate = end <= start ? date + 1 : date
        return Interval(start: zone.instant(date, start), end: zone.instant(endDate, end))
    }
}

extension ClockWindow: CustomStringConvertible {
    package var description: String { "\(start)-\(end)" }
}
