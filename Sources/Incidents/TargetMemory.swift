import Calendars
import Rosters

/// What a resolver answered about one unit, and until when; for whoever asks about many instants in their order.
final class TargetMemory {
    private struct Question: Hashable {
        let target: Target
        /// Nil where the target does not ask for the kind.
        let kind: IncidentKind?
    }

    private struct Answer {
        let from: Instant
        /// Nil: it never changes any more.
        let until: Instant?
        let named: TargetResolver.Named
    }

    private var answers: [Question: [Answer]] = [:]
    /// Until when all that was looked up since `begin` stays as it is; nil: for ever.
    private(set) var end: Instant?

    func begin() { end = nil }

    func holds(until instant: Instant?) {
        guard let instant else { return }
        end = end.map { min($0, instant) } ?? instant
    }

    /// The known answer, else the one that `resolve` finds now.
    func answer(
        to target: Target, about kind: IncidentKind?, at now: Instant, resolve: () -> TargetResolver.Named
    ) -> TargetResolver.Named {
        let asksForKind = target == .handling || target == .fieldLeader
        let question = Question(target: target, kind: asksForKind ? kind : nil)
        if let known = known(question, at: now) {
            holds(until: known.until)
            return known.named
        }
        let before = end
        end = nil
        let named = resolve()
        answers[question, default: []].append(Answer(from: now, until: end, named: named))
        holds(until: before)
        return named
    }

    private func known(_ question: Question, at now: Instant) -> Answer? {
        guard let all = answers[question] else { return nil }
        var (low, high) = (0, all.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if all[middle].from <= now { low = middle } else { high = middle }
        }
        let nearest = all[low]
        return nearest.from <= now && nearest.until.map { now < $0 } ?? true ? nearest : nil
    }
}
