import Calendars
import GRDB
import Rosters

/// As much of a published place as a look at one unit needs: the unit, those above it, those that lend it people, and
/// whoever stands there.
struct PlaceExcerpt {
    let publication: Int64
    let head: Snapshot
    private var rows: [Int: PlaceUnitRow] = [:]
    /// The units whose stands count.
    private(set) var units: [UnitID] = []

    /// Nil where the publication has no rows, or not this unit.
    init?(of publication: Int64, around unit: UnitID, _ db: Database) throws {
        guard let row = try PlaceUnitRow.find(id: unit, in: publication, db) else { return nil }
        self.publication = publication
        self.head = try Snapshot.head(publication, db)
        units = [unit]
        try add(row, db)
        for post in row.body.unit.posts {
            guard let lender = head.place[post].from, lender != unit,
                let other = try PlaceUnitRow.find(id: lender, in: publication, db)
            else { continue }
            units.append(lender)
            try add(other, db)
        }
    }

    /// A unit and all above it.
    private mutating func add(_ row: PlaceUnitRow, _ db: Database) throws {
        var next: PlaceUnitRow? = row
        while let row = next, rows[row.ordinal] == nil {
            rows[row.ordinal] = row
            next = try row.body.unit.parent.flatMap {
                try PlaceUnitRow.find(ordinal: $0.index, in: publication, db)
            }
        }
    }

    /// The excerpt as a place of its own, whose ordinals are not those of the whole.
    mutating func place(with people: [PersonID], _ db: Database) throws -> Place {
        let known = try people.compactMap { try PlacePersonRow.find(id: $0, in: publication, db)?.person }
        for person in known where rows[person.unit.index] == nil {
            if let row = try PlaceUnitRow.find(ordinal: person.unit.index, in: publication, db) { try add(row, db) }
        }
        let ordered = rows.keys.sorted()
        let positions = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, $0) })
        let units = ordered.compactMap { rows[$0]?.body.unit }.map { unit in
            unit.with(parent: unit.parent.flatMap { positions[$0.index] }.map { Ordinal($0) })
        }
        return head.place.with(absences: []).with(
            units: units, people: known.map { $0.with(unit: Ordinal(positions[$0.unit.index] ?? 0)) })
    }
}
