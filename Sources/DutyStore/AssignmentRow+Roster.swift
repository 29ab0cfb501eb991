import Calendars
import GRDB
import Rosters

extension AssignmentRow {
    /// A publication's assignments in the order of its tables, by ordinals of its own place.
    static func assignments(of publication: Int64, in place: Place, _ db: Database) throws -> [Assignment] {
        try assignments(of: publication, among: place, db) { row in
            throw StoreError.corrupt(detail: "publication \(publication), line \(row.line)")
        }
    }

    /// Those of another publication whose units, posts and people a place knows.
    static func assignments(of publication: Int64, known place: Place, _ db: Database) throws -> [Assignment] {
        try assignments(of: publication, among: place, db) { _ in }
    }

    private static func assignments(
        of publication: Int64, among place: Place, _ db: Database, unknown: (AssignmentRow) throws -> Void
    ) throws -> [Assignment] {
        let units = Dictionary(uniqueKeysWithValues: place.units.enumerated().map { ($1.id, $0) })
        let posts = Dictionary(uniqueKeysWithValues: place.posts.enumerated().map { ($1.key, $0) })
        let people = Dictionary(uniqueKeysWithValues: place.people.enumerated().map { ($1.id, $0) })
        let rows = try fetchCursor(
            db, sql: "SELECT * FROM assignment WHERE publication = ? ORDER BY id", arguments: [publication])
        var result: [Assignment] = []
        while let row = try rows.next() {
            guard let unit = units[row.unit], let post = posts[row.post], let person = people[row.person] else {
                try unknown(row)
                continue
            }
            result.append(
                Assignment(
                    person: Ordinal(person), unit: Ordinal(unit), post: Ordinal(post),
                    date: CivilDate(dayNumber: row.day), interval: Interval(start: row.startsAt, end: row.endsAt),
                    isPrimary: row.isPrimary, line: Int(row.line)))
        }
        return result
    }
}
