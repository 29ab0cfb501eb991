/// Who approves changes of the roster in force (调班、替班须经带班领导同意): what `place.yaml` says under `changes`.
package struct ChangeSettings: Hashable, Sendable, Codable {
    /// Somebody who may approve.
    package enum Approver: Hashable, Sendable, Codable {
        /// Whoever stands at this tier, in the unit concerned or above it, now or in the shift concerned.
        case tier(Tier)
        case post(PostKey)
        case person(PersonID)
    }

    /// The leaders on duty, where a place names nobody else.
    package static let usual: [Approver] = [.tier(.leader), .tier(.overallLeader)]

    private let approvers: [RosterChange.Kind: [Approver]]

    package init(_ approvers: [RosterChange.Kind: [Approver]] = [:]) {
        self.approvers = approvers
    }

    package func approvers(of kind: RosterChange.Kind) -> [Approver] { approvers[kind] ?? Self.usual }
}

extension RosterChange.Kind: CodingKeyRepresentable {}
