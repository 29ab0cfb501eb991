import Calendars
import Rosters

/// Reads which days a period has: a holiday, a named special period, or its own first and last day.
struct SpanReader {
    typealias Fields = YamlFields<PeriodFileReader.Field>

    private enum HolidayField: String, FieldKey {
        case year, name
    }

    let calendar: HolidayCalendar
    let zone: Zone

    func read(
        _ fields: Fields, kind: PeriodKind?, _ log: inout DiagnosticList
    ) -> (span: Period.Span, source: String?)? {
        if kind == .holiday || kind == nil && fields.isWritten(.holiday) {
            refuse([.special, .from, .to], beside: PeriodFileReader.Field.holiday.rawValue, fields, &log)
            let node = fields.required(.holiday, &log)
            return node.flatMap { holiday($0, &log) }.map { ($0, nil) }
        }
        if fields.isWritten(.special) {
            refuse([.holiday, .from, .to], beside: PeriodFileReader.Field.special.rawValue, fields, &log)
            return fields.required(.special, &log).flatMap { special($0, &log) }
        }
        let kindWord = kind.flatMap(ValueWords.periodKinds.word) ?? ""
        refuse([.holiday], beside: "kind: \(kindWord)", fields, &log)
        let from = fields.required(.from, &log)?.moment(in: zone, &log)
        let to = fields.required(.to, &log)?.moment(in: zone, &log)
        guard let from, let to else { return nil }
        return span(from: from, to: to, fields, &log).map { ($0, nil) }
    }

    /// Keys that would say again, and perhaps otherwise, which days are meant.
    private func refuse(
        _ keys: [PeriodFileReader.Field], beside other: String, _ fields: Fields,
        _ log: inout DiagnosticList
    ) {
        for key in keys where fields[key] != nil {
            log.add(.conflictingKey(key.rawValue, with: other), at: fields.site(of: key))
        }
    }

    private func holiday(_ node: YamlNode, _ log: inout DiagnosticList) -> Period.Span? {
        let fields = YamlFields<HolidayField>(node, &log)
        let year = fields.required(.year, &log)?.number(in: 1970...2199, &log)
        let name = fields.requiredText(.name, &log)
        guard let year, let name else { return nil }
        guard let notice = calendar.notice(ofYear: year) else {
            log.add(.unknownYear(year, known: calendar.notices.map(\.year)), at: fields.site(of: .year))
            return nil
        }
        guard let holiday = calendar.holiday(name, year: year), calendar.run(of: holiday) != nil else {
            let known = notice.holidays.map(\.name)
            log.add(.unknownHoliday(name, year: year, known: known), at: fields.site(of: .name))
            return nil
        }
        return .holiday(holiday, year: year)
    }

    private func special(
        _ node: YamlNode, _ log: inout DiagnosticList
    ) -> (span: Period.Span, source: String?)? {
        guard let name = node.text(&log) else { return nil }
        if let found = calendar.specialPeriods.first(where: { $0.name == name }) {
            return (.dates(from: found.from, to: found.to), found.source)
        }
        let near = nearest(to: name, among: calendar.specialPeriods.map(\.name))
        log.add(.unknown(.specialPeriod, name, nearest: near), at: node.site)
        return nil
    }

    private func span(
        from: Moment, to: Moment, _ fields: Fields, _ log: inout DiagnosticList
    ) -> Period.Span? {
        let interval = Interval(start: from.start(in: zone), end: to.end(in: zone))
        guard !interval.isEmpty else {
            let (from, to) = (fields[.from]?.shown ?? "", fields[.to]?.shown ?? "")
            log.add(.endNotAfterStart(from: from, to: to), at: fields.site(of: .to))
            return nil
        }
        if case .day(let first) = from, case .day(let last) = to { return .dates(from: first, to: last) }
        return .exact(interval)
    }
}
