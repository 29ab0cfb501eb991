import GRDB

/// The versions of the database's tables.
///
/// All steps of a migration, the version and the desk's row commit together,
/// so that two processes may open a new file at once; GRDB's migrator commits
/// each migration alone.
enum Schema {
    /// `Duty` in ASCII: the mark by which a file is known as ours.
    private static let applicationID = 0x4475_7479

    private static let steps: [String] = [
        SchemaV1.ledger + SchemaV1.publications + SchemaV1.incidents + SchemaV1.outbox,
        SchemaV2.policies + SchemaV2.incidents + SchemaV2.callers + SchemaV2.outbox,
        SchemaV3.matters + SchemaV3.changes + SchemaV3.places + SchemaV3.watchkeeping + SchemaV3.watch,
        SchemaV4.rollCalls,
    ]

    static var version: Int { steps.count }

    /// Refuses a file of another program, or of a newer DutyDesk, before anything is written to it.
    static func refuseForeign(_ db: Database, path: String) throws {
        let found = try foundVersion(db)
        if found > version { throw StoreError.newerSchema(found: found, known: version) }
        // In this order: tables and mark commit together, so whoever sees our tables sees our mark after them.
        let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
        let mark = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        if mark != applicationID && !isEmpty { throw StoreError.notADatabase(path: path) }
    }

    static func isCurrent(_ db: Database) throws -> Bool {
        try foundVersion(db) == version
    }

    /// Brings the tables up to date; inside a transaction.
    static func migrate(_ db: Database) throws {
        let found = try foundVersion(db)
        if found > version { throw StoreError.newerSchema(found: found, known: version) }
        guard found < version else { return }
        for step in steps[found...] { try db.execute(sql: step) }
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(version)")
    }

    private static func foundVersion(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    }
}
