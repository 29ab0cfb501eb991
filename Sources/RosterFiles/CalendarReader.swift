import Calendars

/// Reads the files of a calendar folder: holiday notices and special periods.
struct CalendarReader {
    private enum Field: String, FieldKey {
        case notice, version, status, title, number, published, source, holidays, special
    }
    private enum HolidayField: String, FieldKey {
        case name, off, work, statutory
    }
    private enum SpecialField: String, FieldKey {
        case name, from, to, source
    }
    private struct Edition: Hashable {
        let year: Int
        let version: Int
    }

    private var notices: [HolidayNotice] = []
    private var specials: [SpecialPeriod] = []
    private var editions: [Edition: Int] = [:]

    static func read(_ sources: [SourceFile]) -> (HolidayCalendar, [Diagnostic]) {
        var reader = CalendarReader()
        var diagnostics: [Diagnostic] = []
        for source in sources {
            var log = DiagnosticList(file: source.path)
            if let root = YamlLoader.load(source, &log) { reader.read(root, &log) }
            diagnostics += log.sorted
        }
        return (HolidayCalendar(notices: reader.notices, specialPeriods: reader.specials), diagnostics)
    }

    private mutating func read(_ root: YamlNode, _ log: inout DiagnosticList) {
        let fields = YamlFields<Field>(root, &log)
        let listed = fields[.special]?.items(&log) ?? []
        specials += listed.compactMap { special($0, &log) }
        if fields.isWritten(.notice) || !fields.isWritten(.special) { notice(fields, &log) }
    }

    private mutating func notice(_ fields: YamlFields<Field>, _ log: inout DiagnosticList) {
        let year = fields.required(.notice, &log)?.number(in: 1970...2199, &log)
        let version = fields.number(.version, in: 1...1000, &log) ?? 1
        let status = fields.required(.status, &log)?.word(of: ValueWords.noticeStatuses, &log)
        let source = fields.requiredText(.source, &log) ?? ""
        let title = fields.text(.title, &log) ?? ""
        let number = fields.text(.number, &log)
        let published = fields[.published]?.date(&log)
        let holidays = (fields.required(.holidays, &log)?.items(&log) ?? []).map { holiday($0, &log) }
        guard let year else { return }
        let edition = Edition(year: year, version: version)
        if let first = editions[edition] {
            log.add(.duplicate(.notice, "\(year) v\(version)", firstLine: first), at: fields.site(of: .notice))
        }
        editions[edition] = editions[edition] ?? fields.site(of: .notice).line
        notices.append(
            HolidayNotice(
                year: year, version: version, status: status ?? .provisional, title: title, number: number,
                published: published, source: source, holidays: holidays))
    }

    private func holiday(_ node: YamlNode, _ log: inout DiagnosticList) -> Holiday {
        let fields = YamlFields<HolidayField>(node, &log)
        func dates(_ key: HolidayField) -> [CivilDate] {
            (fields[key]?.items(&log) ?? []).compactMap { $0.date(&log) }
        }
        let name = fields.requiredText(.name, &log) ?? ""
        return Holiday(name: name, off: dates(.off), work: dates(.work), statutory: dates(.statutory))
    }

    private func special(_ node: YamlNode, _ log: inout DiagnosticList) -> SpecialPeriod? {
        let fields = YamlFields<SpecialField>(node, &log)
        let name = fields.requiredText(.name, &log)
        let from = fields.required(.from, &log)?.date(&log)
        let to = fields.required(.to, &log)?.date(&log)
        let source = fields.requiredText(.source, &log)
        guard let name, let from, let to else { return nil }
        guard from <= to else {
            log.add(.endNotAfterStart(from: "\(from)", to: "\(to)"), at: fields.site(of: .to))
            return nil
        }
        return SpecialPeriod(name: name, from: from, to: to, source: source ?? "")
    }
}
