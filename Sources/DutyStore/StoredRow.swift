import Foundation
import GRDB

/// A row whose properties are the table's columns; values that are not plain are canonical JSON.
protocol StoredRow: Codable, FetchableRecord, PersistableRecord {}

extension StoredRow {
    static var databaseColumnDecodingStrategy: DatabaseColumnDecodingStrategy { .convertFromSnakeCase }
    static var databaseColumnEncodingStrategy: DatabaseColumnEncodingStrategy { .convertToSnakeCase }
    static func databaseJSONEncoder(for column: String) -> JSONEncoder { Canonical.encoder }
    static func databaseJSONDecoder(for column: String) -> JSONDecoder { JSONDecoder() }
}
