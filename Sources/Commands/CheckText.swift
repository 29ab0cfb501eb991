import Calendars
import DutyStore
import RosterRules
import Rosters
import Wording

/// `check` for people: units × days, findings worst first, one closing line.
struct CheckText {
    let book: RosterBook
    let report: CheckReport
    let output: OutputOptions
    /// Files that are not there, to which nobody is sent.
    var missing: Set<String> = []

    private var place: Place { book.place }
    private var wording: FindingWording { FindingWording(place: place) }

    func print() {
        output.say(CheckWording.title(report, place: place))
        Terminal.say("")
        for line in GapTable(book: book, report: report, language: output.resolvedLanguage).lines { Terminal.say(line) }
        output.say(CheckWording.legend)
        Terminal.say("")
        if report.findings.isEmpty { output.say(CheckWording.noFindings) }
        for group in groups(report.findings) { say(group) }
        Terminal.say("")
        output.say(CheckWording.closing(report))
    }

    /// Findings that differ only in their time stand together, in the place of the first.
    func groups(_ findings: [Finding]) -> [[Finding]] {
        var positions: [String: Int] = [:]
        var groups: [[Finding]] = []
        for finding in findings {
            let text = lines(of: finding).joined(separator: "\n")
            let key = "\(finding.severity) \(output.text(wording.location(finding))) \(text)"
            if let position = positions[key] {
                groups[position].append(finding)
            } else {
                positions[key] = groups.count
                groups.append([finding])
            }
        }
        return groups
    }

    func say(_ group: [Finding]) {
        guard let finding = group.first else { return }
        let mark = finding.severity == .error ? "✗" : "!"
        let location = [output.text(wording.location(finding)), wording.when(finding)].filter { !$0.isEmpty }
        let head = "\(mark) \(output.text(finding.severity.phrase)) [\(output.text(finding.rule.phrase))] "
        Terminal.say(head + location.joined(separator: "  ") + "  " + id(finding))
        for line in lines(of: finding) { Terminal.say("    " + line) }
        guard group.count > 1 else { return }
        output.say(Phrase("    ") + CheckWording.alike(group.count - 1))
        for other in group.dropFirst() { Terminal.say("      \(wording.when(other))  \(id(other))") }
    }

    private func id(_ finding: Finding) -> String {
        "#\(Fingerprint.findingID(finding.identity(in: place)))"
    }

    private func lines(of finding: Finding) -> [String] {
        var lines = [output.text(wording.message(finding))]
        if finding.rule == .leader || finding.rule == .keyPost {
            lines.append("→ " + output.text(wording.remedies(finding)))
        }
        if let source = finding.place, !missing.contains(source.file) { lines.append("\(source.file):\(source.line)") }
        return lines
    }
}

/// Units by days; each cell counts the posts that have a gap on that day.
struct GapTable {
    private let book: RosterBook
    private let report: CheckReport
    private let language: Language
    private let gaps: [Ordinal<Unit>?: [Finding]]
    private let windows: [Ordinal<Unit>: Interval]

    /// So many days fit on a terminal of 80 columns beside a unit's name.
    private static let daysInBlock = 9

    init(book: RosterBook, report: CheckReport, language: Language) {
        self.book = book
        self.report = report
        self.language = language
        self.gaps = Dictionary(
            grouping: report.findings.filter { $0.rule == .leader || $0.rule == .keyPost }, by: \.unit)
        let windows = PeriodWindows(book.roster.period, of: book.place, calendar: book.calendar)
        self.windows = Dictionary(
            book.roster.period.requires.map { ($0.unit, windows[$0.unit]) }, uniquingKeysWith: { first, _ in first })
    }

    var lines: [String] {
        let zone = book.place.zone
        let first = zone.date(of: report.window.start)
        let last = zone.date(of: report.window.end - .seconds(1))
        guard first <= last else { return [] }
        let days = Array(first...last)
        return stride(from: 0, to: days.count, by: Self.daysInBlock).flatMap { start in
            block(Array(days[start..<min(start + Self.daysInBlock, days.count)]))
        }
    }

    /// In a larger place only the units with a gap have a row.
    private static let mostUnits = 200

    private var shown: [Ordinal<Unit>] {
        let units = book.roster.period.requires.map(\.unit)
        return units.count <= Self.mostUnits ? units : units.filter { gaps[$0] != nil }
    }

    private func block(_ days: [CivilDate]) -> [String] {
        let shown = shown
        let hidden = book.roster.period.requires.count - shown.count
        let names = shown.map { book.place[$0].name }
        let width = (names + [CheckWording.unit.text(in: language)]).map(Terminal.width).max() ?? 0
        let column = 5
        func row(_ head: String, _ cells: [String]) -> String {
            ([Terminal.padded(head, to: width) + " "] + cells.dropLast().map { Terminal.padded($0, to: column) }
                + cells.suffix(1)).joined(separator: " ")
        }
        let dates = row(CheckWording.unit.text(in: language), days.map { String($0.description.dropFirst(5)) })
        let weekdays = row("", days.map { label($0) })
        return [dates, weekdays] + shown.map { unit in row(book.place[unit].name, days.map { cell(unit, on: $0) }) }
            + (hidden == 0 ? [] : [CheckWording.unitsWithoutGap(hidden).text(in: language)])
    }

    /// 除夕, 初一… where the day has a lunar name that fits, else the weekday.
    private func label(_ date: CivilDate) -> String {
        let lunar = language == .zh ? date.labelPhrase.zh : ""
        return lunar.isEmpty ? date.weekdayPhrase.text(in: language) : lunar
    }

    private func cell(_ unit: Ordinal<Unit>, on date: CivilDate) -> String {
        let zone = book.place.zone
        let day = Interval(start: zone.startOfDay(date), end: zone.startOfDay(date + 1))
        guard windows[unit]?.overlaps(day) == true else { return "·" }
        let posts = Set((gaps[unit] ?? []).filter { $0.interval.overlaps(day) }.compactMap(\.post))
        return posts.isEmpty ? "✓" : "✗\(posts.count)"
    }
}
