package import Rosters

/// Why a target named nobody who can be told.
package struct TargetMiss: Hashable, Sendable, Codable {
    package enum Cause: Hashable, Sendable, Codable {
        case nobodyOnDuty
        case noSuchUnit
        case noSuchPerson
        case noPhone
        case noUnitAbove
        case noPostHandles
        case noLeaderInCharge
        /// None of the person's ways can be used: no number, no channel.
        case noWay(PersonID)
    }

    package let target: Target
    package let cause: Cause

    package init(target: Target, cause: Cause) {
        self.target = target
        self.cause = cause
    }
}
