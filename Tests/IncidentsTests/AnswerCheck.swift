import Incidents
import Rosters

/// Reads from the ledger alone whose answers count, and holds the machine against it.
struct AnswerCheck {
    private var everTold: Set<Recipient> = []
    private var toldOnLadder: Set<Recipient> = []

    mutating func broken(by change: IncidentChange, from before: Incident) -> [String] {
        var broken: [String] = []
        for record in change.records {
            if case .acknowledged(let person, let wasTold, let stops, let phones) = record {
                let mine = Set([.person(person)] + (phones ?? []).map(Recipient.phone))
                let isOpen = before.escalation.phase == .open
                if wasTold == everTold.isDisjoint(with: mine) {
                    broken.append("an answer says whether it was asked for")
                }
                let isOfLadder = !toldOnLadder.isDisjoint(with: mine)
                let mayStop = isOfLadder || toldOnLadder.isEmpty || before.policy.ackBy == .anyone
                if stops, !isOpen || !mayStop { broken.append("nobody else's answer stops it") }
                let needsAnyone = before.plan.ladder.steps.allSatisfy { $0.need == .any }
                if isOpen, isOfLadder, needsAnyone, !stops { broken.append("the answer of whoever was told stops it") }
                if isOpen, everTold.isEmpty, !stops { broken.append("where nobody was told anybody's answer stops it") }
                if isOpen, stops != (change.escalation.phase == .acknowledged) {
                    broken.append("it rests when stopped")
                }
            }
            read(record, from: before)
        }
        return broken
    }

    private mutating func read(_ record: Record, from before: Incident) {
        switch record {
        case .told(_, let told) where told.notice == nil:
            everTold.insert(told.recipient)
            toldOnLadder.insert(told.recipient)
        case .reopened, .split, .rerouted, .askedAgain: toldOnLadder = []
        case .declined(_, _, _, true) where before.escalation.phase == .acknowledged: toldOnLadder = []
        default: break
        }
    }
}
