import Calendars
import Rosters

/// Reads `period.yaml`.
struct PeriodFileReader {
    enum Field: String, FieldKey {
        case period, kind, name, holiday, special, from, to, source, requires, due, received
        case acceptBy = "accept_by"
    }

    let index: PlaceIndex
    let calendar: HolidayCalendar

    /// Nil where the file does not say which days the period has.
    func read(_ root: YamlNode, _ log: inout DiagnosticList) -> Period? {
        let fields = YamlFields<Field>(root, &log)
        let key = fields.requiredText(.period, &log) ?? ""
        _ = fields.text(.name, &log)
        let kind = fields.required(.kind, &log)?.word(of: ValueWords.periodKinds, &log)
        let span = SpanReader(calendar: calendar, zone: index.place.zone).read(fields, kind: kind, &log)
        let source = fields.text(.source, &log) ?? span?.source
        let requires = RequirementReader(index: index).read(
            fields[.requires], isWritten: fields.isWritten(.requires), &log)
        let due = fields[.due]?.instant(in: index.place.zone, &log)
        let received = received(fields, isDue: fields.isWritten(.due), &log)
        let acceptBy = (fields[.acceptBy]?.items(&log) ?? []).compactMap { index.people.find($0, &log) }
        guard let span else { return nil }
        return Period(
            key: key, kind: kind ?? .ordinary, span: span.span, source: source, requires: requires, due: due,
            received: received, acceptBy: acceptBy)
    }

    /// Nil where the place keeps no receipts: neither `received` nor `due` is written.
    private func received(
        _ fields: YamlFields<Field>, isDue: Bool, _ log: inout DiagnosticList
    ) -> [Ordinal<Unit>: Instant]? {
        guard isDue || fields.isWritten(.received) else { return nil }
        var received: [Ordinal<Unit>: Instant] = [:]
        var lines: [Ordinal<Unit>: Int] = [:]
        var known: [String: Instant] = [:]  // many send in the same minute
        for entry in fields[.received]?.entries(&log) ?? [] {
            let unit = index.units.find(entry.key, at: entry.site, &log)
            let word = entry.value.scalar ?? ""
            let instant = known[word] ?? entry.value.instant(in: index.place.zone, &log)
            known[word] = instant
            guard let unit, let instant else { continue }
            if let first = lines[unit] {
                log.add(.duplicate(.unit, entry.key, firstLine: first), at: entry.site)
            } else {
                lines[unit] = entry.site.line
                received[unit] = instant
            }
        }
        return received
    }
}
