import Calendars
import Foundation
import Planning
import Rosters
import Wording

/// `plan --explain`: what together makes it impossible, and the ways out, each of them tried.
struct PlanExplainer {
    let desk: PlanDesk
    let effort: PlanEffort

    /// So many moves look for a roster before anything is called impossible.
    private static let moves = 60_000

    func run() throws {
        let clock = ContinuousClock()
        let begun = clock.now
        let plain = PlanModel(desk.request)
        let run = PlanRun(plain.problem, seed: effort.seed, limit: .steps(0)).run()
        var plan = run.plan
        if run.firstComplete == nil {
            plan = PlanRun(plain.problem, seed: effort.seed, limit: .steps(Self.moves), from: plan).run().plan
        }
        let empty = plain.unfilled(in: plan).map(\.slot)
        let model = PlanModel(desk.request, lendingTo: empty, standing: plain.roster(of: plan).assignments)
        var budget = Budget()
        let diagnosis =
            empty.isEmpty
            ? Diagnosis() : Feasibility.contradictions(model.problem, empty: empty, within: &budget)
        let contradictions = diagnosis.contradictions.enumerated().map { number, contradiction in
            let others = diagnosis.contradictions.enumerated().filter { $0.offset != number }
            return Explained(
                contradiction: contradiction,
                ways: WaysOut.find(
                    outOf: contradiction, in: model.problem, lenders: model.lenders,
                    excused: others.flatMap(\.element.allExcused), within: &budget))
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

    var verdict: Phrase {
        if isImpossible { return ExplanationWording.impossible(contradictions.count, isWhole: isProved) }
        return isProved ? ExplanationWording.possible : ExplanationWording.unknown
    }
}
