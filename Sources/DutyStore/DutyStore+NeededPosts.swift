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

    /// From when until when nobody stands at a post that nobody holds at an instant, within the stretch that needs cover.
    package func vacancy(
        of needed: NeededPost, at instant: Instant, place: String
    ) throws(StoreError) -> Interval {
        try read { db in
            let versions = try PublicationRow.all(db).filter { $0.place == place }.inForce(at: instant)
                .filter { $0.window.overlaps(needed.interval) }
            let overlay = ChangeOverlay(try RosterChangeRow.approved(in: place, during: needed.interval, db))
            let held = try versions.flatMap {
                try AssignmentRow.stands(of: $0, during: needed.interval, in: [needed.unit], db)
            }.flatMap { $0.changed(by: overlay) }.filter { $0.post == needed.post }.map(\.interval)
            let ends = held.map(\.end).filter { $0 <= instant } + [needed.interval.start]
            let starts = held.map(\.start).filter { $0 > instant } + [needed.interval.end]
            return Interval(
                start: ends.max() ?? needed.interval.start, end: starts.min() ?? needed.interval.end)
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
