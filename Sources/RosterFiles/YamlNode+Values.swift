import Calendars
import Rosters

extension YamlNode {
    /// The value of a scalar, or a diagnostic that says what was expected.
    func read<Value>(
        _ expected: Expectation, _ log: inout DiagnosticList, _ parse: (String) -> Value?
    ) -> Value? {
        if let scalar, let value = parse(scalar) { return value }
        log.add(.unexpected(found: shown, expected: expected), at: site)
        return nil
    }

    /// A text with at least one letter.
    func text(_ log: inout DiagnosticList) -> String? {
        read(.text, &log) { $0.isEmpty ? nil : $0 }
    }

    func number(in range: ClosedRange<Int>, _ log: inout DiagnosticList) -> Int? {
        read(.number(range), &log) { text in Int(text).flatMap { range.contains($0) ? $0 : nil } }
    }

    func decimal(in range: ClosedRange<Hundredths>, _ log: inout DiagnosticList) -> Hundredths? {
        read(.decimal(range), &log) { text in Hundredths(text).flatMap { range.contains($0) ? $0 : nil } }
    }

    func truth(_ log: inout DiagnosticList) -> Bool? {
        read(.truth, &log, ValueWords.truth)
    }

    func date(_ log: inout DiagnosticList) -> CivilDate? {
        read(.date, &log) { TimeText.date($0) }
    }

    func instant(in zone: Zone, _ log: inout DiagnosticList) -> Instant? {
        read(.instant, &log) { TimeText.instant($0, in: zone) }
    }

    func clock(_ log: inout DiagnosticList) -> ClockTime? {
        read(.clock, &log) { ClockTime($0) }
    }

    /// A time at which a window may begin: any but `24:00`.
    func startClock(_ log: inout DiagnosticList) -> ClockTime? {
        read(.clock, &log) { ClockTime($0).flatMap { $0 < .endOfDay ? $0 : nil } }
    }

    func word<Value>(of table: WordTable<Value>, _ log: inout DiagnosticList) -> Value? {
        read(.word(table.mainWords), &log, table.value)
    }

    /// The elements of a list; a scalar alone is a list of one, null an empty one.
    func items(_ log: inout DiagnosticList) -> [YamlNode] {
        switch content {
        case .null: return []
        case .text: return [self]
        case .list(let items): return items
        case .mapping:
            log.add(.unexpected(found: shown, expected: .list), at: site)
            return []
        }
    }

    /// The entries of a mapping; null is an empty one.
    func entries(_ log: inout DiagnosticList) -> [YamlEntry] {
        switch content {
        case .null: return []
        case .mapping(let entries): return entries
        case .text, .list:
            log.add(.unexpected(found: shown, expected: .mapping), at: site)
            return []
        }
    }
}
