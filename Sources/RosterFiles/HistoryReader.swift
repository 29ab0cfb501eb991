import Calendars
import Rosters

/// Reads `history.csv`: the duties of before the first published roster, one a row.
enum HistoryReader {
    private enum Column: Int, CsvColumn {
        case person, date, hours, weight

        var words: [String] {
            switch self {
            case .person: ["person", "人员", "姓名"]
            case .date: ["date", "日期"]
            case .hours: ["hours", "小时", "时长"]
            case .weight: ["weight", "权重"]
            }
        }

        var isRequired: Bool { self != .weight }
    }

    /// 0.01 h to 8760 h.
    private static let hours = Hundredths(1)...Hundredths(876_000)

    /// With the first date of a period, duties on it and later ones are diagnostics.
    static func read(
        _ source: SourceFile?, of place: Place, before first: CivilDate? = nil
    ) -> ([PastDuty], [Diagnostic]) {
        guard let source else { return ([], []) }
        var log = DiagnosticList(file: source.path)
        let duties = CsvScanner.read(source, &log) { row, log -> [PastDuty] in
            guard let header = CsvHeader<Column>(&row, &log) else { return [] }
            header.rejectOthers(&log)
            let people = PeopleIndex(place)
            var duties: [PastDuty] = []
            while row.next(&log) {
                header.checkWidth(of: row, &log)
                guard let duty = duty(row, header, people, &log) else { continue }
                duties.append(duty)
                if let first, duty.date >= first { log.add(.notEarlier(duty.date, than: first), at: row.site) }
            }
            return duties
        }
        return (duties ?? [], log.sorted)
    }

    private static func duty(
        _ row: CsvScanner, _ header: CsvHeader<Column>, _ people: PeopleIndex, _ log: inout DiagnosticList
    ) -> PastDuty? {
        let person = header.required(.person, of: row, &log).flatMap { people.find($0, at: row.site, &log) }
        let date = header.value(.date, of: row, as: .date, &log) { TimeText.date($0) }
        let hours = header.value(.hours, of: row, as: .decimal(Self.hours), &log) { cell in
            Hundredths(cell).flatMap { Self.hours.contains($0) ? $0 : nil }
        }
        let weight = header.decimal(.weight, of: row, in: PlanReader.weights, &log)
        guard let person, let date, let hours else { return nil }
        return PastDuty(person: person, date: date, minutes: (hours.count * 60 + 50) / 100, weight: weight)
    }
}
