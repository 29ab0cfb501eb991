import Calendars
import RosterRules
import Rosters
import Wording

/// Rows whose shift lies more than a day outside the period's window: most likely a mistyped date.
struct UnusedRows {
    let book: RosterBook
    let window: Interval

    var phrases: [Phrase] {
        let near = Interval(start: window.start - .seconds(86_400), end: window.end + .seconds(86_400))
        let far = book.roster.assignments.filter { !$0.interval.overlaps(near) }
        guard !far.isEmpty else { return [] }
        let files = Dictionary(book.roster.tables.map { ($0.unit, $0.file) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<SourcePlace> = []
        return far.compactMap { assignment in
            let place = SourcePlace(file: files[assignment.unit] ?? "", line: Int(assignment.line))
            guard seen.insert(place).inserted else { return nil }
            return CheckWording.rowOutside(place, on: assignment.date)
        }
    }
}
