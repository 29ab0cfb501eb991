import Incidents
import Rosters
import Synchronization

/// What was decoded of publications and policies: neither ever changes once it is stored.
final class PublicationShelf: Sendable {
    private struct Kept {
        var snapshots: [Int64: Snapshot] = [:]
        /// The place with phone numbers, as they were at a version of the contacts.
        var places: [Int64: (contacts: Int64, place: Place)] = [:]
        var policies: [Policy: PolicyRow] = [:]
    }

    /// A desk looks at the publications of few periods again and again.
    private static let most = 4

    private let kept = Mutex(Kept())

    func snapshot(_ publication: Int64, else find: () throws -> Snapshot) rethrows -> Snapshot {
        if let known = kept.withLock({ $0.snapshots[publication] }) { return known }
        let found = try find()
        kept.withLock { kept in
            if kept.snapshots.count >= Self.most { kept.snapshots = [:] }
            kept.snapshots[publication] = found
        }
        return found
    }

    /// The place of a publication at a version of the contacts.
    func place(_ publication: Int64, contacts: Int64, else fill: () throws -> Place) rethrows -> Place {
        if let known = kept.withLock({ $0.places[publication] }), known.contacts == contacts { return known.place }
        let filled = try fill()
        kept.withLock { kept in
            if kept.places.count >= Self.most { kept.places = [:] }
            kept.places[publication] = (contacts, filled)
        }
        return filled
    }

    func row(of policy: Policy, else encode: () throws -> PolicyRow) rethrows -> PolicyRow {
        if let known = kept.withLock({ $0.policies[policy] }) { return known }
        let row = try encode()
        kept.withLock { kept in
            if kept.policies.count >= Self.most { kept.policies = [:] }
            kept.policies[policy] = row
        }
        return row
    }
}
