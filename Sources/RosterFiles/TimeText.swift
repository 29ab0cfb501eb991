package import Calendars

/// Dates and instants as planners and spreadsheets write them.
package enum TimeText {
    /// Years that the time zones' tables and the notices can speak of.
    private static let years = 1970...2199

    /// Reads `2026-10-01`, `2026/10/1`, `2026.10.1` or `2026年10月1日`.
    package static func date(_ text: some StringProtocol) -> CivilDate? {
        var parts: [Int] = []
        var number: Int?
        for byte in canonical(text) {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let next = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
                guard next <= 9999 else { return nil }
                number = next
            case UInt8(ascii: "-"):
                guard let done = number else { return nil }
                parts.append(done)
                number = nil
            default: return nil
            }
        }
        guard let number else { return nil }
        parts.append(number)
        guard parts.count == 3, years.contains(parts[0]) else { return nil }
        return CivilDate(year: parts[0], month: parts[1], day: parts[2])
    }

    /// Reads a date and a clock time, with `T` or a space between, and an optional offset.
    package static func instant(_ text: String, in zone: Zone) -> Instant? {
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: true) { $0 == "T" || $0 == "t" || $0 == " " }
        guard parts.count == 2, let date = date(parts[0]) else { return nil }
        let clock = trimmed(parts[1])
        let isShort = clock.prefix { $0.isASCII && $0.isNumber }.count == 1
        return zone.instant(parsing: "\(date)T\(isShort ? "0" : "")\(clock)")
    }

    /// The digits with a hyphen for every separator; a closing 日 goes.
    private static func canonical(_ text: some StringProtocol) -> [UInt8] {
        var result: [UInt8] = []
        for scalar in (text.hasSuffix("日") ? text.dropLast() : text[...]).unicodeScalars {
            switch scalar {
            case "/", ".", "年", "月": result.append(UInt8(ascii: "-"))
            default: result.append(scalar.isASCII ? UInt8(truncatingIfNeeded: scalar.value) : 0)
            }
        }
        return result
    }
}
