import GRDB

/// Records of the daily work: canonical JSON beside the columns that constraints and queries need.
enum WatchRecord {
    typealias Column = (name: String, value: (any DatabaseValueConvertible)?)

    /// The bodies that a query of `body` columns finds.
    static func all<Value: Decodable>(
        _ sql: String, _ arguments: StatementArguments, _ db: Database
    ) throws -> [Value] {
        try String.fetchAll(db, sql: sql, arguments: arguments).map { try Canonical.value(from: $0) }
    }

    static func insert(
        _ body: some Encodable, into table: String, _ columns: [Column], _ db: Database
    ) throws {
        let names = columns.map(\.name) + ["body"]
        let values = columns.map(\.value) + [try Canonical.text(body)]
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        try db.execute(
            sql: "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))",
            arguments: StatementArguments(values))
    }

    static func nextNumber(in table: String, _ db: Database) throws -> Int {
        (try Int.fetchOne(db, sql: "SELECT max(number) FROM \(table)") ?? 0) + 1
    }
}
