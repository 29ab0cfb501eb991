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
        let model = plain.lending(to: empty, by: Cores())
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

/// `plan --explain --json`.
struct ExplanationJSON {
    private let explanation: Explanation
    private let kept: PlanKeptFaults
    private let period: String
    private let output: OutputOptions
    private let wording: ExplanationWording

    init(_ explanation: Explanation, kept: PlanKeptFaults, period: String, output: OutputOptions) {
        self.explanation = explanation
        self.kept = kept
        self.period = period
        self.output = output
        self.wording = ExplanationWording(model: explanation.model)
    }

    var value: JSON {
        .object([
            "period": .text(period), "possible": .flag(explanation.isProved && !explanation.isImpossible),
            "proved": .flag(explanation.isProved), "seconds": .decimal(explanation.seconds),
            "contradictions": .list(explanation.contradictions.map(contradiction)), "kept_faults": kept.json,
            "shifts_laid_out": .number(explanation.model.shiftsLaidOut),
        ])
    }

    private func contradiction(_ explained: Explained) -> JSON {
        var fields: JSON.Members = [
            "minimal": .flag(explained.contradiction.isMinimal),
            "facts": .list(explained.contradiction.core.map(fact)),
            "ways_out": .list(
                explained.ways.map { way in
                    .object(["kind": .text(way.kind), "text": .text(output.text(wording.phrase(way)))])
                }),
        ]
        if let shortage = explained.contradiction.shortage {
            fields["seats_short"] = .number(shortage.missing)
            fields["text"] = .text(output.text(wording.phrase(shortage)))
        }
        return .object(fields)
    }

    private func fact(_ fact: Fact) -> JSON {
        let model = explanation.model
        var fields: JSON.Members = ["kind": .text(fact.kind), "text": .text(output.text(wording.phrase(fact)))]
        switch fact {
        case .slot(let number):
            if case .object(let slot) = PlanJSON.slot(model.slots[number], in: model.place) {
                fields = fields.filled(with: slot)
            }
            fields["laid_out"] = .flag(model.slots[number].isLaid)
        case .leave(let leave):
            let absence = model.place.absences[Int(leave)]
            fields["person"] = .text(model.place[absence.person].id.text)
            fields["from"] = .text(model.place.zone.iso(absence.interval.start))
            fields["to"] = .text(model.place.zone.iso(absence.interval.end))
        case .pinned(_, let person): fields["person"] = .text(model.place[model.person(person)].id.text)
        case .apart, .rank, .rest, .dutyLength, .most, .window, .consecutive: break
        }
        return .object(fields)
    }
}

extension Fact {
    fileprivate var kind: String {
        switch self {
        case .slot: "slot"
        case .leave: "leave"
        case .pinned: "pinned"
        case .apart: "apart"
        case .rank: "rank"
        case .rest: "rest"
        case .dutyLength: "duty-length"
        case .most: "most-duties"
        case .window: "most-in-window"
        case .consecutive: "most-consecutive"
        }
    }
}

extension WayOut {
    fileprivate var kind: String {
        switch self {
        case .lift: "lift-leave"
        case .shortenRest: "shorten-rest"
        case .lend: "lend"
        case .lendSeveral: "lend-several"
        case .raise: "raise-limit"
        case .waive: "waive"
        case .leaveEmpty: "leave-empty"
        case .leaveSeveralEmpty: "leave-several-empty"
        }
    }
}
