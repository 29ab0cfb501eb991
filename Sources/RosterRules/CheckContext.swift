package import Calendars
package import Rosters

/// Everything that the rules look at, worked out once.
package struct CheckContext: Sendable {
    package let book: RosterBook
    /// The hull of all units' windows.
    package let window: Interval
    package let needs: [CoverNeed]
    package let stands: StandTable
    /// By person.
    package let absences: [[Absence]]
    /// What each unit sent in for this period.
    let tables: SentTables
    let coverage: Coverage
    let covers: CoverNeeds

    package init(_ book: RosterBook, by slicer: some Slicer = WholeWalk()) {
        self.book = book
        self.window = book.roster.period.window(in: book.place, calendar: book.calendar)
        self.covers = CoverNeeds(book)
        self.needs = covers.all(by: slicer)
        self.stands = StandTable(book: book, window: window, by: slicer)
        var absences = [[Absence]](repeating: [], count: book.place.people.count)
        for absence in book.place.absences { absences[absence.person.index].append(absence) }
        self.absences = absences
        self.tables = SentTables(book.roster, units: book.place.units.count)
        self.coverage = Coverage(needs: needs, stands: stands, place: book.place, by: slicer)
    }

    package var place: Place { book.place }
    package var period: Period { book.roster.period }

    /// The stands of this period's own tables.
    var ownStands: [Stand] { book.overlapping.isEmpty ? stands.all : stands.all.filter(\.isOwn) }

    /// The window of the period for one unit.
    func window(of unit: Ordinal<Unit>) -> Interval { covers.own.windows[unit] }
}

/// What each unit sent in for a period.
struct SentTables: Sendable {
    private let tables: [UnitTable]
    /// By unit, its place among the tables; -1 for none.
    private let positions: [Int32]

    init(_ roster: Roster, units: Int) {
        var positions = [Int32](repeating: -1, count: units)
        let tables = roster.tables
        for number in tables.indices where positions[tables[number].unit.index] < 0 {
            positions[tables[number].unit.index] = Int32(number)
        }
        self.tables = tables
        self.positions = positions
    }

    /// The first table of a unit; nil where it sent none.
    subscript(unit: Ordinal<Unit>) -> UnitTable? {
        let position = positions[unit.index]
        return position < 0 ? nil : tables[Int(position)]
    }
}
