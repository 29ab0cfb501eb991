package import Calendars

/// A clock that a report starts: by when it must have gone up, to whom and how.
package struct Deadline: Hashable, Sendable {
    package let to: String
    package let over: ReportMedium
    package let starts: ClockStart
    /// Nil while the start is unknown (未掌握): the clock is said, not guessed.
    package let due: Instant?
    package let source: String
}

extension Policy {
    /// Every limit that applies to the incident, soonest first, unknown starts last.
    package func deadlines(for facts: IncidentFacts, grading: Grading) -> [Deadline] {
        let grade = grading.routed(ungradedAs: ungradedAs)
        return
            limits
            .filter {
                $0.categories.admits(facts.category) && $0.types.admits(facts.type) && $0.grades.admits(grade)
            }
            .map { limit in
                Deadline(
                    to: limit.to, over: limit.over, starts: limit.starts,
                    due: limit.starts.instant(in: facts).map { $0 + limit.within }, source: limit.source)
            }
            .sorted { ($0.due?.seconds ?? .max, $0.to) < ($1.due?.seconds ?? .max, $1.to) }
    }
}

extension ClockStart {
    /// The instant from which a limit counts; nil when it is not known yet.
    func instant(in facts: IncidentFacts) -> Instant? {
        switch self {
        case .happened: facts.happenedAt
        case .learned, .received: facts.receivedAt
        case .verified: nil
        }
    }
}
