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

    /// What the ledger keeps of a publication: the stored snapshot, then a line for each unit, person and assignment.
    static func publication(
        snapshot: String, units: [PlaceUnitRow], people: [PlacePersonRow], _ rows: [AssignmentRow]
    ) -> String {
        var digest = SHA256()
        digest.update(data: Data(snapshot.utf8))
        func add(_ line: String) { digest.update(data: Data(("\n" + line).utf8)) }
        for row in units { add(row.text) }
        for row in people { add(row.digestLine) }
        for row in rows { add(row.digestLine) }
        return Hex.text(digest.finalize())
    }

    static func sha256(_ text: String) -> String {
        Hex.text(SHA256.hash(data: Data(text.utf8)))
    }
}
