package import Calendars
import GRDB
package import Incidents
package import Rosters
import Watchkeeping

/// A published period with what the daily work needs of it, assignments aside.
package struct PeriodInForce: Sendable {
    package let period: Period
    package let place: Place
    package let calendar: HolidayCalendar
    package let policy: Policy
    package let window: Interval

    /// The windows of the units that the period requires.
    package var unitWindows: [(unit: UnitID, window: Interval)] {
        period.requires.map { requirement in
            let unit = place[requirement.unit]
            return (unit.id, period.window(hours: unit.hours, zone: place.zone, calendar: calendar))
        }
    }
}

extension DutyStore {
    /// So far before and after an instant the daily work looks for changes of shift.
    package static let watchReach = Duration.minutes(36 * 60)

    /// Who stands in one unit around an instant, without any window of handover; nil policy: nothing published.
    ///
    /// The board's place is an excerpt where the publication keeps units in rows of their own.
    package func watchBoard(at instant: Instant, unit: UnitID) throws(StoreError) -> (board: DutyBoard, policy: Policy?)
    {
        try read { db in
            let place = try PublicationRow.newest(holding: unit, db)?.place
            guard let near = try Near(instant, place: place, reach: Self.watchReach, db),
                var excerpt = try PlaceExcerpt(of: near.holder, around: unit, db)
            else { return try watchBoard(at: instant, place: place, reach: Self.watchReach, db) }
            let stands = try near.stands(in: excerpt.units, db)
            let known = try excerpt.place(with: stands.map(\.person).uniqued(), db)
            return (near.board(of: try Contacts.fill(known, db), stands), excerpt.head.policy)
        }
    }

    /// The same for a whole place.
    package func watchBoard(
        at instant: Instant, place: String
    ) throws(StoreError) -> (board: DutyBoard, policy: Policy?) {
        try read { db in try watchBoard(at: instant, place: place, reach: Self.watchReach, db) }
    }

    func watchBoard(
        at instant: Instant, place: String?, reach: Duration, _ db: Database
    ) throws -> (board: DutyBoard, policy: Policy?) {
        guard let near = try Near(instant, place: place, reach: reach, db) else {
            return (DutyBoard(at: instant, place: nil, isInPeriod: false, stands: []), nil)
        }
        let board = near.board(of: try self.place(near.holder, db), try near.stands(in: nil, db))
        return (board, try snapshot(near.holder, db).policy)
    }

    /// The periods of a place that end after an instant, by the versions in force.
    func periods(endingAfter instant: Instant, place: String, at now: Instant, _ db: Database) throws
        -> [PeriodInForce]
    {
        try PublicationRow.all(db).filter { $0.place == place }.inForce(at: now).filter { $0.endsAt > instant }
            .map { row in
                let snapshot = try snapshot(row.id, db)
                return PeriodInForce(
                    period: snapshot.period, place: snapshot.place, calendar: snapshot.calendar,
                    policy: snapshot.policy, window: row.window)
            }
    }

    /// The key of the place under which a unit's records are kept.
    static func placeKey(of unit: UnitID?, _ db: Database) throws -> String {
        try PublicationRow.newest(holding: unit, db)?.place ?? "-"
    }
}

/// The publications of a place that hold or come near an instant, with the approved changes of that time.
private struct Near {
    private let at: Instant
    private let around: Interval
    private let versions: [PublicationRow]
    private let overlay: ChangeOverlay
    private let isInPeriod: Bool
    /// The publication whose place counts.
    let holder: Int64

    /// Nil where nothing has been published.
    init?(_ instant: Instant, place: String?, reach: Duration, _ db: Database) throws {
        let all = try PublicationRow.all(db).filter { $0.place == place }
        guard let newest = all.last else { return nil }
        let inForce = all.inForce(at: instant)
        let current = inForce.last { $0.window.contains(instant) }
        let around = Interval(start: instant - reach, end: instant + reach + .seconds(1))
        self.at = instant
        self.around = around
        versions = inForce.filter { $0.window.overlaps(around) }
        overlay = ChangeOverlay(try RosterChangeRow.approved(in: newest.place, during: around, db))
        isInPeriod = current != nil
        holder = (current ?? newest).id
    }

    func stands(in units: [UnitID]?, _ db: Database) throws -> [DutyStand] {
        let stands = try versions.flatMap { try AssignmentRow.stands(of: $0, during: around, in: units, db) }
        return overlay.isEmpty ? stands : stands.flatMap { $0.changed(by: overlay) }
    }

    func board(of place: Place, _ stands: [DutyStand]) -> DutyBoard {
        DutyBoard(at: at, place: place, isInPeriod: isInPeriod, stands: stands, deputies: overlay.deputies)
    }
}
