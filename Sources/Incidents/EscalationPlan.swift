import Calendars
import Rosters

/// What an incident took from the policy when it was recorded; later edits do not reach it.
package struct EscalationPlan: Hashable, Sendable, Codable {
    package enum Origin: String, Sendable, Codable {
        case policy
        /// No published period holds the instant: the unit's duty phone, then the fallback.
        case outsidePeriod
        /// No ladder of the policy matches: the same way.
        case noLadder
    }

    package let origin: Origin
    package let ladder: Ladder
    package let fallback: [Target]
    package let roundPause: Duration
    /// Each person's ways in order, each once; never empty.
    package let ways: [ChannelDefinition]

    package init(
        origin: Origin, ladder: Ladder, fallback: [Target], roundPause: Duration, ways: [ChannelDefinition]
    ) {
        self.origin = origin
        self.ladder = ladder
        self.fallback = fallback
        self.roundPause = roundPause
        self.ways = Self.usable(ways)
    }

    /// Each way once; somebody dials where there is none.
    fileprivate static func usable(_ ways: [ChannelDefinition]) -> [ChannelDefinition] {
        let each = ways.reduce(into: [ChannelDefinition]()) { kept, way in
            if !kept.contains(where: { $0.name == way.name }) { kept.append(way) }
        }
        return each.isEmpty ? [.call] : each
    }

    /// The same ways and fallback on another ladder.
    func changed(to other: EscalationPlan) -> EscalationPlan {
        EscalationPlan(
            origin: other.origin, ladder: other.ladder, fallback: fallback, roundPause: roundPause, ways: ways)
    }

    /// The steps of a round; a widened one tells the unit above and the fallback people with its first step.
    package func steps(isWidened: Bool) -> [Step] {
        guard isWidened else { return ladder.steps }
        let added = [Target.unitAbove] + fallback
        guard let first = ladder.steps.first else { return [Step(tell: added, wait: roundPause)] }
        let widened = Step(
            tell: first.tell + added.filter { !first.tell.contains($0) }, need: first.need, wait: first.wait)
        return [widened] + ladder.steps.dropFirst()
    }
}

extension Policy {
    /// Each person's ways in order, as every plan takes them from the policy.
    var ways: [ChannelDefinition] { EscalationPlan.usable(contact.compactMap(channel)) }
}
