import ArgumentParser
import Calendars
import DutyStore
import Rosters
import Watchkeeping
import Wording

/// `duty nil-report --unit U --by PERSON (--nothing | --text T)`: 零报告，有事报事，无事报平安.
struct NilReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nil-report", abstract: "零报告：有事报事，无事报平安 / the daily report, even that nothing happened")

    @Option(help: "报送单位（默认最上级单位）/ the unit (default: the top unit)")
    var unit: String?

    @Option(name: .customLong("by"), help: "报送人 / by whom")
    var person: String

    @Flag(help: "平安无事 / nothing happened")
    var nothing = false

    @Option(help: "情况 / what happened")
    var text: String?

    @Option(name: .customLong("for"), help: "补报以前的：其报送时限，如 2026-02-17T15:00 / for an earlier one: its time")
    var due: String?

    @OptionGroup var watch: WatchOptions

    func validate() throws {
        guard nothing == (text == nil) else {
            throw ValidationError("--nothing 与 --text 二选一 / give either --nothing or --text T")
        }
    }

    func run() throws {
        let text = text.flatMap { filled($0) }
        if !nothing, text == nil { throw Misuse.missingOption("--text") }
        try watch.answer { open in
            let unit = try open.unit(unit)
            let by = try open.lookup.person(person)
            let due = try due.map(open.lookup.instant)
            let report = try open.store.reportNil(unit: unit, at: open.now) { books throws(WatchConflict) in
                try books.answer(text, of: unit, for: due, by: by, at: open.now)
            }
            let zone = open.lookup.zone
            return .entry(
                .nilReported(report), open,
                .object([
                    "unit": .text(unit.text), "due": .text(zone.iso(report.due)), "at": .text(zone.iso(report.at)),
                    "by": .text(by.text), "text": .optional(report.text), "late": .flag(report.isLate),
                ]))
        }
    }
}
