import Calendars
package import Rosters

/// Whom a step tells.
package enum Target: Hashable, Sendable, Codable {
    /// Whoever stands at this tier in the incident's unit.
    case tier(Tier)
    case post(PostKey)
    /// Whoever stands at a post that handles the incident's kind.
    case handling
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

/// Which incidents a ladder is for; an empty list matches all.
package struct LadderMatch: Hashable, Sendable, Codable {
    package let units: [UnitID]
    package let categories: [Category]
    package let types: [String]
    package let grades: [Grade]

    package init(units: [UnitID] = [], categories: [Category] = [], types: [String] = [], grades: [Grade] = []) {
        self.units = units
        self.categories = categories
        self.types = types
        self.grades = grades
    }

    func matches(_ facts: IncidentFacts, grade: Grade) -> Bool {
        units.admits(facts.unit) && categories.admits(facts.category) && types.admits(facts.type)
            && grades.admits(grade)
    }
}

extension Array where Element: Equatable {
    /// Whether a value matches a planner's list; an empty list matches everything, an unknown value only that.
    func admits(_ value: Element?) -> Bool { isEmpty || value.map(contains) == true }
}

/// An escalation ladder (升级阶梯): steps climbed until somebody answers.
package struct Ladder: Hashable, Sendable, Codable {
    package let name: String
    package let match: LadderMatch
    package let steps: [Step]

    package init(name: String, match: LadderMatch = LadderMatch(), steps: [Step]) {
        self.name = name
        self.match = match
        self.steps = steps
    }
}

/// The name that `policy.yaml` gives a channel.
package typealias ChannelName = Key<ChannelDefinition>

/// A way to reach people, by name; secrets come from the environment, never from a file.
package struct ChannelDefinition: Hashable, Sendable, Codable {
    package enum Kind: Hashable, Sendable, Codable {
        case webhook(urlVariable: String, secretVariable: String?, timeout: Duration)
        /// A person who is asked to dial.
        case call
        /// The engine's own terminal.
        case terminal
    }

    package let name: ChannelName
    package let kind: Kind

    package init(name: ChannelName, kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// How long one try may take; printing takes none.
    package var timeout: Duration {
        switch kind {
        case .webhook(_, _, let timeout): timeout
        case .call, .terminal: .zero
        }
    }

    /// Whether it ends at the engine's own terminal instead of the network.
    package var isLocal: Bool {
        switch kind {
        case .call, .terminal: true
        case .webhook: false
        }
    }

    /// The channel of places that name none: somebody dials.
    package static let call = ChannelDefinition(name: "call", kind: .call)
}

/// The event from which a reporting limit counts.
package enum ClockStart: String, Sendable, Codable, CaseIterable {
    case happened
    case learned
    case received
    case verified
}

/// How a report travels upward.
package enum ReportMedium: String, Sendable, Codable, CaseIterable {
    case any
    case phone
    case written
}

/// A limit by which an incident must be reported upward.
package struct ReportLimit: Hashable, Sendable, Codable {
    package let profile: String
    package let jurisdiction: String?
    package let categories: [Category]
    package let types: [String]
    package let grades: [Grade]
    package let to: String
    package let over: ReportMedium
    package let starts: ClockStart
    package let within: Duration
    package let source: String

    package init(
        profile: String, jurisdiction: String? = nil, categories: [Category] = [], types: [String] = [],
        grades: [Grade] = [], to: String, over: ReportMedium = .any, starts: ClockStart, within: Duration,
        source: String
    ) {
        self.profile = profile
        self.jurisdiction = jurisdiction
        self.categories = categories
        self.types = types
        self.grades = grades
        self.to = to
        self.over = over
        self.starts = starts
        self.within = within
        self.source = source
    }
}

/// Routing, ladders, channels and limits of a place, as `policy.yaml` says.
package struct Policy: Hashable, Sendable, Codable {
    package let fallback: [Target]
    package let roundPause: Duration
    package let ungradedAs: Grade
    package let channels: [ChannelDefinition]
    /// Each person's ways, in the order in which they are tried.
    package let contact: [ChannelName]
    /// The first that matches wins.
    package let ladders: [Ladder]
    package let limits: [ReportLimit]

    package init(
        fallback: [Target] = [], roundPause: Duration = .minutes(5), ungradedAs: Grade = .III,
        channels: [ChannelDefinition] = [], contact: [ChannelName] = [], ladders: [Ladder] = [],
        limits: [ReportLimit] = []
    ) {
        self.fallback = fallback
        self.roundPause = roundPause
        self.ungradedAs = ungradedAs
        self.channels = channels
        self.contact = contact
        self.ladders = ladders
        self.limits = limits
    }

    package func channel(_ name: ChannelName) -> ChannelDefinition? {
        channels.first { $0.name == name } ?? (name == ChannelDefinition.call.name ? .call : nil)
    }
}
