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
        case .slotMoved(let slot, let standing, let changes): return moved(slot, standing, changes)
        case .mayNotApprove(let person, let allowed):
            let list = allowed.map { Phrase("\(names.person($0)) (\($0))") }
            return Phrase(
                zh: "\(names.person(person))无权批准；可批准的是：", en: "\(names.person(person)) may not approve it; who may: ")
                + (list.isEmpty ? Phrase(zh: "（无人当班）", en: "(nobody on duty)") : list.joined())
        case .mayNotTakeBack(let person, let asker, let allowed):
            let list = ([asker] + allowed).uniqued().map { Phrase("\(names.person($0)) (\($0))") }
            return Phrase(
                zh: "\(names.person(person))无权不予批准或撤销；可办理的是：",
                en: "\(names.person(person)) may neither refuse nor undo it; who may: ") + list.joined()
        case .substituteAway(let person, let span, let number):
            return Phrase(
                zh: "\(names.person(person))请假外出（\(number)：\(zone.span(span))），不能替班",
                en: "\(names.person(person)) is away (\(number): \(zone.span(span))) and cannot stand in")
        case .alreadyAway(let person, let changes):
            let list = changes.map(\.description)
            return Phrase(
                zh: "\(names.person(person))的这段请假已登记为 \(list.joined(separator: "、"))",
                en: "this absence of \(names.person(person)) is already recorded as \(list.joined(separator: ", "))")
        case .ownChange(let person):
            return Phrase(
                zh: "\(names.person(person))是当事人，不能自己批准",
                en: "\(names.person(person)) is a party to it and cannot approve it")
        case .samePerson(let person):
            return Phrase(
                zh: "\(names.person(person))不能与自己替班或调班", en: "\(names.person(person)) cannot stand in for themself")
        case .ownDeputy, .deputyAway, .deputyBarred: return deputy(conflict)
        case .alreadyDecided(let number, let decision):
            return Phrase(zh: "变动 \(number) 已有决定：", en: "change \(number) is decided: ") + wording.decision(decision)
        case .notApproved(let number):
            return Phrase(zh: "变动 \(number) 尚未批准，无须撤销", en: "change \(number) was never approved: nothing to undo")
        case .over(let span):
            return Phrase(zh: "该时段已结束：\(zone.span(span))", en: "that time is over: \(zone.span(span))")
        }
    }

    private var zone: Zone { names.place?.zone ?? .shanghai }

    /// Why somebody cannot stand in for an office.
    private func deputy(_ conflict: ChangeConflict) -> Phrase {
        switch conflict {
        case .ownDeputy(let person):
            Phrase(
                zh: "\(names.person(person))不能代行自己的职务",
                en: "\(names.person(person)) cannot be their own deputy")
        case .deputyAway(let person, let span, let number):
            Phrase(
                zh: "\(names.person(person))请假外出（\(number.map { "\($0)：" } ?? "")\(zone.span(span))），不能代行职责",
                en: "\(names.person(person)) is away (\(number.map { "\($0): " } ?? "")\(zone.span(span))) "
                    + "and cannot be a deputy")
        case .deputyBarred(let person, let employment):
            Phrase(
                zh: "\(names.person(person))是\(employment.phrase.zh)，不得值班，也不能代行职责",
                en: "\(names.person(person)) (\(employment.phrase.en)) may not stand duty and cannot be a deputy")
        default: Phrase("")
        }
    }

    private func moved(_ slot: DutySlot, _ standing: [PersonID], _ changes: [ChangeNumber]) -> Phrase {
        let list = changes.map(\.description)
        let why =
            changes.isEmpty
            ? Phrase(
                zh: "：原排 \(names.person(slot.person)) 已变动，",
                en: ": \(names.person(slot.person)) does not stand there any more, ")
            : Phrase(
                zh: "：原排 \(names.person(slot.person)) 已由 \(list.joined(separator: "、")) 变动，",
                en: ": already changed for \(names.person(slot.person)) by \(list.joined(separator: ", ")), ")
        let who =
            standing.isEmpty
            ? Phrase(zh: "现无人在班", en: "nobody stands there now")
            : Phrase(zh: "现由 ", en: "now: ") + Phrase(standing.map(names.person).joined(separator: "、"))
        return ChangeWording(names: names).slot(slot) + why + who
    }
}
