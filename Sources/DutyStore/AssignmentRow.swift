import Calendars
import GRDB
import Rosters

/// One published assignment, by keys.
struct AssignmentRow: StoredRow {
    static let databaseTableName = "assignment"

    let publication: Int64
    let unit: UnitID
    let post: PostKey
    let person: PersonID
    let startsAt: Instant
    let endsAt: Instant
    let isPrimary: Bool
    /// The shift's start date, in days since 1970.
    let day: Int32
    let line: Int32

    init(_ assignment: Assignment, in place: Place, publication: Int64) {
        self.publication = publication
        self.unit = place[assignment.unit].id
        self.post = place[assignment.post].key
        self.person = place[assignment.person].id
        self.startsAt = assignment.interval.start
        self.endsAt = assignment.interval.end
        self.isPrimary = assignment.isPrimary
        self.day = assignment.date.dayNumber
        self.line = assignment.line
    }

    /// This row as the digest of a publication sees it.
    var digestLine: String {
        let words = [unit.text, post.text, person.text]
        let numbers = [startsAt.seconds, endsAt.seconds, isPrimary ? 1 : 0, Int64(day), Int64(line)]
        return (words + numbers.map(String.init)).joined(separator: "|")
    }

    func insert(_ statement: Statement) throws {
        try statement.execute(
            arguments: [
                publication, unit.text, post.text, person.text, startsAt.seconds, endsAt.seconds, isPrimary, day, line,
            ])
    }

    static func insertion(_ db: Database) throws -> Statement {
        try db.cachedStatement(
            sql: """
                INSERT INTO assignment
                (publication, unit, post, person, starts_at, ends_at, is_primary, day, line)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
    }

    /// Who stands at an instant or so short a time before or after it; the longest duty of the publication bounds the
    /// search.
    static func stands(
        of version: PublicationRow, at instant: Instant, within window: Duration, _ db: Database
    ) throws -> [DutyStand] {
        try stands(
            of: version, during: Interval(start: instant - window, end: instant + window + .seconds(1)), db)
    }

    /// Who stands at some time of a stretch; whoever goes at its very start counts too.
    ///
    /// In all units, or only in some.
    static func stands(
        of version: PublicationRow, during span: Interval, in units: [UnitID]? = nil, _ db: Database
    ) throws -> [DutyStand] {
        guard let units else { return try stands(of: version, during: span, unit: nil, db) }
        return try units.flatMap { try stands(of: version, during: span, unit: $0, db) }
    }

    private static func stands(
        of version: PublicationRow, during span: Interval, unit: UnitID?, _ db: Database
    ) throws -> [DutyStand] {
        let index = unit == nil ? "assignment_by_start" : "assignment_by_unit"
        let rows = try fetchAll(
            db,
            sql: """
                SELECT * FROM assignment INDEXED BY \(index)
                WHERE publication = ? AND \(unit == nil ? "? IS NULL" : "unit = ?") AND starts_at > ? AND starts_at < ? AND ends_at >= ? ORDER BY id
                """,
            arguments: [
                version.id, unit?.text, span.start.seconds - version.longestDuty - 1, span.end.seconds,
                span.start.seconds,
            ])
        return rows.map { row in
            DutyStand(
                unit: row.unit, post: row.post, person: row.person, isPrimary: row.isPrimary,
                interval: Interval(start: row.startsAt, end: row.endsAt), period: version.period,
                version: version.version)
        }
    }
}
