import Calendars

/// Reads the Retry-After header of RFC 9110: whole seconds or an HTTP date in any of its three forms.
enum RetryAfter {
    /// How long to wait from now; nil for anything that is neither, zero for a date that is past.
    static func pause(_ header: String, at now: Instant) -> Duration? {
        let words = header.split { " ,\t".contains($0) }
        if words.count == 1, let word = words.first {
            guard word.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
            return .seconds(Int64(word) ?? .max)
        }
        return instant(of: words).map { max(.zero, $0 - now) }
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`.
    private static func instant(of words: [Substring]) -> Instant? {
        let parts = words.flatMap { $0.split(separator: "-") }
        let (day, month, year, clock): (Substring, Substring, Substring, Substring)
        switch (parts.count, parts.last) {
        case (6, "GMT"): (day, month, year, clock) = (parts[1], parts[2], parts[3], parts[4])
        case (5, _): (day, month, year, clock) = (parts[2], parts[1], parts[4], parts[3])
        default: return nil
        }
        guard let day = Int(day), let month = months.firstIndex(of: String(month)), let year = Int(year),
            let date = CivilDate(year: year < 100 ? year + 2000 : year, month: month + 1, day: day),
            let seconds = secondsOfDay(clock)
        else { return nil }
        return Instant(seconds: Int64(date.dayNumber) * 86_400 + Int64(seconds))
    }

    private static func secondsOfDay(_ clock: Substring) -> Int? {
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
            (0..<24).contains(hour), (0..<60).contains(minute), (0...60).contains(second)
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
