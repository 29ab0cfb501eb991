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
    /// When somebody begins or ceases to stand in for an office next; nil where nobody does any more.
    package var nextDeputyChange: Instant? {
        allDeputies.flatMap { [$0.interval.start, $0.interval.end] }.filter { $0 > at }.min()
    }

    /// Who is told instead of somebody who is away now: a deputy who is away too names the next; nil for nobody.
    package func deputy(for person: PersonID) -> PersonID? {
        var seen: Set<PersonID> = [person]
        var last: PersonID?
        func following() -> PersonID? { deputies.last { $0.standIn.person == last ?? person }?.person }
        while let next = following(), seen.insert(next).inserted { last = next }
        return last
    }
}
