import Calendars
import GRDB
import Rosters

/// What versions are chosen by, without the snapshot.
struct PublicationRow: StoredRow {
    let id: Int64
    let place: String
    let period: String
    let version: Int
    let publishedAt: Instant
    let startsAt: Instant
    let endsAt: Instant
    let longestDuty: Int64

    private static let columns =
        "id, place, period, version, published_at, starts_at, ends_at, longest_duty"

    var window: Interval { Interval(start: startsAt, end: endsAt) }

    var published: PublishedVersion {
        PublishedVersion(
            place: place, period: period, version: version, publishedAt: publishedAt, window: window,
            replaced: version > 1 ? version - 1 : nil)
    }

    /// In the order of publishing.
    static func all(_ db: Database) throws -> [PublicationRow] {
        try fetchAll(db, sql: "SELECT \(columns) FROM publication ORDER BY id")
    }

    /// The newest publication of any place that has the unit, or the newest of all.
    static func newest(holding unit: UnitID?, _ db: Database) throws -> PublicationRow? {
        guard let unit else {
            return try fetchOne(db, sql: "SELECT \(columns) FROM publication ORDER BY id DESC LIMIT 1")
        }
        return try fetchOne(
            db,
            sql: """
                SELECT \(columns) FROM publication
                WHERE id = (SELECT max(publication) FROM publication_unit WHERE unit = ?)
                """,
            arguments: [unit.text])
    }

    /// The zone by which an incident of this unit is numbered; Shanghai's where nothing else is known.
    static func zone(holding unit: UnitID?, _ db: Database) throws -> Zone {
        guard let row = try newest(holding: unit, db) ?? newest(holding: nil, db),
            let name = try String.fetchOne(db, sql: "SELECT zone FROM publication WHERE id = ?", arguments: [row.id]),
            name != Zone.shanghai.identifier
        else { return .shanghai }
        return Zone(name) ?? .shanghai
    }
}

extension Sequence<PublicationRow> {
    /// Of each period, the newest version published by an instant, or, where none is that old, the newest of all.
    func inForce(at instant: Instant) -> [PublicationRow] {
        Dictionary(grouping: self) { [$0.place, $0.period] }
            .compactMap { _, versions in versions.last { $0.publishedAt <= instant } ?? versions.last }
            .sorted { $0.id < $1.id }
    }
}
