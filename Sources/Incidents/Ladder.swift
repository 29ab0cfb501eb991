import Calendars
package import Rosters

/// Whom a step tells.
package enum Target: Hashable, Sendable, Codable {
    /// Whoever stands at this tier in the incident's unit.
    case tier(Tier)
    case post(PostKey)
    /// Whoever stands at a post that handles the incident's kind.
    case handling
    /// 分管领导: the leader in charge of the incident's kind.
    case fieldLeader
    case person(PersonID)
    /// A unit's duty phone.
    case phone(UnitID)
    case unitAbove
}

/// How many of those told must acknowledge.
package enum Need: String, Sendable, Codable, CaseIterable {
    case any
    case all
}

/// One step of a ladder: whom to tell, and how long to wait for an answer.
package struct Step: Hashable, Sendable, Codable {
    package let tell: [Target]
    package let need: Need
    package let wait: Duration

    package init(tell: [Target], need: Need = .any, wait: Duration) {
        self.tell = tell
        self.need = need
        self.wait = wait
    }
}

/// Which incidents a part of the policy is for; an empty list matches all.
package struct IncidentMatch: Hashable, Sendable, Codable {
    package let units: [UnitID]
    package let categories: [Category]
    package let types: [String]
    package let grades: [Grade]
    /// The levels of a standing warning; nil matches incidents and warnings alike.
    package let warnings: [WarningLevel]?

    package init(
        units: [UnitID] = [], categories: [Category] = [], types: [String] = [], grades: [Grade] = [],
        warnings: [WarningLevel]? = nil
    ) {
        self.units = units
        self.categories = categories
        self.types = types
        self.grades = grades
        self.warnings = warnings
    }

    package func matches(_ facts: IncidentFacts, grade: Grade) -> Bool {
        units.admits(facts.unit) && categories.admits(facts.category) && types.admits(facts.type)
            && grades.admits(grade) && admits(facts.warning?.level)
    }

    private func admits(_ level: WarningLevel?) -> Bool {
        guard let warnings else { return true }
        return level.map { warnings.isEmpty || warnings.contains($0) } ?? false
    }
}

extension Array where Element: Equatable {
    /// Whether a value matches a planner's list; an empty list matches everything, an unknown value only that.
    func admits(_ value: Element?) -> Bool { isEmpty || value.map(contains) == true }
}

/// An escalation ladder (升级阶梯): steps climbed until somebody answers.
package struct Ladder: Hashable, Sendable, Codable {
    package let name: String
    package let match: IncidentMatch
    package let steps: [Step]

    package init(name: String, match: IncidentMatch = IncidentMatch(), steps: [Step]) {
        self.name = name
        self.match = match
        self.steps = steps
    }
}
