import Calendars
package import RosterRules
import Rosters

/// Says why a change of the roster cannot be made.
package struct ConflictPhrase: Sendable {
    private let names: Names

    package init(names: Names) {
        self.names = names
    }

    package func text(_ conflict: ChangeConflict) -> Phrase {
        let wording = ChangeWording(names: names)
        switch conflict {
        case .slotMoved(let slot, let standing):
            let who =
                standing.isEmpty
                ? Phrase(zh: "现无人在班", en: "nobody stands there now")
                : Phrase(zh: "现由 ", en: "now: ") + Phrase(standing.map(names.person).joined(separator: "、"))
            return wording.slot(slot)
                + Phrase(
                    zh: "：原排 \(names.person(slot.person)) 已变动，",
                    en: ": \(names.person(slot.person)) does not stand there any more, ") + who
        case .mayNotApprove(let person, let allowed):
            let list = allowed.map { Phrase("\(names.person($0)) (\($0))") }
            return Phrase(
                zh: "\(names.person(person))无权批准；可批准的是：", en: "\(names.person(person)) may not approve it; who may: ")
                + (list.isEmpty ? Phrase(zh: "（无人当班）", en: "(nobody on duty)") : list.joined())
        case .ownChange(let person):
            return Phrase(
                zh: "\(names.person(person))是当事人，不能自己批准",
                en: "\(names.person(person)) is a party to it and cannot approve it")
        case .samePerson(let person):
            return Phrase(
                zh: "\(names.person(person))不能与自己替班或调班", en: "\(names.person(person)) cannot stand in for themself")
        case .alreadyDecided(let number, let decision):
            return Phrase(zh: "变动 \(number) 已有决定：", en: "change \(number) is decided: ") + wording.decision(decision)
        case .notApproved(let number):
            return Phrase(zh: "变动 \(number) 尚未批准，无须撤销", en: "change \(number) was never approved: nothing to undo")
        case .over(let span):
            let zone = names.place?.zone ?? .shanghai
            return Phrase(zh: "该时段已结束：\(zone.span(span))", en: "that time is over: \(zone.span(span))")
        }
    }
}
