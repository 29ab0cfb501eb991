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

    /// Who stands in a unit's place around an instant, without any window of handover; nil policy: nothing published.
    package func watchBoard(
        at instant: Instant, unit: UnitID?
    ) throws(StoreError) -> (board: DutyBoard, policy: Policy?) {
        try read { db in
            let place = try PublicationRow.newest(holding: unit, db)?.place
            return try Self.watchBoard(at: instant, place: place, reach: Self.watchReach, db)
        }
    }

    static func watchBoard(
        at instant: Instant, place: String?, reach: Duration, _ db: Database
    ) throws -> (board: DutyBoard, policy: Policy?) {
        let versions = try PublicationRow.all(db).filter { $0.place == place }
        guard let newest = versions.last else {
            return (DutyBoard(at: instant, place: nil, isInPeriod: false, stands: []), nil)
        }
        let inForce = versions.inForce(at: instant)
        let current = inForce.filter { $0.window.contains(instant) }
        let snapshot = try Snapshot.find((current.last ?? newest).id, db)
        let around = Interval(start: instant - reach, end: instant + reach + .seconds(1))
        let near = inForce.filter { $0.window.overlaps(around) }
        let overlay = ChangeOverlay(try RosterChangeRow.approved(in: newest.place, during: around, db))
        let stands = try near.flatMap { try AssignmentRow.stands(of: $0, at: instant, within: reach, db) }
        let board = DutyBoard(
            at: instant, place: try Contacts.fill(snapshot.place, db), isInPeriod: !current.isEmpty,
            stands: overlay.isEmpty ? stands : stands.flatMap { $0.changed(by: overlay) })
        return (board, snapshot.policy)
    }

    /// The periods of a place that end after an instant, by the versions in force.
    static func periods(endingAfter instant: Instant, place: String, at now: Instant, _ db: Database) throws
        -> [PeriodInForce]
    {
        try PublicationRow.all(db).filter { $0.place == place }.inForce(at: now).filter { $0.endsAt > instant }
            .map { row in
                let snapshot = try Snapshot.find(row.id, db)
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
