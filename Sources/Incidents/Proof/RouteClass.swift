import Rosters

/// Kinds and grades of incident that take the same road in a unit.
struct RouteClass: Sendable {
    /// Each kind with the grades by which it takes this road.
    let members: [IncidentKind: Set<Grade?>]
    let kinds: [IncidentKind]
    let grades: [Grade?]
    /// One of them stands for all.
    let sample: IncidentKind
    let sampleGrade: Grade?
    /// Of the unit for which the class was made; where the policy names no ladder, every unit has its own.
    let plan: EscalationPlan
    /// The rule that lets its incidents wait for the day.
    let quiet: QuietRule?

    var asksForHandling: Bool { plan.ladder.steps.contains { $0.tell.contains(.handling) } }
}

/// Sorts kinds and grades into classes; units of which the policy says the same share them.
struct RouteClasses: Sendable {
    private let context: ProofContext
    private var known: [[Bool]: [RouteClass]] = [:]

    init(_ context: ProofContext) {
        self.context = context
    }

    /// Which ladders and quiet rules may mean a unit: what decides its classes.
    func profile(of unit: UnitID) -> [Bool] {
        context.policy.ladders.map { $0.match.units.admits(unit) }
            + context.policy.quiet.map { $0.match.units.admits(unit) }
    }

    mutating func classes(of unit: UnitID) -> [RouteClass] {
        let profile = profile(of: unit)
        if let classes = known[profile] { return classes }
        let classes = sorted(in: unit)
        known[profile] = classes
        return classes
    }

    /// What decides the road of an incident.
    private struct Signature: Hashable {
        let plan: EscalationPlan
        let quiet: QuietRule?
        let posts: [PostKey]
        let leaders: [PersonID]
    }

    private func sorted(in unit: UnitID) -> [RouteClass] {
        var order: [Signature] = []
        var members: [Signature: [IncidentKind: Set<Grade?>]] = [:]
        for kind in context.kinds.all {
            for grade in RouteKinds.grades {
                let signature = signature(of: kind, grade: grade, in: unit)
                if members[signature] == nil { order.append(signature) }
                members[signature, default: [:]][kind, default: []].insert(grade)
            }
        }
        return order.compactMap { signature in
            let members = members[signature, default: [:]]
            let kinds = context.kinds.all.filter { members[$0] != nil }
            guard let sample = kinds.first else { return nil }
            let grades = RouteKinds.grades.filter { grade in members.values.contains { $0.contains(grade) } }
            let sampleGrade = RouteKinds.grades.first { members[sample, default: []].contains($0) } ?? nil
            return RouteClass(
                members: members, kinds: kinds, grades: grades, sample: sample, sampleGrade: sampleGrade,
                plan: signature.plan, quiet: signature.quiet)
        }
    }

    private func signature(of kind: IncidentKind, grade: Grade?, in unit: UnitID) -> Signature {
        let facts = context.facts(of: kind, in: unit)
        let plan = context.plan(for: facts, grade: grade)
        let targets = plan.ladder.steps.flatMap(\.tell) + plan.fallback
        let posts = targets.contains(.handling) ? context.place.posts.filter { $0.isFor(kind) }.map(\.key) : []
        let leaders =
            targets.contains(.fieldLeader)
            ? context.leaders.filter { $0.isInCharge(of: kind.category, type: kind.type) }.map(\.id) : []
        return Signature(
            plan: plan, quiet: context.quiet(for: facts, grade: grade), posts: posts, leaders: leaders)
    }
}

extension Post {
    func isFor(_ kind: IncidentKind) -> Bool {
        handles(category: kind.category, type: kind.type)
    }
}

extension ProofContext {
    /// The rule that lets such an incident wait for the day.
    func quiet(for facts: IncidentFacts, grade: Grade?) -> QuietRule? {
        policy.quiet.first { $0.match.matches(facts, grade: grade ?? policy.ungradedAs) }
    }
}
