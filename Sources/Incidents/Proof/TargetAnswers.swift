import Calendars
import Rosters

/// Whom single targets name over the window; units that ask the same share the answer.
final class TargetAnswers {
    private let context: ProofContext
    private let horizon: AnswerHorizon
    /// Of the unit that asked last.
    private var own: (unit: Ordinal<Unit>?, known: [Question: TargetTimeline]) = (nil, [:])
    private var shared: [Question: TargetTimeline] = [:]

    /// What decides a target's answer.
    private struct Question: Hashable {
        let target: Target
        /// Nil where it does not matter.
        let unit: Ordinal<Unit>?
        let kind: IncidentKind?
    }

    init(_ context: ProofContext) {
        self.context = context
        self.horizon = AnswerHorizon(context.window.end)
    }

    /// The kind matters only to targets that ask for it.
    func timeline(of target: Target, for kind: IncidentKind?, in unit: Ordinal<Unit>) -> TargetTimeline {
        switch target {
        case .person, .phone:
            shared(Question(target: target, unit: nil, kind: nil), in: unit)
        case .unitAbove:
            shared(Question(target: target, unit: context.place.units[unit.index].parent, kind: nil), in: unit)
        case .tier, .post, .handling, .fieldLeader:
            own(Question(target: target, unit: unit, kind: target.asksForKind ? kind : nil), in: unit)
        }
    }

    private func shared(_ question: Question, in unit: Ordinal<Unit>) -> TargetTimeline {
        if let known = shared[question] { return known }
        let timeline = answer(question, in: unit)
        shared[question] = timeline
        return timeline
    }

    private func own(_ question: Question, in unit: Ordinal<Unit>) -> TargetTimeline {
        if own.unit != unit { own = (unit, [:]) }
        if let known = own.known[question] { return known }
        let timeline = answer(question, in: unit)
        own.known[question] = timeline
        return timeline
    }

    private func answer(_ question: Question, in unit: Ordinal<Unit>) -> TargetTimeline {
        let resolver = TargetResolver(
            unit: context.place.units[unit.index].id, category: question.kind?.category, type: question.kind?.type,
            ways: context.ways, board: context.board, horizon: horizon)
        return TargetTimeline(question.target, asking: resolver.offices, until: horizon, in: context)
    }
}

extension Target {
    /// Whether the kind of the incident decides whom it names.
    var asksForKind: Bool { self == .handling || self == .fieldLeader }
}
