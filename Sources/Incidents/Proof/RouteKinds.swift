import Rosters

/// The kinds of incident that a place tells apart: each category, and each type that some file names.
struct RouteKinds {
    /// A category in general first, then its types by name.
    let all: [IncidentKind]
    /// The types that the policy names, not only a post or a leader.
    let named: [IncidentKind]

    init(place: Place, policy: Policy) {
        let handled = place.posts.flatMap(\.handles) + place.people.flatMap { $0.inCharge ?? [] }
        let matches = policy.ladders.map(\.match) + policy.quiet.map(\.match) + policy.standby.map(\.match)
        let listed = matches.map { ($0.categories, $0.types) } + policy.limits.map { ($0.categories, $0.types) }
        let kinds = policy.checklists.map(\.kind) + policy.cards.map(\.kind)
        let placed = handled + kinds + listed.flatMap { categories, types in Self.pairs(categories, types) }
        // A type without a category belongs to those in which some other line names it, else to all.
        let loose = listed.filter { $0.0.isEmpty }.flatMap(\.1).flatMap { type in
            let known = placed.filter { $0.type == type }.map(\.category)
            return Self.pairs(known.isEmpty ? Category.allCases : known, [type])
        }
        let typed = Set((placed + loose).filter { $0.type != nil })
        let ofPolicy = Set(kinds + listed.flatMap { categories, types in Self.pairs(categories, types) } + loose)
        self.all = Category.allCases.flatMap { category in
            [IncidentKind(category: category, type: nil)]
                + typed.filter { $0.category == category }.sorted { ($0.type ?? "") < ($1.type ?? "") }
        }
        self.named = all.filter { $0.type != nil && ofPolicy.contains($0) }
    }

    private static func pairs(_ categories: [Category], _ types: [String]) -> [IncidentKind] {
        categories.flatMap { category in types.map { IncidentKind(category: category, type: $0) } }
    }

    /// The grades by which an incident can be routed; nil: 未定级.
    static let grades: [Grade?] = Grade.allCases + [nil]
}
