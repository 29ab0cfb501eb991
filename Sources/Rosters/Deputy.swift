package import Calendars

/// Somebody who stands in for the office of a person who is away (代行职责); at posts a relief does that.
package struct Deputy: Hashable, Sendable, Codable {
    package let person: PersonID
    package let interval: Interval
    /// For whom, by which change, and who approved it.
    package let standIn: StandIn

    package init(person: PersonID, interval: Interval, standIn: StandIn) {
        self.person = person
        self.interval = interval
        self.standIn = standIn
    }
}

extension DutyBoard {
    /// When another may be told instead of a person next; nil where nobody will be any more.
    package func nextDeputyChange(for person: PersonID) -> Instant? {
        guard !deputiesByPerson.isEmpty else { return nil }
        let chain = [person] + standIns(for: person)
        return chain.flatMap { deputiesByPerson[$0] ?? [] }.flatMap { [$0.interval.start, $0.interval.end] }
            .filter { $0 > at }.min()
    }

    /// Who is told instead of somebody who is away now: a deputy who is away too names the next; nil for nobody.
    package func deputy(for person: PersonID) -> PersonID? {
        deputiesByPerson.isEmpty ? nil : standIns(for: person).last
    }

    /// The deputy, his deputy where he is away too, and so on; nobody twice.
    private func standIns(for person: PersonID) -> [PersonID] {
        var chain = [person]
        while let last = chain.last,
            let next = deputiesByPerson[last]?.last(where: { $0.interval.contains(at) })?.person, !chain.contains(next)
        { chain.append(next) }
        return Array(chain.dropFirst())
    }
}
