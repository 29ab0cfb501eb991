import Calendars
import Planning
import Rosters
import Wording

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
            "shifts_laid_out": .number(model.shiftsLaidOut),
        ])
    }

    private func contradiction(_ explained: Explained) -> JSON {
        var fields: JSON.Members = [
            "minimal": .flag(explained.contradiction.isMinimal),
            "facts": .list(explained.contradiction.core.map(fact)),
            "ways_out": .list(explained.ways.map(wayOut)),
        ]
        if let shortage = explained.contradiction.shortage {
            fields["seats_short"] = .number(shortage.missing)
            fields["text"] = .text(output.text(wording.phrase(shortage)))
        }
        return .object(fields)
    }

    private func fact(_ fact: Fact) -> JSON {
        object(kind(of: fact), wording.phrase(fact), details(of: fact))
    }

    /// A name that stays only because it stood in the table is no pin.
    private func kind(of fact: Fact) -> String {
        if case .pinned(let slot, let person) = fact, !model.isMarked(person, in: slot) { return "kept" }
        return fact.kind
    }

    private func details(of fact: Fact) -> JSON.Members {
        switch fact {
        case .slot(let number): members(of: number).filled(with: ["laid_out": .flag(model.slots[number].isLaid)])
        case .leave(let leave): self.leave(leave)
        case .pinned(let slot, let person): duty(person, in: slot)
        case .apart(let one, let other): ["people": .list([person(one), person(other)])]
        case .rank, .rest, .dutyLength, .most, .window, .consecutive: [:]
        }
    }

    private func wayOut(_ way: WayOut) -> JSON {
        object(way.kind, wording.phrase(way), details(of: way))
    }

    private func object(_ kind: String, _ phrase: Phrase, _ details: JSON.Members) -> JSON {
        let head: JSON.Members = ["kind": .text(kind), "text": .text(output.text(phrase))]
        return .object(head.filled(with: details))
    }

    private func duty(_ person: Int32, in slot: Int) -> JSON.Members {
        let head: JSON.Members = ["person": self.person(person)]
        return head.filled(with: members(of: slot))
    }

    /// Whom and which shifts a way out is about, and the number that it asks for.
    private func details(of way: WayOut) -> JSON.Members {
        switch way {
        case .lift(let leaves):
            JSON.Members([("leaves", .list(leaves.map { .object(leave($0)) }))])
                .filled(with: leaves.count == 1 ? leave(leaves[0]) : [:])
        case .shortenRest(let seconds, let people):
            ["hours": .decimal(Double(seconds) / 3600), "people": .list(people.map(person))]
        case .lend(let person, let slot): duty(person, in: slot)
        case .lendSeveral(let people, let slots):
            ["people": .list(people.map(person)), "slots": .list(slots.map(slot))]
        case .raise(let fact, let value): ["limit": .text(fact.kind), "value": .number(value)]
        case .waive(let fact): ["fact": self.fact(fact)]
        case .leaveEmpty(let slot): members(of: slot)
        case .leaveSeveralEmpty(let seats, let slots):
            ["seats": .number(seats), "slots": .list(slots.map(slot))]
        }
    }

    private var model: PlanModel { explanation.model }

    private func person(_ number: Int32) -> JSON { .text(model.place[model.person(number)].id.text) }

    private func slot(_ number: Int) -> JSON { PlanJSON.slot(model.slots[number], in: model.place) }

    private func members(of slot: Int) -> JSON.Members {
        guard case .object(let members) = self.slot(slot) else { return [:] }
        return members
    }

    private func leave(_ leave: Int32) -> JSON.Members {
        let (place, absence) = (model.place, model.place.absences[Int(leave)])
        return [
            "person": .text(place[absence.person].id.text), "from": .text(place.zone.iso(absence.interval.start)),
            "to": .text(place.zone.iso(absence.interval.end)), "reason": .text(absence.reason),
        ]
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
