import GRDB
package import Incidents

extension DutyStore {
    /// Publications that are not stored any more as the ledger saw them: snapshot or assignments were altered.
    package func alteredPublications() throws(StoreError) -> [Incidents.Record.Publication] {
        try read { db in
            let rows = try LedgerRow.fetchAll(db, sql: "SELECT * FROM ledger WHERE kind = 'published' ORDER BY seq")
            return try rows.compactMap { row in
                guard case .published(let publication) = row.entry?.record else { return nil }
                return try Self.digest(of: publication, db) == publication.digest ? nil : publication
            }
        }
    }

    private static func digest(of publication: Incidents.Record.Publication, _ db: Database) throws -> String? {
        let row = try Row.fetchOne(
            db, sql: "SELECT id, snapshot FROM publication WHERE place = ? AND period = ? AND version = ?",
            arguments: [publication.place, publication.period, publication.version])
        guard let row else { return nil }
        let id: Int64 = try row.decode(forColumn: "id")
        let assignments = try AssignmentRow.fetchAll(
            db, sql: "SELECT * FROM assignment WHERE publication = ? ORDER BY id", arguments: [id])
        return Fingerprint.publication(
            snapshot: try row.decode(forColumn: "snapshot"), units: try PlaceUnitRow.all(of: id, db),
            people: try PlacePersonRow.all(of: id, db), assignments)
    }
}
