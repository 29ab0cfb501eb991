import GRDB
import Incidents

/// A policy as incidents took it with them, once for each content.
struct PolicyRow: StoredRow {
    static let databaseTableName = "policy"

    let digest: String
    let body: String

    init(_ policy: Policy) throws {
        self.body = try Canonical.text(policy)
        self.digest = Fingerprint.sha256(body)
    }

    /// Keeps a policy; one that is there already is the same one.
    ///
    /// Encoding one takes longer than all else about a report, so the shelf keeps the row; whether it is stored is asked
    /// of the database each time.
    static func keep(_ policy: Policy, on shelf: PublicationShelf, _ db: Database) throws -> String {
        let row = try shelf.row(of: policy) { try PolicyRow(policy) }
        let isThere = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM policy WHERE digest = ?)", arguments: [row.digest])
        if isThere != true { try row.insert(db) }
        return row.digest
    }

    static func find(_ digest: String, _ db: Database) throws -> Policy {
        guard let row = try fetchOne(db, key: digest), Fingerprint.sha256(row.body) == row.digest else {
            throw StoreError.corrupt(detail: "policy \(digest)")
        }
        return try Canonical.value(from: row.body)
    }
}

/// The policies of the incidents that one call reads, each read once.
struct PolicyShelf {
    private var known: [String: Policy] = [:]

    /// The policy of an incident; what the first schema kept of one is its ladder, its pause and its fallback.
    mutating func policy(_ digest: String?, of plan: EscalationPlan, _ db: Database) throws -> Policy {
        guard let digest else {
            return Policy(
                fallback: plan.fallback, roundPause: plan.roundPause, channels: plan.ways,
                contact: plan.ways.map(\.name), ladders: plan.origin == .policy ? [plan.ladder] : [])
        }
        if let policy = known[digest] { return policy }
        let policy = try PolicyRow.find(digest, db)
        known[digest] = policy
        return policy
    }
}
