import Planning
import RosterRules
import Rosters
import Wording

/// The errors in names that stand on the tables already and stay there, whatever is planned around them.
struct PlanKeptFaults {
    private let desk: PlanDesk
    private let book: RosterBook
    private let report: CheckReport

    init(_ desk: PlanDesk) {
        let before = desk.loaded.book
        let roster = before.roster
        self.desk = desk
        self.book = RosterBook(
            calendar: before.calendar, place: before.place,
            roster: Roster(
                period: roster.period.with(requires: roster.period.requires, received: nil), tables: roster.tables,
                assignments: roster.assignments.filter { !desk.request.isReplacing || $0.isPinned }),
            overlapping: before.overlapping, takeovers: before.takeovers)
        self.report = Check.run(book, by: Cores())
    }

    /// Gaps are what the plan fills.
    var findings: [Finding] {
        report.errors.filter { !Planned.paper.contains($0.rule) && $0.rule != .leader && $0.rule != .keyPost }
    }

    func print() {
        guard !findings.isEmpty else { return }
        Terminal.say("")
        desk.output.say(PlanNotes.keptFaults(findings.count))
        let text = CheckText(book: book, report: report, output: desk.output)
        for group in text.groups(findings) { text.say(group) }
    }

    var json: JSON { Self.json(findings, of: book, desk.output) }

    /// Errors in names that stay as they stood, as `plan` itself tells them too.
    static func json(_ findings: [Finding], of book: RosterBook, _ output: OutputOptions) -> JSON {
        let wording = FindingWording(place: book.place)
        return .list(
            findings.map { finding in
                .object([
                    "rule": .text(finding.rule.rawValue), "text": .text(output.text(wording.message(finding))),
                    "where": .text(output.text(wording.location(finding))), "when": .text(wording.when(finding)),
                ])
            })
    }
}
