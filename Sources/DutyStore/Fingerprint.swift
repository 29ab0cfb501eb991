import Crypto
import Foundation
package import RosterRules
import Rosters

/// Digests by which things are recognised again.
package enum Fingerprint {
    /// The first 12 hex digits of SHA-256 over a finding's identity.
    package static func findingID(_ identity: String) -> FindingID {
        FindingID(String(sha256(identity).prefix(12)))
    }

    /// What the ledger keeps of a publication: the stored snapshot, then a line for each assignment.
    static func publication(snapshot: String, _ rows: [AssignmentRow]) -> String {
        sha256(([snapshot] + rows.map(\.digestLine)).joined(separator: "\n"))
    }

    static func sha256(_ text: String) -> String {
        Hex.text(SHA256.hash(data: Data(text.utf8)))
    }
}
