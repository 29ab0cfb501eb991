package import Calendars
package import Incidents
package import Rosters

/// Everything of a place that does not change by period.
package struct PlaceBook: Sendable, Codable {
    package let calendar: HolidayCalendar
    package let place: Place
    package let policy: Policy
    /// What people would rather; for the planner only, never published.
    package let wishes: [Wish]
    /// Duties of before the first published roster.
    package let history: [PastDuty]

    package init(
        calendar: HolidayCalendar, place: Place, policy: Policy, wishes: [Wish] = [], history: [PastDuty] = []
    ) {
        self.calendar = calendar
        self.place = place
        self.policy = policy
        self.wishes = wishes
        self.history = history
    }
}

/// Reads the files of a place.
package enum PlaceReader {
    static let defaultCalendarFolder = "../calendar"

    /// The `calendar:` value, so that the caller can read the folder; nil where the file cannot be read.
    package static func calendarFolder(of place: SourceFile) -> String? { calendarFolder(of: OpenedFile(place)) }

    /// The same for a file that is open already.
    package static func calendarFolder(of place: OpenedFile) -> String? {
        var log = DiagnosticList(file: place.source.path)
        guard let root = place.root else { return nil }
        let entry = root.entries(&log).first { $0.key == PlaceFileReader.Field.calendar.rawValue }
        return entry?.value.scalar ?? defaultCalendarFolder
    }

    /// Reads all files of a place, the long ones in as many slices as the slicer wants.
    package static func read(_ sources: PlaceSources, by slicer: some Slicer = WholeWalk()) -> Reading<PlaceBook> {
        let (calendar, calendarDiagnostics) = CalendarReader.read(sources.calendar)
        let opened = sources.opened ?? OpenedFile(sources.place)
        var log = opened.log
        let root = opened.root
        if sources.calendar.isEmpty, root != nil { log.add(.missingCalendar, at: .start) }
        let bare = root.map { PlaceFileReader.read($0, by: slicer, &log) }
        var diagnostics = calendarDiagnostics + log.sorted
        guard let bare else {
            return Reading(value: nil, diagnostics: diagnostics + SyntaxCheck.diagnostics(besides: sources))
        }

        let (people, peopleDiagnostics) = PeopleReader.read(
            sources.people, of: bare, beside: sources.place, by: slicer)
        var placeLog = DiagnosticList(file: sources.place.path)
        let index = PlaceIndex(people)
        let staffed = settled(index, root, by: slicer, &placeLog)
        diagnostics += placeLog.sorted
        let (absences, absenceDiagnostics) = AbsencesReader.read(sources.absences, of: staffed)
        let place = staffed.with(absences: absences)
        var (policy, policyDiagnostics) = PolicyReader.read(sources.policy, among: index)
        let (cards, cardDiagnostics) = CardReader.read(sources.cards)
        policy.cards = cards
        let (wishes, wishDiagnostics) = WishesReader.read(sources.wishes, of: place)
        let (history, historyDiagnostics) = HistoryReader.read(sources.history, of: place)
        diagnostics += peopleDiagnostics + absenceDiagnostics + policyDiagnostics + cardDiagnostics
        diagnostics += wishDiagnostics + historyDiagnostics
        let book = PlaceBook(calendar: calendar, place: place, policy: policy, wishes: wishes, history: history)
        return Reading(value: book, diagnostics: diagnostics)
    }

    /// With what `place.yaml` says of people, now that they are known: approvers, principals, pairs, teams.
    private static func settled(
        _ index: PlaceIndex, _ root: YamlNode?, by slicer: some Slicer, _ log: inout DiagnosticList
    ) -> Place {
        guard let root else { return index.place }
        let pairs = PairReader.read(root, among: index, &log)
        let place = ChangeReader.read(root, among: index, &log)
        let ruled = pairs == PersonPairs() ? place : place.with(rules: place.rules.with(pairs: pairs))
        return ReadinessReader(ruled).read(root, by: slicer, &log)
    }
}

extension PlaceReader {
    /// What `history.csv` says of the period that begins on a date, or of later ones.
    package static func historyDiagnostics(
        in source: SourceFile, of place: Place, before first: CivilDate
    ) -> [Diagnostic] {
        HistoryReader.read(source, of: place, before: first).1
    }

    /// Absences of a file of their own, for a planner who asks what they would do.
    package static func absences(in source: SourceFile, of place: Place) -> ([Absence], [Diagnostic]) {
        AbsencesReader.read(source, of: place)
    }
}
