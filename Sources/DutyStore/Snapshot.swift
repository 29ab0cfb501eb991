import Calendars
import GRDB
import Incidents
import Rosters

/// What a publication keeps for good, beside its assignments; no phone number of a person is in it.
struct Snapshot: Codable {
    let notices: [HolidayNotice]
    let specialPeriods: [SpecialPeriod]
    let place: Place
    let policy: Policy
    let period: Period
    let tables: [UnitTable]
    let accepted: [Record.Acceptance]

    init(book: RosterBook, policy: Policy, accepted: [Record.Acceptance]) {
        self.notices = book.calendar.notices + book.calendar.superseded
        self.specialPeriods = book.calendar.specialPeriods
        self.place = book.place.with(people: book.place.people.map { $0.withoutPhones() })
        self.policy = policy
        self.period = book.roster.period
        self.tables = book.roster.tables
        self.accepted = accepted
    }

    var calendar: HolidayCalendar { HolidayCalendar(notices: notices, specialPeriods: specialPeriods) }

    static func find(_ publication: Int64, _ db: Database) throws -> Snapshot {
        let text = try String.fetchOne(
            db, sql: "SELECT snapshot FROM publication WHERE id = ?", arguments: [publication])
        guard let text else { throw StoreError.corrupt(detail: "publication \(publication)") }
        return try Canonical.value(from: text)
    }
}
