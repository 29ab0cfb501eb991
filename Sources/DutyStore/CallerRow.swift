import GRDB
import Incidents

/// Whoever called about an incident, apart from it, so that the words can be erased.
struct CallerRow: StoredRow {
    static let databaseTableName = "caller"

    let incident: IncidentNumber
    /// 0: the first report.
    let followUp: Int
    /// Erased together with the words: the ledger's hash then tells nobody anything.
    let salt: String
    let words: String

    /// Nil where nobody is named.
    init?(_ caller: Caller?, of incident: IncidentNumber, followUp: Int) throws {
        guard let caller, !caller.isEmpty else { return nil }
        self.incident = incident
        self.followUp = followUp
        self.salt = Random.hex(bytes: 16)
        self.words = try Canonical.text(caller)
    }

    var hash: String { Fingerprint.sha256("\(salt)\n\(words)") }

    /// The first schema kept the name alone.
    private var caller: Caller { (try? Canonical.value(from: words)) ?? Caller(name: words) }

    static func callers(of incident: IncidentNumber, _ db: Database) throws -> [Int: Caller] {
        let rows = try fetchAll(db, sql: "SELECT * FROM caller WHERE incident = ?", arguments: [incident.description])
        return Dictionary(rows.map { ($0.followUp, $0.caller) }) { first, _ in first }
    }
}
