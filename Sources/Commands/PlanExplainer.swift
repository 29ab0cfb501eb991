import Calendars
import Foundation
import Planning
import Rosters
import Wording

/// `plan --explain`: what together makes it impossible, and the ways out, each of them tried.
struct PlanExplainer {
    let desk: PlanDesk
    let effort: PlanEffort

    private static let fewHoles = 4

    func run() throws {
        let clock = ContinuousClock()
        let begun = clock.now
        let plain = PlanModel(desk.request, by: Cores())
        let first = plan(of: plain.problem)
        let empty = plain.unfilled(in: first).map(\.slot)
        let model = plain.lending(to: empty, standing: plain.roster(of: first).assignments, by: Cores())
        var plan = model.plan(first, of: plain)
        var budget = Budget()
        let diagnosis =
            empty.isEmpty
            ? Diagnosis() : Feasibility.contradictions(model.problem, empty: empty, in: plan, within: &budget)
        for (slot, people) in diagnosis.seats { plan.seats[slot] = people }
        let contradictions = diagnosis.contradictions.enumerated().map { number, contradiction in
            let others = diagnosis.contradictions.enumerated().filter { $0.offset != number }
            return Explained(
                contradiction: contradiction,
                ways: WaysOut.find(
                    outOf: contradiction, in: model.problem, lenders: model.lenders,
                    excused: others.flatMap(\.element.allExcused), plan: plan, within: &budget))
        }
        let seconds = (clock.now - begun).inSeconds
        let explanation = Explanation(
            model: model, contradictions: contradictions, isProved: diagnosis.isComplete, hadEmpty: !empty.isEmpty,
            seconds: seconds)
        let kept = PlanKeptFaults(desk)
        if desk.output.isJSON {
            let json = ExplanationJSON(explanation, kept: kept, period: desk.period, output: desk.output)
            Terminal.say(json.value.rendered())
        } else {
            print(explanation)
            kept.print()
        }
        if explanation.isImpossible || !explanation.isProved || !kept.findings.isEmpty {
            throw QuietExit.didNotHold
        }
    }

    /// A plan that says where to look: a few holes are the solver's to judge, many mean that the search gave up too early.
    private func plan(of problem: SeatProblem) -> SeatPlan {
        let parts = Components(problem)
        let seed = effort.seed
        return parts.joined(
            Cores().map(parts.parts.count) { number in
                let part = parts.parts[number].problem
                let plan = SeatSearch.firstPlan(part, seed: seed)
                let holes = plan.seats.count { $0.contains(-1) }
                return holes <= Self.fewHoles ? plan : SeatSearch(part, seed: seed, from: plan).best
            })
    }

    private func print(_ explanation: Explanation) {
        let wording = ExplanationWording(model: explanation.model)
        desk.output.say(desk.wording.title(desk.period))
        desk.output.say(explanation.verdict)
        for (number, explained) in explanation.contradictions.enumerated() {
            Terminal.say("")
            desk.output.say(wording.head(number + 1, explained.contradiction))
            for fact in explained.contradiction.core {
                Terminal.say("  · " + desk.output.text(wording.phrase(fact)))
            }
            if let shortage = explained.contradiction.shortage {
                Terminal.say("  · " + desk.output.text(wording.phrase(shortage)))
            }
            desk.output.say(ExplanationWording.waysOut(explained.ways.count))
            for line in wording.lines(explained.ways) { Terminal.say("  → " + desk.output.text(line)) }
        }
        if explanation.isLaidOut {
            Terminal.say("")
            desk.output.say(ExplanationWording.otherShifts)
        }
    }
}

/// A contradiction with the ways out of it.
struct Explained {
    let contradiction: Contradiction
    let ways: [WayOut]
}

/// All that was found out about a roster that cannot be filled.
struct Explanation {
    let model: PlanModel
    let contradictions: [Explained]
    /// False where the budget ran out before everything was decided.
    let isProved: Bool
    let hadEmpty: Bool
    let seconds: Double

    var isImpossible: Bool { !contradictions.isEmpty }

    /// Whether a contradiction is about a shift that the planner chose.
    var isLaidOut: Bool {
        contradictions.contains { explained in
            explained.contradiction.core.contains { fact in
                guard case .slot(let number) = fact else { return false }
                return model.slots[number].isLaid
            }
        }
    }

    var verdict: Phrase {
        if isImpossible {
            return ExplanationWording.impossible(contradictions.count, isWhole: isProved, isLaidOut: isLaidOut)
        }
        return isProved ? ExplanationWording.possible : ExplanationWording.unknown
    }
}
