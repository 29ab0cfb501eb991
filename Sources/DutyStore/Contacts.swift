import GRDB
import Rosters

/// Phone numbers of people, apart from what is kept for good, so that they can be erased.
///
/// Each person of a place has the numbers of the newest publication.
enum Contacts {
    static func store(_ place: Place, publication: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO contact (place, person, publication, mobile, office_phone) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (place, person) DO UPDATE SET publication = excluded.publication,
                    mobile = excluded.mobile, office_phone = excluded.office_phone
                """)
        for person in place.people {
            try statement.execute(
                arguments: [place.key, person.id.text, publication, person.mobile, person.officePhone])
        }
        try changed(db)
    }

    /// The place with the numbers that have not been erased.
    static func fill(_ place: Place, _ db: Database) throws -> Place {
        // Those of a few people are looked up one by one: a country has very many.
        guard place.people.count > 50 else { return try fillOneByOne(place, db) }
        var numbers: [String: (mobile: String, officePhone: String)] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT person, mobile, office_phone FROM contact WHERE place = ?", arguments: [place.key])
        while let row = try rows.next() {
            numbers[try row.decode(forColumn: "person")] = (
                try row.decode(forColumn: "mobile"), try row.decode(forColumn: "office_phone")
            )
        }
        return place.with(
            people: place.people.map { person in
                guard let found = numbers[person.id.text] else { return person }
                return person.with(mobile: found.mobile, officePhone: found.officePhone)
            })
    }

    private static func fillOneByOne(_ place: Place, _ db: Database) throws -> Place {
        let statement = try db.cachedStatement(
            sql: "SELECT mobile, office_phone FROM contact WHERE place = ? AND person = ?")
        return place.with(
            people: try place.people.map { person in
                guard let row = try Row.fetchOne(statement, arguments: [place.key, person.id.text]) else {
                    return person
                }
                return person.with(
                    mobile: try row.decode(forColumn: "mobile"), officePhone: try row.decode(forColumn: "office_phone"))
            })
    }

    /// Mobile first; those of the newest publication that names the person.
    static func phones(of person: PersonID, _ db: Database) throws -> [String] {
        let row = try Row.fetchOne(
            db, sql: "SELECT mobile, office_phone FROM contact WHERE person = ? ORDER BY publication DESC LIMIT 1",
            arguments: [person.text])
        guard let row else { return [] }
        return [try row.decode(forColumn: "mobile"), try row.decode(forColumn: "office_phone")].filter { !$0.isEmpty }
    }

    static func erase(_ person: PersonID, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM contact WHERE person = ?", arguments: [person.text])
        try changed(db)
    }

    /// Another number means that some phone number was changed or erased.
    static func version(_ db: Database) throws -> Int64 {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT version FROM contact_version")) ?? 0
    }

    private static func changed(_ db: Database) throws {
        try db.execute(sql: "UPDATE contact_version SET version = version + 1")
    }
}
