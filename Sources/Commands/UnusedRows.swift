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
        let files = Dictionary(book.roster.tables.map { ($0.unit, $0.file) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<SourcePlace> = []
        return book.roster.assignments.compactMap { assignment in
            guard !assignment.interval.overlaps(near) else { return nil }
            let place = SourcePlace(file: files[assignment.unit] ?? "", line: Int(assignment.line))
            guard seen.insert(place).inserted else { return nil }
            return CheckWording.rowOutside(place, on: assignment.date)
        }
    }
}
