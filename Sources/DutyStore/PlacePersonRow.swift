import Calendars
import GRDB
import Rosters

/// Somebody of a publication, without phone numbers.
struct PlacePersonRow {
    /// What few people have.
    private struct More: Codable {
        let employment: Employment?
        let qualifications: [String]
        let inCharge: [IncidentKind]?
        let testedOn: CivilDate?
        let team: String?
    }

    let ordinal: Int
    let person: Person
    private let more: String?

    /// Equal extras, of which a country has few, are encoded once.
    static func rows(of place: Place) throws -> [PlacePersonRow] {
        var texts: [Extras: String] = [:]
        return try place.people.enumerated().map { index, person in
            let extras = Extras(person)
            let text = try texts[extras] ?? Canonical.text(extras.more)
            texts[extras] = text
            return PlacePersonRow(ordinal: index, person: person, more: text)
        }
    }

    private struct Extras: Hashable {
        let employment: Employment?
        let qualifications: [String]
        let inCharge: [IncidentKind]?
        let testedOn: CivilDate?
        let team: String

        init(_ person: Person) {
            employment = person.employment
            qualifications = person.qualifications
            inCharge = person.inCharge
            testedOn = person.testedOn
            team = person.team
        }

        var more: More {
            More(
                employment: employment, qualifications: qualifications, inCharge: inCharge, testedOn: testedOn,
                team: team.isEmpty ? nil : team)
        }
    }

    /// This row as the digest of a publication sees it.
    var digestLine: String {
        [
            person.id.text, person.name, "\(person.unit.offset)", person.title,
            person.rank.map { "\($0.level)" } ?? "", "\(person.line)", more ?? "",
        ].joined(separator: "|")
    }

    static func insert(_ rows: [PlacePersonRow], publication: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO place_person (publication, ordinal, id, name, unit, title, rank, line, more)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for row in rows {
            let person = row.person
            try statement.execute(
                arguments: [
                    publication, row.ordinal, person.id.text, person.name, person.unit.offset, person.title,
                    person.rank?.level, person.line, row.more,
                ])
        }
    }

    static func all(of publication: Int64, _ db: Database) throws -> [PlacePersonRow] {
        var known: [String: More] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT * FROM place_person WHERE publication = ? ORDER BY ordinal", arguments: [publication])
        return try Array(rows.map { try PlacePersonRow($0, &known) })
    }

    static func find(id: PersonID, in publication: Int64, _ db: Database) throws -> PlacePersonRow? {
        var known: [String: More] = [:]
        return try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM place_person WHERE publication = ? AND id = ?"),
            arguments: [publication, id.text]
        ).map { try PlacePersonRow($0, &known) }
    }

    private init(ordinal: Int, person: Person, more: String?) {
        self.ordinal = ordinal
        self.person = person
        self.more = more
    }

    private init(_ row: Row, _ known: inout [String: More]) throws {
        let text: String? = try row.decode(forColumn: "more")
        var more: More?
        if let text {
            more = try known[text] ?? Canonical.value(More.self, from: text)
            known[text] = more
        }
        let rank: Int? = try row.decode(forColumn: "rank")
        self.init(
            ordinal: try row.decode(forColumn: "ordinal"),
            person: Person(
                id: PersonID(try row.decode(forColumn: "id")), name: try row.decode(forColumn: "name"),
                unit: Ordinal(Int(try row.decode(Int32.self, forColumn: "unit"))),
                title: try row.decode(forColumn: "title"),
                rank: rank.map { Rank(level: $0) }, employment: more?.employment,
                qualifications: more?.qualifications ?? [], inCharge: more?.inCharge, testedOn: more?.testedOn,
                team: more?.team ?? "", line: try row.decode(forColumn: "line")), more: text)
    }
}
