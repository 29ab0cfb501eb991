import GRDB
import Incidents

/// Whoever reported an incident, apart from it, so that the words can be erased.
struct InformantRow: StoredRow {
    static let databaseTableName = "informant"

    let incident: IncidentNumber
    /// Erased together with the words: the ledger's hash then tells nobody anything.
    let salt: String
    let words: String

    /// Nil where nobody is named.
    init?(_ words: String?, of incident: IncidentNumber) {
        guard let words, !words.isEmpty else { return nil }
        self.incident = incident
        self.salt = Random.hex(bytes: 16)
        self.words = words
    }

    var hash: String { Fingerprint.sha256("\(salt)\n\(words)") }

    static func words(of incident: IncidentNumber, _ db: Database) throws -> String? {
        try fetchOne(db, key: incident.description)?.words
    }
}
