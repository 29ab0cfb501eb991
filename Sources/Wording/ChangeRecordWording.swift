import Incidents
import Rosters

/// Says the ledger's entries about changes of the roster and matters.
struct ChangeRecordWording {
    let names: Names

    func text(_ record: Record) -> Phrase {
        switch record {
        case .matterRaised(let number, let subject, let misses):
            let missed =
                misses.isEmpty
                ? Phrase("") : Phrase(zh: "；", en: "; ") + misses.map(names.miss).joined(zh: "；", en: "; ")
            return Phrase("\(number) ") + subject.phrase + Phrase(zh: "，告知有关人员", en: ": told to whom it concerns")
                + missed
        case .changeAsked(let request):
            return ChangeWording(names: names).line(RecordedChange(request: request, decisions: []))
        case .changeDecided(let number, let decision):
            return Phrase("\(number)  ") + ChangeWording(names: names).decision(decision)
        default: return Phrase("")
        }
    }
}
