import Calendars
import Rosters

/// Reports that may be of one incident: offered to a person for merging, never merged silently.
package enum Duplicates {
    /// Open incidents of the same place and category, received within the window of each other, nearest first.
    package static func candidates(
        for facts: IncidentFacts, among incidents: [Incident], within window: Duration
    ) -> [IncidentNumber] {
        incidents.filter { other in
            other.escalation.phase != .closed && other.facts.warning == nil && facts.warning == nil
                && isSamePlace(facts, other.facts) && isSameKind(facts, other.facts)
                && abs(other.facts.receivedAt.seconds - facts.receivedAt.seconds) <= window.components.seconds
        }
        .sorted {
            (abs($0.facts.receivedAt.seconds - facts.receivedAt.seconds), $0.number)
                < (abs($1.facts.receivedAt.seconds - facts.receivedAt.seconds), $1.number)
        }
        .map(\.number)
    }

    /// One name says no more than the other, spaces aside.
    private static func isSamePlace(_ one: IncidentFacts, _ other: IncidentFacts) -> Bool {
        let (left, right) = (one.place.filter { !$0.isWhitespace }, other.place.filter { !$0.isWhitespace })
        guard !left.isEmpty, !right.isEmpty else { return false }
        return left.contains(right) || right.contains(left)
    }

    /// What is not known yet may be the same.
    private static func isSameKind(_ one: IncidentFacts, _ other: IncidentFacts) -> Bool {
        guard let left = one.category, let right = other.category else { return true }
        return left == right
    }
}
