package import Calendars
import GRDB
package import Rosters

/// A post that a period in force wants covered at an instant, and by how many.
package struct NeededPost: Hashable, Sendable {
    package let unit: UnitID
    package let post: PostKey
    package let count: Int
    /// The whole stretch that needs cover.
    package let interval: Interval
}

extension DutyStore {
    /// What the versions in force of a place want covered at an instant, in one unit or in all, by unit and post; of
    /// several periods the strictest counts.
    package func neededPosts(at instant: Instant, place: String, unit: UnitID? = nil) throws(StoreError) -> [NeededPost]
    {
        try read { db in
            let current = try PublicationRow.all(db).filter { $0.place == place }.inForce(at: instant)
                .filter { $0.window.contains(instant) }
            let all = try current.flatMap { try needs(at: instant, unit: unit, of: $0.id, db) }
            let strictest = Dictionary(all.map { ([$0.unit.text, $0.post.text], $0) }) { $0.count < $1.count ? $1 : $0 }
            return strictest.values.sorted { ($0.unit, $0.post) < ($1.unit, $1.post) }
        }
    }

    /// From when until when nobody stands at each of these posts, which nobody holds at the board's instant, within the
    /// stretch that needs cover.
    package func vacancies(of needed: [NeededPost], on board: DutyBoard) throws(StoreError) -> [Interval] {
        guard let place = board.place?.key, let first = needed.first else { return [] }
        let hull = needed.reduce(first.interval) { $0.hull($1.interval) }
        return try read { db in
            let versions = try PublicationRow.all(db).filter { $0.place == place }.inForce(at: board.at)
                .filter { $0.window.overlaps(hull) }
            let overlay = ChangeOverlay(try RosterChangeRow.approved(in: place, during: hull, db))
            var known: [UnitID: [DutyStand]] = [:]
            func stands(in unit: UnitID) throws -> [DutyStand] {
                if let stands = known[unit] { return stands }
                let stands = try versions.flatMap { try AssignmentRow.stands(of: $0, during: hull, in: [unit], db) }
                    .flatMap { $0.changed(by: overlay) }
                known[unit] = stands
                return stands
            }
            return try needed.map { post in
                let held = try board.seats(unit: post.unit, post: post.post).flatMap { seat in
                    try stands(in: seat.unit).filter { $0.post == seat.post }.map(\.interval)
                }
                return post.interval.gap(around: board.at, among: held)
            }
        }
    }

    /// Of one unit from its own row, so that no more of the publication is read; of all from the whole.
    private func needs(at instant: Instant, unit: UnitID?, of publication: Int64, _ db: Database) throws -> [NeededPost]
    {
        if let unit, let row = try PlaceUnitRow.find(id: unit, in: publication, db) {
            var asked = PostNeeds(at: instant, of: try Snapshot.head(publication, db))
            return asked.needs(of: row.body.unit, row.body.asked ?? [])
        }
        let whole = try snapshot(publication, db)
        var asked = PostNeeds(at: instant, of: whole)
        return whole.period.requires.filter { unit == nil || whole.place[$0.unit].id == unit }
            .flatMap { asked.needs(of: whole.place[$0.unit], $0.posts) }
    }
}

/// Works out what a publication wants at an instant, once for each post and each table of working hours.
private struct PostNeeds {
    private struct Key: Hashable {
        let hours: WorkingHours?
        let requirement: PostRequirement
    }

    private let instant: Instant
    private let snapshot: Snapshot
    private let calendar: HolidayCalendar
    private var known: [Key: Interval?] = [:]

    init(at instant: Instant, of snapshot: Snapshot) {
        self.instant = instant
        self.snapshot = snapshot
        self.calendar = snapshot.calendar
    }

    mutating func needs(of unit: Unit, _ requirements: [PostRequirement]) -> [NeededPost] {
        requirements.compactMap { requirement in
            let post = snapshot.place[requirement.post]
            return stretch(Key(hours: unit.hours, requirement: requirement), post).map {
                NeededPost(unit: unit.id, post: post.key, count: requirement.count ?? post.count, interval: $0)
            }
        }
    }

    private mutating func stretch(_ key: Key, _ post: Post) -> Interval? {
        if let known = known[key] { return known }
        let zone = snapshot.place.zone
        let window = snapshot.period.window(hours: key.hours, zone: zone, calendar: calendar)
        let stretch =
            window.contains(instant)
            ? calendar.required(key.requirement.cover ?? post.cover, hours: key.hours, zone: zone, within: window)
                .first { $0.contains(instant) } : nil
        known[key] = .some(stretch)
        return stretch
    }
}

extension Interval {
    /// The part around an instant that none of these holds, where none of them holds the instant.
    fileprivate func gap(around instant: Instant, among held: [Interval]) -> Interval {
        let ends = held.map(\.end).filter { $0 <= instant }
        let starts = held.map(\.start).filter { $0 > instant }
        return Interval(start: max(start, ends.max() ?? start), end: min(end, starts.min() ?? end))
    }
}
