import Calendars
import Rosters

/// Reads `absences.csv`.
enum AbsencesReader {
    private enum Column: Int, CsvColumn {
        case person, from, to, reason

        var words: [String] {
            switch self {
            case .person: ["person", "人员", "姓名", "请假人"]
            case .from: ["from", "开始", "开始日期", "开始时间", "起始", "起", "自", "从"]
            case .to: ["to", "结束", "结束日期", "结束时间", "止", "至", "到"]
            case .reason: ["reason", "原因", "事由"]
            }
        }

        var isRequired: Bool { self != .reason }
    }

    static func read(_ source: SourceFile?, of place: Place) -> ([Absence], [Diagnostic]) {
        guard let source else { return ([], []) }
        var log = DiagnosticList(file: source.path)
        let absences = CsvScanner.read(source, &log) { read(&$0, of: place, &$1) }
        return (absences ?? [], log.sorted)
    }

    private static func read(
        _ row: inout CsvScanner, of place: Place, _ log: inout DiagnosticList
    ) -> [Absence] {
        guard let header = CsvHeader<Column>(&row, &log) else { return [] }
        header.rejectOthers(&log)
        let people = PeopleIndex(place)
        var absences: [Absence] = []
        while row.next(&log) {
            header.checkWidth(of: row, &log)
            let person = header.required(.person, of: row, &log).flatMap { people.find($0, at: row.site, &log) }
            let interval = interval(row, header, in: place.zone, &log)
            guard let person, let interval else { continue }
            absences.append(Absence(person: person, interval: interval, reason: header.cell(.reason, of: row)))
        }
        return absences
    }

    /// Dates are inclusive; a clock time makes its own end half-open.
    private static func interval(
        _ row: CsvScanner, _ header: CsvHeader<Column>, in zone: Zone, _ log: inout DiagnosticList
    ) -> Interval? {
        let from = header.required(.from, of: row, &log)
        let to = header.required(.to, of: row, &log)
        let start = from.flatMap { moment($0, row, zone, &log) }?.start(in: zone)
        let end = to.flatMap { moment($0, row, zone, &log) }?.end(in: zone)
        guard let from, let to, let start, let end else { return nil }
        guard start < end else {
            log.add(.endNotAfterStart(from: from, to: to), at: row.site)
            return nil
        }
        return Interval(start: start, end: end)
    }

    private static func moment(
        _ text: String, _ row: CsvScanner, _ zone: Zone, _ log: inout DiagnosticList
    ) -> Moment? {
        if let moment = Moment(text, in: zone) { return moment }
        log.add(.unexpected(found: text, expected: .dateOrInstant), at: row.site)
        return nil
    }
}
