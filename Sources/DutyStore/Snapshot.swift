import Calendars
import GRDB
import Incidents
import Rosters

/// What a publication keeps for good, beside its assignments; no phone number of a person is in it.
///
/// The stored text holds what belongs to no one unit; units and people have rows of their own. Publications of before
/// schema 3 hold everything in the text.
struct Snapshot: Codable {
    let notices: [HolidayNotice]
    let specialPeriods: [SpecialPeriod]
    let place: Place
    let policy: Policy
    let period: Period
    let tables: [UnitTable]
    let accepted: [Record.Acceptance]

    /// Everything but units, people and what single units sent in.
    init(headOf book: RosterBook, policy: Policy, accepted: [Record.Acceptance]) {
        let period = book.roster.period
        self.init(
            notices: book.calendar.notices + book.calendar.superseded, specialPeriods: book.calendar.specialPeriods,
            place: book.place.with(units: [], people: []), policy: policy,
            period: period.with(requires: [], received: period.received.map { _ in [:] }), tables: [],
            accepted: accepted)
    }

    private init(
        notices: [HolidayNotice], specialPeriods: [SpecialPeriod], place: Place, policy: Policy, period: Period,
        tables: [UnitTable], accepted: [Record.Acceptance]
    ) {
        self.notices = notices
        self.specialPeriods = specialPeriods
        self.place = place
        self.policy = policy
        self.period = period
        self.tables = tables
        self.accepted = accepted
    }

    var calendar: HolidayCalendar { HolidayCalendar(notices: notices, specialPeriods: specialPeriods) }

    /// The text as it is stored.
    static func head(_ publication: Int64, _ db: Database) throws -> Snapshot {
        let text = try String.fetchOne(
            db, sql: "SELECT snapshot FROM publication WHERE id = ?", arguments: [publication])
        guard let text else { throw StoreError.corrupt(detail: "publication \(publication)") }
        return try Canonical.value(from: text)
    }

    /// The whole publication, from its rows where it has any.
    static func find(_ publication: Int64, _ db: Database) throws -> Snapshot {
        let head = try head(publication, db)
        guard head.place.units.isEmpty else { return head }
        let units = try PlaceUnitRow.all(of: publication, db)
        let people = try PlacePersonRow.all(of: publication, db)
        return head.with(units: units, people: people.map(\.person))
    }

    /// The head with some units, in the order of their ordinals, and some people of them.
    func with(units rows: [PlaceUnitRow], people: [Person]) -> Snapshot {
        func ordered<Value>(_ values: [(order: Int, Value)]) -> [Value] {
            values.sorted { $0.order < $1.order }.map(\.1)
        }
        let requires = ordered(
            rows.compactMap { row in
                row.body.asked.map {
                    (
                        row.body.askedOrder ?? row.ordinal,
                        UnitRequirement(unit: Ordinal(row.ordinal), posts: $0)
                    )
                }
            })
        let received = rows.compactMap { row in row.body.received.map { (Ordinal<Unit>(row.ordinal), $0) } }
        return Snapshot(
            notices: notices, specialPeriods: specialPeriods,
            place: place.with(units: rows.map(\.body.unit), people: people), policy: policy,
            period: period.with(
                requires: requires,
                received: period.received.map { _ in Dictionary(received, uniquingKeysWith: { first, _ in first }) }),
            tables: ordered(
                rows.compactMap { row in row.body.table.map { (row.body.tableOrder ?? row.ordinal, $0) } }),
            accepted: accepted)
    }
}
