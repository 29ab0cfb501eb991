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
        if let source = finding.place { lines.append("\(source.file):\(source.line)") }
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
        let period = book.roster.period
        self.windows = Dictionary(
            period.requires.map { requirement in
                let hours = book.place[requirement.unit].hours
                return (
                    requirement.unit, period.window(hours: hours, zone: book.place.zone, calendar: book.calendar)
                )
            }, uniquingKeysWith: { first, _ in first })
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

    private func block(_ days: [CivilDate]) -> [String] {
        let names = book.roster.period.requires.map { book.place[$0.unit].name }
        let width = (names + [CheckWording.unit.text(in: language)]).map(Terminal.width).max() ?? 0
        let column = 5
        func row(_ head: String, _ cells: [String]) -> String {
            ([Terminal.padded(head, to: width) + " "] + cells.dropLast().map { Terminal.padded($0, to: column) }
                + cells.suffix(1)).joined(separator: " ")
        }
        let dates = row(CheckWording.unit.text(in: language), days.map { String($0.description.dropFirst(5)) })
        let weekdays = row("", days.map { label($0) })
        return [dates, weekdays]
            + book.roster.period.requires.map { requirement in
                row(book.place[requirement.unit].name, days.map { cell(requirement.unit, on: $0) })
            }
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
