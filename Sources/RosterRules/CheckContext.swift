package import Calendars
package import Rosters

/// Everything that the rules look at, worked out once.
package struct CheckContext: Sendable {
    package let book: RosterBook
    /// The hull of all units' windows.
    package let window: Interval
    package let needs: [CoverNeed]
    package let stands: StandTable
    /// By person, in order of start.
    package let duties: Grouped<Duty>
    /// By person.
    package let absences: [[Absence]]
    /// What each unit sent in for this period.
    let tables: [Ordinal<Unit>: UnitTable]
    let coverage: Coverage
    let covers: CoverNeeds

    package init(_ book: RosterBook, by slicer: some Slicer = WholeWalk()) {
        self.book = book
        self.window = book.roster.period.window(in: book.place, calendar: book.calendar)
        self.covers = CoverNeeds(book)
        self.needs = covers.all(by: slicer)
        self.stands = StandTable(book: book, window: window, by: slicer)
        self.duties = stands.duties(by: slicer)
        var absences = [[Absence]](repeating: [], count: book.place.people.count)
        for absence in book.place.absences { absences[absence.person.index].append(absence) }
        self.absences = absences
        self.tables = Dictionary(book.roster.tables.map { ($0.unit, $0) }, uniquingKeysWith: { first, _ in first })
        self.coverage = Coverage(needs: needs, stands: stands, place: book.place, by: slicer)
    }

    package var place: Place { book.place }
    package var period: Period { book.roster.period }

    /// The stands of this period's own tables.
    var ownStands: [Stand] { book.overlapping.isEmpty ? stands.all : stands.all.filter(\.isOwn) }

    /// The window of the period for one unit.
    func window(of unit: Ordinal<Unit>) -> Interval { covers.own.windows[unit] }
}
