package import Calendars
package import Rosters

/// A broken link of the chain, with when it shows and what would mend it.
package struct RouteFinding: Hashable, Sendable {
    package let rule: RouteRule
    package var severity: Severity
    /// The unit whose reports meet it, or a person's own; nil: the whole place.
    package var unit: UnitID?
    /// Empty: all.
    package var kinds: [IncidentKind] = []
    /// Nil among them: 未定级; empty: all.
    package var grades: [Grade?] = []
    package var ladder: String?
    /// From 1; nil: the whole ladder, or the fallback.
    package var step: Int?
    /// What the step names.
    package var targets: [Target] = []
    package var post: PostKey?
    package var person: PersonID?
    /// The one recipient behind every step.
    package var recipient: Recipient?
    /// The ring of units.
    package var ring: [UnitID] = []
    /// How late the first leader is told, or how many days ago a number was tried; nil: never.
    package var measured: Int?
    /// The policy's limit for that, in minutes or days.
    package var limit: Int?
    /// The reports that meet it: a maximal stretch.
    package let interval: Interval
    /// Each was tried.
    package var remedies: [RouteRemedy] = []

    package init(rule: RouteRule, severity: Severity, unit: UnitID? = nil, interval: Interval) {
        self.rule = rule
        self.severity = severity
        self.unit = unit
        self.interval = interval
    }

    /// The people it is about.
    package var people: [PersonID] {
        if let person { return [person] }
        if case .person(let id) = recipient { return [id] }
        return []
    }
}

extension RouteFinding {
    /// What the id is a digest of: `rule|unit|post, person or ladder/step|kinds|grades|from|to|measured`.
    package func identity(in zone: Zone) -> String {
        let step = ladder.map { "\($0)/\(self.step.map(String.init) ?? "")" }
        let subject = [post?.text, person?.text, recipient?.text, step].compactMap { $0 }.joined(separator: ",")
        let parts: [String?] = [
            rule.rawValue, unit?.text, subject + ring.map(\.text).joined(separator: ">"),
            kinds.map(\.text).joined(separator: ","), grades.map(Self.text).joined(separator: ","),
            zone.iso(interval.start), zone.iso(interval.end), measured.map(String.init),
        ]
        return parts.map { $0 ?? "" }.joined(separator: "|")
    }

    /// `III`, or `ungraded`.
    package static func text(_ grade: Grade?) -> String { grade?.rawValue ?? "ungraded" }
}

extension IncidentKind {
    /// `accident/危险化学品`, or `accident` for the category in general, as planners write it.
    package var text: String { type.map { "\(category.rawValue)/\($0)" } ?? category.rawValue }
}

/// What would mend a broken link.
package struct RouteRemedy: Hashable, Sendable {
    package enum Action: Hashable, Sendable {
        /// Nil: to the fallback.
        case addTarget(Target, step: Int?)
        case handle(PostKey)
        case nameInstead(PersonID)
        /// The waits of the first steps, in minutes.
        case shortenWaits([Int])
        case giveNumber(PersonID)
        case tryNumber(PersonID)
        case staff(UnitID, PostKey)
    }

    package let action: Action
    /// Whom it tells at all the times of the finding, or would have told.
    package let tells: [Recipient]

    package init(_ action: Action, tells: [Recipient] = []) {
        self.action = action
        self.tells = tells
    }

    package var person: PersonID? {
        switch action {
        case .nameInstead(let id), .giveNumber(let id), .tryNumber(let id): id
        case .addTarget(.person(let id), _): id
        default: nil
        }
    }

    package var target: Target? {
        if case .addTarget(let target, _) = action { target } else { nil }
    }
}
