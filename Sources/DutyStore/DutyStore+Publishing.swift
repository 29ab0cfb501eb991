package import Calendars
import GRDB
package import Incidents
package import Rosters

extension DutyStore {
    /// Makes a roster the version in force of its period, with the findings that somebody knowingly accepted.
    ///
    /// With an expected version (0: none yet), another one that was published meanwhile refuses it; `telling` is told in
    /// the same transaction.
    @discardableResult
    package func publish(
        book: RosterBook, policy: Policy, findings: [Incidents.Record.Acceptance] = [], by person: PersonID?,
        at instant: Instant, replacing expected: Int? = nil, telling: (PublishedVersion) -> [MatterDraft] = { _ in [] }
    ) throws(StoreError) -> PublishedVersion {
        let publishing = Publishing(book: book, policy: policy, accepted: findings, by: person, at: instant)
        return try write(at: instant) { db in
            if let expected { try Self.admit(expected, place: book.place, period: book.roster.period, db) }
            let version = try publishing.store(db)
            let board = DutyBoard(at: instant, place: book.place, isInPeriod: false, stands: [])
            for draft in telling(version) { _ = try Self.raise(draft, policy: policy, board: board, db) }
            return version
        }
    }

    private static func admit(_ expected: Int, place: Place, period: Period, _ db: Database) throws {
        let newest = try PublicationRow.all(db).last { $0.place == place.key && $0.period == period.key }
        guard newest?.version ?? 0 != expected else { return }
        throw StoreError.replacedMeanwhile(version: newest?.version, at: newest?.publishedAt)
    }

    /// Every version ever published, in the order of publishing.
    package func publications() throws(StoreError) -> [PublishedVersion] {
        try read { db in try PublicationRow.all(db).map(\.published) }
    }

    /// The roster of a version, or of the newest, as it was published, with today's phone numbers; nil for none.
    package func book(
        place: String, period: String, version: Int? = nil
    ) throws(StoreError) -> (book: RosterBook, policy: Policy, accepted: [Incidents.Record.Acceptance])? {
        try read { db in
            let row = try PublicationRow.all(db).last {
                $0.place == place && $0.period == period && (version == nil || $0.version == version)
            }
            guard let row else { return nil }
            let snapshot = try Snapshot.find(row.id, db)
            return (try Self.book(row, beside: [], db), snapshot.policy, snapshot.accepted)
        }
    }
}

/// A roster on its way into the database.
private struct Publishing {
    let book: RosterBook
    let policy: Policy
    let accepted: [Record.Acceptance]
    let by: PersonID?
    let at: Instant

    func store(_ db: Database) throws -> PublishedVersion {
        let place = book.place
        let period = book.roster.period
        let last = try Int.fetchOne(
            db, sql: "SELECT max(version) FROM publication WHERE place = ? AND period = ?",
            arguments: [place.key, period.key])
        let version = (last ?? 0) + 1
        let snapshot = try Canonical.text(Snapshot(headOf: book, policy: policy, accepted: accepted))
        let units = try PlaceUnitRow.rows(of: book)
        let people = try PlacePersonRow.rows(of: place)
        let id = try (Int64.fetchOne(db, sql: "SELECT max(id) FROM publication") ?? 0) + 1
        let rows = book.roster.assignments.map { AssignmentRow($0, in: place, publication: id) }
        let digest = Fingerprint.publication(snapshot: snapshot, units: units, people: people, rows)
        let window = period.window(in: place, calendar: book.calendar)

        try insert(id: id, version: version, window: window, snapshot: snapshot, digest: digest, db)
        let insertion = try AssignmentRow.insertion(db)
        for row in rows { try row.insert(insertion) }
        try PlaceUnitRow.insert(units, publication: id, db)
        try PlacePersonRow.insert(people, publication: id, db)
        try Contacts.store(place, publication: id, db)
        let entry = Record.Publication(
            place: place.key, period: period.key, version: version, by: by, accepted: accepted, digest: digest)
        try Ledger.append(.published(entry), at: at, db)
        try WatchRow.published(place.key, policy: policy, at: at, db)
        return PublishedVersion(
            place: place.key, period: period.key, version: version, publishedAt: at, window: window, replaced: last)
    }

    private func insert(
        id: Int64, version: Int, window: Interval, snapshot: String, digest: String, _ db: Database
    ) throws {
        let longest = book.roster.assignments.map(\.interval.duration.components.seconds).max() ?? 0
        try db.execute(
            sql: """
                INSERT INTO publication
                (id, place, period, version, published_at, published_by, starts_at, ends_at, zone, longest_duty,
                snapshot, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, book.place.key, book.roster.period.key, version, at.seconds, by?.text, window.start.seconds,
                window.end.seconds, book.place.zone.identifier, longest, snapshot, digest,
            ])
    }
}
