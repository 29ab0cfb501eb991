package import Calendars
package import Rosters

/// Something that a unit must have ready before a period.
package enum ReadinessItem: Hashable, Sendable, Codable {
    /// By the team's key.
    case team(String)
    case equipment(String)

    /// `team:rescue`, `equipment:卫星电话`.
    package var text: String {
        switch self {
        case .team(let key): "team:\(key)"
        case .equipment(let name): "equipment:\(name)"
        }
    }
}

/// Somebody looked at a team or a piece of equipment before a period (核对).
package struct CheckOff: Hashable, Sendable, Codable {
    package let period: String
    package let unit: UnitID
    package let item: ReadinessItem
    package let by: PersonID
    package let at: Instant
    /// What is wrong with it; nil: it is ready.
    package let fault: String?

    package init(
        period: String, unit: UnitID, item: ReadinessItem, by: PersonID, at: Instant, fault: String? = nil
    ) {
        self.period = period
        self.unit = unit
        self.item = item
        self.by = by
        self.at = at
        self.fault = fault
    }

    package var isReady: Bool { fault == nil }
}

extension UnitReadiness {
    /// Everything that must be checked off, teams first.
    package var items: [ReadinessItem] { teams.map { .team($0.key) } + equipment.map { .equipment($0) } }

    /// What a word means: a team's key or name, or a piece of equipment.
    package func item(_ word: String) -> ReadinessItem? {
        if let team = teams.first(where: { $0.key == word || $0.name == word }) { return .team(team.key) }
        return items.first { $0 == .equipment(word) || $0.text == word }
    }
}

extension Sequence<CheckOff> {
    /// The last word on a unit's item; nil where nobody looked.
    package func last(of item: ReadinessItem, unit: UnitID) -> CheckOff? {
        reversed().first { $0.unit == unit && $0.item == item }
    }

    /// Whether a check-off may follow those known: what is ready is not checked off again, but may turn out faulty.
    package func admit(_ new: CheckOff) throws(WatchConflict) -> CheckOff {
        if let last = last(of: new.item, unit: new.unit), last.isReady, new.isReady { throw .alreadyReady(last) }
        return new
    }
}

/// Somebody dialled a person's number to see that it works (联系方式核验).
package struct ContactTest: Hashable, Sendable, Codable {
    package let person: PersonID
    package let outcome: CallOutcome
    package let by: PersonID
    package let at: Instant

    package init(person: PersonID, outcome: CallOutcome, by: PersonID, at: Instant) {
        self.person = person
        self.outcome = outcome
        self.by = by
        self.at = at
    }
}

extension Place {
    /// The same place, each person's numbers tested on the day of the last test that succeeded where that is newer.
    package func with(tests: [ContactTest]) -> Place {
        var days: [PersonID: CivilDate] = [:]
        for test in tests where test.outcome == .answered {
            let day = zone.date(of: test.at)
            days[test.person] = days[test.person].map { $0 < day ? day : $0 } ?? day
        }
        guard !days.isEmpty else { return self }
        return with(
            people: people.map { person in
                guard let day = days[person.id], person.testedOn.map({ $0 < day }) != false else { return person }
                return person.with(testedOn: day)
            })
    }
}
