package import Rosters

/// What the routing proof looks for; one broken link of the chain each.
package enum RouteRule: String, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
    /// A report reaches nobody: neither a step nor the fallback tells anybody.
    case nobodyTold = "nobody-told"
    /// A step of the ladder tells nobody.
    case stepEmpty = "step-empty"
    /// One number, or one person, behind every step.
    case oneNumber = "one-number"
    /// No leader is told within the policy's `leader_within`.
    case leaderLate = "leader-late"
    /// A type that no post handles.
    case typeUnhandled = "type-unhandled"
    /// The ladder ends inside the unit.
    case endsInside = "ends-inside"
    /// A person whom the policy names is on leave.
    case personOnLeave = "person-on-leave"
    /// A person without a usable way.
    case noWay = "no-way"
    /// A person whose numbers nobody has tried lately.
    case wayUntested = "way-untested"
    /// A post that the ladder names and the period does not staff.
    case postUnstaffed = "post-unstaffed"
    /// Units that lend each other the same people in a ring.
    case unitCycle = "unit-cycle"

    /// How grave it is where the policy says nothing else; some of its cases are only warned of.
    package var usualSeverity: Severity {
        switch self {
        case .nobodyTold, .stepEmpty, .oneNumber, .leaderLate, .typeUnhandled, .endsInside, .postUnstaffed, .unitCycle:
            .error
        case .personOnLeave, .noWay, .wayUntested: .warning
        }
    }
}
