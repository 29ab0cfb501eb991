import Calendars
package import Planning
import Rosters

/// Why a roster cannot be filled, and what would make it possible.
package struct ExplanationWording: Sendable {
    private let model: PlanModel

    package init(model: PlanModel) {
        self.model = model
    }

    private var place: Place { model.place }
    private var slots: PlanWording { PlanWording(place: place) }

    /// Where the planner laid out the shifts, only these are proved to be impossible.
    package static func impossible(_ count: Int, isWhole: Bool, isLaidOut: Bool = false) -> Phrase {
        let head = Phrase(
            zh:
                "\(isLaidOut ? "对所列班次而言，" : "")已证明无法排满，共 \(count) 处矛盾。每处所列条件不能同时成立；去掉任何一条，该处矛盾即可解除。",
            en:
                "Proved: it cannot be filled\(isLaidOut ? " in the shifts listed" : ""). \(Counted.contradictions(count)); the facts of \(count == 1 ? "it" : "each") "
                + "cannot all hold, and dropping any one resolves \(count == 1 ? "it" : "that contradiction").")
        return isWhole
            ? head : head + Phrase(zh: "其余部分在限定的计算量内未能判定。", en: " The rest was not decided within the budget.")
    }

    package static let otherShifts = Phrase(
        zh: "所列班次中有排班程序选定的：换一种分班也许排得满，可在 place.yaml 的 plan: shifts 下为岗位或单位写明班次再试。",
        en:
            "The planner chose some of these shifts; others might do: name them for the post or the unit under plan: shifts in place.yaml, and try again."
    )

    package static let possible = Phrase(
        zh: "可以排满：每个空缺都有人可排。", en: "It can be filled: there is somebody for every empty seat.")
    package static let unknown = Phrase(
        zh: "在限定的计算量内不能判定能否排满。", en: "whether every seat can be filled was not decided within the budget.")

    package func head(_ number: Int, _ contradiction: Contradiction) -> Phrase {
        let mark = contradiction.isMinimal ? Phrase("") : Phrase(zh: "（未必最少）", en: " (perhaps not the least)")
        return Phrase(zh: "矛盾 \(number)：以下条件不能同时成立", en: "contradiction \(number): these cannot all hold") + mark
    }

    package static func waysOut(_ count: Int) -> Phrase {
        count == 0
            ? Phrase(
                zh: "  逐项试过，单独一项都不够，须几项并用。",
                en: "  each was tried; no single one suffices, several are needed together.")
            : Phrase(
                zh: "  办法（均已试排，任选一项即可解除本处矛盾）：", en: "  ways out (each was tried; any one resolves this contradiction):")
    }

    package func phrase(_ fact: Fact) -> Phrase {
        switch fact {
        case .slot(let slot): demand(slot)
        case .leave(let leave): self.leave(leave)
        case .pinned(let slot, let person): pinned(person, in: slot)
        case .apart(let one, let other):
            Phrase(zh: "\(name(one)) 与 \(name(other)) 不能同时值班", en: "\(name(one)) and \(name(other)) are kept apart")
        case .rank:
            Phrase(zh: "值班人员职级不得高于带班领导", en: "nobody on duty may outrank the leader on duty")
        case .rest:
            Phrase(
                zh: "两班之间至少休息 \(Self.hours(model.problem.limits.rest)) 小时",
                en: "at least \(Self.hours(model.problem.limits.rest)) h of rest between two duties")
        case .dutyLength:
            Phrase(
                zh: "连续值班不超过 \(Self.hours(model.problem.limits.dutyLength)) 小时",
                en: "no duty longer than \(Self.hours(model.problem.limits.dutyLength)) h")
        case .most, .window, .consecutive: limit(fact, of: nil)
        }
    }

    package func phrase(_ way: WayOut) -> Phrase {
        switch way {
        case .lift(let leaves):
            leaves.map(lift).joined(zh: "；", en: "; ")
        case .shortenRest(let seconds, let people):
            Phrase(
                zh: "此处班间休息减为 \(Self.hours(seconds)) 小时（涉及 \(names(people, zh: "、"))）",
                en: "let \(Self.hours(seconds)) h of rest suffice here (\(names(people, zh: ", ")))")
        case .lend(let person, let slot): loan([person], to: slot)
        case .lendSeveral(let people, let slots): loan(people, to: slots)
        case .raise(let fact, let value): Phrase(zh: "放宽：", en: "allow: ") + limit(fact, of: value)
        case .waive(let fact): waive(fact)
        case .leaveEmpty(let slot):
            Phrase(
                zh: "同意缺岗：\(self.slot(slot))（须写明理由）", en: "accept the gap: \(self.slot(slot)) (with a reason)")
        case .leaveSeveralEmpty(let seats, let slots):
            Phrase(
                zh: "同意至少 \(seats) 处缺岗（须写明理由），例如 \(slotNames(slots, zh: "；"))",
                en: "accept at least \(seats) gaps (with a reason), for instance \(slotNames(slots, zh: "; "))")
        }
    }

    private func pinned(_ person: Int32, in slot: Int) -> Phrase {
        model.isMarked(person, in: slot)
            ? Phrase(
                zh: "\(name(person)) 已用 ! 固定在 \(self.slot(slot))",
                en: "\(name(person)) is fixed by ! at \(self.slot(slot))")
            : Phrase(
                zh: "\(name(person)) 表上已排（保留）：\(self.slot(slot))",
                en: "\(name(person)) stands in the table and is kept: \(self.slot(slot))")
    }

    /// A name without a mark is let go by whoever empties its cell.
    private func waive(_ fact: Fact) -> Phrase {
        guard case .pinned(let slot, let person) = fact, !model.isMarked(person, in: slot) else {
            return Phrase(zh: "不再要求：", en: "waive: ") + phrase(fact)
        }
        return Phrase(
            zh: "清空此格或用 --replace：\(name(person)) \(self.slot(slot))",
            en: "empty this cell or use --replace: \(name(person)), \(self.slot(slot))")
    }

    /// What is short where the contradiction shows only one of several seats.
    package func phrase(_ shortage: Shortage) -> Phrase {
        Phrase(
            zh: "同样的情形共有 \(shortage.slots.count) 个班次、\(shortage.people.count) 人，其中至少空缺 \(shortage.missing) 个席位",
            en:
                "the same holds for \(shortage.slots.count) shifts and \(shortage.people.count) people in all: at least \(shortage.missing) seats stay empty"
        )
    }

    private func slotNames(_ slots: [Int], zh separator: String) -> String {
        slots.prefix(Self.mostNames).map(slot).joined(separator: separator) + (slots.count > Self.mostNames ? "…" : "")
    }

    /// One line for each way out; loans of different people to one shift are one line.
    package func lines(_ ways: [WayOut]) -> [Phrase] {
        var lines: [Phrase] = []
        var loans: [(slot: Int, people: [Int32])] = []
        for way in ways {
            if case .lend(let person, let slot) = way, loans.last?.slot == slot {
                loans[loans.count - 1].people.append(person)
                lines[lines.count - 1] = loan(loans[loans.count - 1].people, to: slot)
                continue
            }
            if case .lend(let person, let slot) = way { loans.append((slot, [person])) }
            lines.append(phrase(way))
        }
        return lines
    }

    private func loan(_ people: [Int32], to slot: Int) -> Phrase {
        let names = people.map { Phrase(zh: "\(name($0))（\(unit(of: $0))）", en: "\(name($0)) (\(unit(of: $0)))") }
        let any = people.count > 1 ? Phrase(zh: "（任一人）", en: " (any one of them)") : Phrase("")
        return Phrase(zh: "从其他单位抽调：", en: "borrow from another unit: ") + names.joined() + any
            + Phrase(zh: "，值 \(self.slot(slot))", en: ", for \(self.slot(slot))")
    }

    private func loan(_ people: [Int32], to slots: [Int]) -> Phrase {
        let lent = people.map { Phrase(zh: "\(name($0))（\(unit(of: $0))）", en: "\(name($0)) (\(unit(of: $0)))") }
        return Phrase(zh: "从其他单位同时抽调 \(people.count) 人：", en: "borrow \(people.count) together: ")
            + lent.joined()
            + Phrase(zh: "，值 \(slotNames(slots, zh: "；"))", en: ", for \(slotNames(slots, zh: "; "))")
    }

    /// A shift that needs its people, and the only ones who could stand there.
    private func demand(_ number: Int) -> Phrase {
        let slot = model.problem.slots[number]
        let able = (slot.pinned + slot.candidates.map(\.person) + slot.barred.map(\.person)).uniqued()
        let who: Phrase =
            switch able.count {
            case 0:
                Phrase(
                    zh: "没有人具备岗位条件：请核对 people.csv 的职级、资质，或从其他单位抽调。",
                    en: "nobody qualifies: look at rank and qualifications in people.csv, or borrow from another unit.")
            case 1...Self.mostNames:
                Phrase(
                    zh: "具备岗位条件的只有 \(names(able, zh: "、"))",
                    en: "only \(names(able, zh: ", ")) \(able.count == 1 ? "qualifies" : "qualify")")
            default: Phrase(zh: "具备岗位条件的共 \(able.count) 人", en: "\(able.count) people qualify")
            }
        return Phrase(zh: "\(self.slot(number)) 须有 \(slot.count) 人；", en: "\(self.slot(number)) needs \(slot.count); ")
            + who
    }

    private static let mostNames = 8

    private func leave(_ leave: Int32) -> Phrase {
        let absence = place.absences[Int(leave)]
        let (who, span) = (place[absence.person].name, place.zone.span(absence.interval))
        let reason = absence.reason.isEmpty ? Phrase("") : Phrase(zh: "（\(absence.reason)）", en: " (\(absence.reason))")
        return Phrase(zh: "\(who) \(span) 请假外出", en: "\(who) is away \(span)") + reason
    }

    private func lift(_ leave: Int32) -> Phrase {
        let absence = place.absences[Int(leave)]
        let (who, span) = (place[absence.person].name, place.zone.span(absence.interval))
        let reason = absence.reason.isEmpty ? "" : " \(absence.reason)"
        return Phrase(zh: "\(who) 销假到岗（原请假 \(span)\(reason)）", en: "\(who) gives up the leave (\(span)\(reason))")
    }

    private func limit(_ fact: Fact, of value: Int?) -> Phrase {
        let limits = model.problem.limits
        switch fact {
        case .window:
            let (days, most) = (limits.window?.days ?? 0, value ?? limits.window?.most ?? 0)
            return Phrase(
                zh: "任意连续 \(days) 天内每人值班不超过 \(most) 次",
                en: "at most \(Counted.duties(most)) a person in any \(Counted.days(days))")
        case .consecutive:
            let most = value ?? limits.consecutive ?? 0
            return Phrase(
                zh: "每人连日值班不超过 \(most) 天", en: "at most \(Counted.days(most)) of duty in a row")
        default:
            let most = value ?? limits.most ?? 0
            return Phrase(
                zh: "本期每人值班不超过 \(most) 次", en: "at most \(Counted.duties(most)) a person in the period")
        }
    }

    private func slot(_ number: Int) -> String { slots.slot(model.slots[number]) }

    private func name(_ person: Int32) -> String { place[model.person(person)].name }

    private func unit(of person: Int32) -> String { place[place[model.person(person)].unit].name }

    private func names(_ people: [Int32], zh separator: String) -> String {
        let shown = people.prefix(Self.mostNames).map(name).joined(separator: separator)
        return people.count > Self.mostNames ? shown + "…" : shown
    }

    private static func hours(_ seconds: Int64) -> String { PlanWording.number(Double(seconds) / 3600) }
}
