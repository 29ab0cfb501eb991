import Calendars
package import Rosters
package import Watchkeeping

/// Whose acknowledgement stops a ladder.
package enum AckRule: String, Sendable, Codable, CaseIterable {
    /// Only that of somebody who was told; another's is recorded.
    case told
    case anyone
}

/// Routing, ladders, channels and limits of a place, as `policy.yaml` says.
package struct Policy: Hashable, Sendable {
    package var fallback: [Target]
    package var roundPause: Duration
    package var ungradedAs: Grade
    package var channels: [ChannelDefinition]
    /// Each person's ways, in the order in which they are tried.
    package var contact: [ChannelName]
    /// The first that matches wins.
    package var ladders: [Ladder]
    package var limits: [ReportLimit]
    /// The profiles of limits that are in force; empty: all.
    package var profiles: [String] = []
    /// After so long without a further entry an acknowledged incident is asked about again.
    package var askAgain: Duration = .minutes(120)
    /// For so long before and after a change of shift both the outgoing and the incoming are told.
    package var handover: Duration = .minutes(10)
    package var ackBy: AckRule = .told
    /// Within so long of the report a leader must be told; nil: no demand.
    package var leaderWithin: Duration?
    /// Reports of one place and category within so long of each other may be one incident.
    package var duplicateWindow: Duration = .minutes(60)
    /// A person's numbers must have been tried within so many days; nil: no demand.
    package var testedWithinDays: Int?
    package var quiet: [QuietRule] = []
    package var standby: [StandbyRule] = []
    package var checklists: [GradeChecklist] = []
    package var cards: [PlanCard] = []
    /// How grave a finding of the routing proof is here, where it differs from the usual.
    package var proof: [RouteRule: RuleSetting.Level] = [:]
    /// Nil: no handover is watched.
    package var handoverRule: HandoverRule?
    /// Nil: no unit owes a nil report.
    package var nilReport: NilReportRule?

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

    /// The plan card (预案) of an incident's kind: one for its type before one for its whole category.
    package func card(for facts: IncidentFacts) -> PlanCard? { cards.closest(to: facts, by: \.kind) }

    /// The checklist by which an incident outside 国令493 is graded: one for its type before one for its category.
    package func checklist(for facts: IncidentFacts) -> GradeChecklist? { checklists.closest(to: facts, by: \.kind) }
}

extension Array {
    /// The first that is for the incident's type, else the first that is for its whole category.
    fileprivate func closest(to facts: IncidentFacts, by kind: (Element) -> IncidentKind) -> Element? {
        let fitting = filter { kind($0).covers(category: facts.category, type: facts.type) }
        return fitting.first { kind($0).type != nil } ?? fitting.first
    }
}
