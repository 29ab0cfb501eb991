extension Zone {
    /// ISO 8601 with offset: `2026-09-30T17:30:00+08:00`.
    package func iso(_ instant: Instant) -> String {
        let offset = offset(at: instant)
        let sign = offset < 0 ? "-" : "+"
        let minutes = Int(abs(offset) / 60)
        let seconds = Int((instant.seconds % 60 + 60) % 60)
        return "\(date(of: instant))T\(clockTime(of: instant)):\(padded(seconds, to: 2))"
            + "\(sign)\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
    }

    /// The civil time for people: `2026-09-30 17:30`.
    package func civil(_ instant: Instant) -> String {
        "\(date(of: instant)) \(clockTime(of: instant))"
    }

    /// Parses `2026-02-17T03:12`, with a space for the T, with seconds, with `Z` or an offset; nil for anything else.
    package func instant(parsing text: some StringProtocol) -> Instant? {
        guard text.count >= 16, let date = CivilDate(text.prefix(10)) else { return nil }
        var rest = text.dropFirst(10)
        guard let separator = rest.popFirst(), separator == "T" || separator == " " else { return nil }
        let zoneStart = rest.firstIndex { "Z+-".contains($0) } ?? rest.endIndex
        let clock = rest[..<zoneStart].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 2 || clock.count == 3, clock.allSatisfy({ $0.count == 2 }),
            let time = ClockTime(clock[0] + ":" + clock[1]),
            let seconds = clock.count == 3 ? Int64(clock[2]) : 0, (0..<60).contains(seconds),
            seconds == 0 || time < .endOfDay
        else { return nil }
        let local = Int64(date.dayNumber) * 86_400 + Int64(time.minutes) * 60 + seconds
        guard zoneStart < rest.endIndex else { return instant(localSeconds: local) }
        return Self.offset(parsing: rest[zoneStart...]).map { Instant(seconds: local - $0) }
    }

    /// Parses `Z`, `+08:00`, `+0800` or `+08` into seconds.
    private static func offset(parsing text: some StringProtocol) -> Int64? {
        guard let sign = text.first else { return nil }
        if text == "Z" { return 0 }
        let digits = String(text.dropFirst().filter { $0 != ":" })
        guard sign != "Z", digits.count == 2 || digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
            let number = Int64(digits)
        else { return nil }
        let (hours, minutes) = digits.count == 2 ? (number, 0) : (number / 100, number % 100)
        guard hours <= 14, minutes < 60 else { return nil }
        return (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
    }
}
