package import Calendars
package import Rosters

/// A limit as it applies to an incident: by when it must have gone up, to whom and how.
package struct Deadline: Hashable, Sendable, Codable {
    package let profile: String
    package let to: String
    package let over: ReportMedium
    package let starts: ClockStart
    package let within: Duration
    /// Nil while the start is unknown (未掌握): the clock is said, not guessed.
    package let due: Instant?
    package let source: String

    /// The limit from which it comes, whatever its start: what tells a new clock from one that runs already.
    func isSameLimit(as other: Deadline) -> Bool {
        profile == other.profile && to == other.to && over == other.over && starts == other.starts
            && within == other.within && source == other.source
    }

    func starting(_ due: Instant) -> Deadline {
        Deadline(profile: profile, to: to, over: over, starts: starts, within: within, due: due, source: source)
    }
}

extension Policy {
    /// Every limit that applies to the incident, soonest first, unknown starts last; a warning is no event that has
    /// happened, so none applies to it.
    package func deadlines(for facts: IncidentFacts, grading: Grading, in place: Place? = nil) -> [Deadline] {
        guard facts.warning == nil else { return [] }
        let grade = grading.routed(ungradedAs: ungradedAs)
        return
            limits
            .filter {
                $0.categories.admits(facts.category) && $0.types.admits(facts.type) && $0.grades.admits(grade)
                    && isInForce($0.profile) && $0.concerns(facts.unit, in: place)
            }
            .map { limit in
                Deadline(
                    profile: limit.profile, to: limit.to, over: limit.over, starts: limit.starts, within: limit.within,
                    due: limit.starts.instant(in: facts).map { $0 + limit.within }, source: limit.source)
            }
            .sorted { ($0.due?.seconds ?? .max, $0.to) < ($1.due?.seconds ?? .max, $1.to) }
    }

    private func isInForce(_ profile: String) -> Bool { profiles.isEmpty || profiles.contains(profile) }
}

extension ReportLimit {
    /// A jurisdiction that names a unit holds for it and those under it; any other word is a label for the reader.
    fileprivate func concerns(_ unit: UnitID?, in place: Place?) -> Bool {
        guard let jurisdiction, let place, let unit, let here = place.unit(unit),
            let home = place.units.firstIndex(where: { $0.id.text == jurisdiction || $0.name == jurisdiction })
        else { return true }
        return here.index == home || place.unitsBelow(Ordinal(home)).contains(here)
    }
}

extension ClockStart {
    /// The instant from which a limit counts; nil when it is not known yet.
    func instant(in facts: IncidentFacts) -> Instant? {
        switch self {
        case .happened: facts.happenedAt
        case .learned: facts.learnedAt ?? facts.receivedAt
        case .received: facts.receivedAt
        case .verified: facts.verifiedAt
        }
    }
}
