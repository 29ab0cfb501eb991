import Calendars
import GRDB
import Rosters

/// A unit of a publication, with what the period asks of it and what it sent in.
struct PlaceUnitRow {
    /// What has no column of its own.
    struct Body: Codable {
        let unit: Unit
        /// What the period asks; nil for a unit that it does not name.
        let asked: [PostRequirement]?
        /// The place among the period's requirements.
        let askedOrder: Int?
        let received: Instant?
        let table: UnitTable?
        let tableOrder: Int?
    }

    let ordinal: Int
    let body: Body
    let text: String

    /// Every unit of a book, in the order of the place.
    static func rows(of book: RosterBook) throws -> [PlaceUnitRow] {
        let period = book.roster.period
        let asked = Dictionary(
            period.requires.enumerated().map { ($1.unit, ($0, $1.posts)) }, uniquingKeysWith: { first, _ in first })
        let tables = Dictionary(
            book.roster.tables.enumerated().map { ($1.unit, ($0, $1)) }, uniquingKeysWith: { first, _ in first })
        return try book.place.units.enumerated().map { index, unit in
            let ordinal = Ordinal<Unit>(index)
            let body = Body(
                unit: unit, asked: asked[ordinal]?.1, askedOrder: asked[ordinal]?.0,
                received: period.received?[ordinal], table: tables[ordinal]?.1, tableOrder: tables[ordinal]?.0)
            return PlaceUnitRow(ordinal: index, body: body, text: try Canonical.text(body))
        }
    }

    private init(ordinal: Int, body: Body, text: String) {
        self.ordinal = ordinal
        self.body = body
        self.text = text
    }

    init(_ row: Row) throws {
        let text: String = try row.decode(forColumn: "body")
        self.init(ordinal: try row.decode(forColumn: "ordinal"), body: try Canonical.value(from: text), text: text)
    }

    /// Writes the rows of a publication, those before it first.
    static func insert(_ rows: [PlaceUnitRow], publication: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO place_unit (publication, ordinal, id, name, parent, body) VALUES (?, ?, ?, ?, ?, ?)")
        let known = try db.cachedStatement(sql: "INSERT INTO publication_unit (unit, publication) VALUES (?, ?)")
        for row in rows {
            let unit = row.body.unit
            try statement.execute(
                arguments: [publication, row.ordinal, unit.id.text, unit.name, unit.parent?.offset, row.text])
            try known.execute(arguments: [unit.id.text, publication])
        }
    }

    static func all(of publication: Int64, _ db: Database) throws -> [PlaceUnitRow] {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT ordinal, body FROM place_unit WHERE publication = ? ORDER BY ordinal",
            arguments: [publication])
        return try Array(rows.map { try PlaceUnitRow($0) })
    }

    static func find(ordinal: Int, in publication: Int64, _ db: Database) throws -> PlaceUnitRow? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT ordinal, body FROM place_unit WHERE publication = ? AND ordinal = ?"),
            arguments: [publication, ordinal]
        ).map { try PlaceUnitRow($0) }
    }

    static func find(id: UnitID, in publication: Int64, _ db: Database) throws -> PlaceUnitRow? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT ordinal, body FROM place_unit WHERE publication = ? AND id = ?"),
            arguments: [publication, id.text]
        ).map { try PlaceUnitRow($0) }
    }
}
