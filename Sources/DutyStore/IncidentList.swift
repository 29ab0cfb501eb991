import GRDB
package import Incidents

/// Incidents as far as they can be read: the rest is named, so that nobody takes it for nothing.
package struct IncidentList: Sendable {
    package private(set) var readable: [Incident] = []
    /// The numbers of rows that make no sense; their reports stand in the ledger.
    package private(set) var unreadable: [String] = []

    init(_ sql: String, _ arguments: StatementArguments, _ db: Database) throws {
        var shelf = PolicyShelf()
        for row in try Row.fetchAll(db, sql: sql, arguments: arguments) {
            do {
                readable.append(try IncidentRow(row: row).incident(&shelf, db))
            } catch let error as DatabaseError {
                throw error
            } catch {
                unreadable.append((try? row.decode(forColumn: "number")) ?? "?")
            }
        }
    }
}
