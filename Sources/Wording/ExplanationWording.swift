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

    package static func impossible(_ count: Int, isWhole: Bool) -> Phrase {
        let head = Phrase(
            zh: "已证明排不满：有 \(count) 处矛盾，每处所列各项不能同时满足，去掉其中任何一项就能排下。",
            en:
                "proved impossible; contradictions: \(count). What each lists cannot all hold; without any one of it the rest can."
        )
        return isWhole
            ? head : head + Phrase(zh: "其余部分在限定的计算量内未能判定。", en: " The rest was not decided within the budget.")
    }

    package static let possible = Phrase(
        zh: "没有排不下的班：所有空缺都能排满。", en: "nothing stands in the way: every seat can be filled.")
    package static let unknown = Phrase(
        zh: "在限定的计算量内不能判定能否排满。", en: "whether every seat can be filled was not decided within the budget.")

    package func head(_ number: Int, _ contradiction: Contradiction) -> Phrase {
        let mark = contradiction.isMinimal ? Phrase("") : Phrase(zh: "（未必最少）", en: " (perhaps not the least)")
        return Phrase(zh: "矛盾 \(number)：以下各项不能同时满足", en: "contradiction \(number): these cannot all hold") + mark
    }

    package static func waysOut(_ count: Int) -> Phrase {
        count == 0
            ? Phrase(zh: "  没有试出单独一项就够的办法。", en: "  no single change was found to suffice.")
            : Phrase(zh: "  办法（每项都已试排，单独一项即可）：", en: "  ways out (each was tried; any one suffices):")
    }

    package func phrase(_ fact: Fact) -> Phrase {
        switch fact {
        case .slot(let slot): demand(slot)
        case .leave(let leave): self.leave(leave)
        case .pinned(let slot, let person):
            Phrase(
                zh: "\(name(person)) 固定在 \(self.slot(slot))", en: "\(name(person)) is fixed at \(self.slot(slot))")
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
            Phrase(zh: "取消请假外出：", en: "lift: ") + leaves.map(leave).joined(zh: "；", en: "; ")
        case .shortenRest(let seconds, let people):
            Phrase(
                zh: "本处休息改为 \(Self.hours(seconds)) 小时（涉及 \(names(people, zh: "、"))）",
                en: "let \(Self.hours(seconds)) h of rest suffice here (\(names(people, zh: ", ")))")
        case .lend(let person, let slot): loan([person], to: slot)
        case .lendSeveral(let people, let slots): loan(people, to: slots)
        case .raise(let fact, let value): Phrase(zh: "放宽：", en: "allow: ") + limit(fact, of: value)
        case .waive(let fact): Phrase(zh: "不再要求：", en: "waive: ") + phrase(fact)
        case .leaveEmpty(let slot):
            Phrase(zh: "接受空缺：\(self.slot(slot))", en: "accept the gap: \(self.slot(slot))")
        case .leaveSeveralEmpty(let seats, let slots):
            Phrase(
                zh: "接受至少 \(seats) 个空缺，例如 \(slotNames(slots, zh: "；"))",
                en: "accept at least \(seats) gaps, for instance \(slotNames(slots, zh: "; "))")
        }
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
        let names = people.map { "\(name($0))@\(unit(of: $0))" }
        let any = people.count > 1 ? Phrase(zh: "（任一人）", en: " (any one of them)") : Phrase("")
        return Phrase(zh: "借调到 \(self.slot(slot))：", en: "lend to \(self.slot(slot)): ")
            + Phrase(zh: names.joined(separator: "、"), en: names.joined(separator: ", ")) + any
    }

    private func loan(_ people: [Int32], to slots: [Int]) -> Phrase {
        let lent = people.map { "\(name($0))@\(unit(of: $0))" }
        return Phrase(
            zh: "同时借调 \(people.count) 人：\(lent.joined(separator: "、"))，用于 \(slotNames(slots, zh: "；"))",
            en: "lend \(people.count) together: \(lent.joined(separator: ", ")), for \(slotNames(slots, zh: "; "))")
    }

    /// A shift that needs its people, and the only ones who could stand there.
    private func demand(_ number: Int) -> Phrase {
        let slot = model.problem.slots[number]
        let able = (slot.pinned + slot.candidates.map(\.person) + slot.barred.map(\.person)).uniqued()
        let who: Phrase =
            switch able.count {
            case 0: Phrase(zh: "无人符合条件", en: "nobody is eligible")
            case 1...Self.mostNames:
                Phrase(zh: "符合条件的只有 \(names(able, zh: "、"))", en: "only \(names(able, zh: ", ")) are eligible")
            default: Phrase(zh: "符合条件的共 \(able.count) 人", en: "\(able.count) people are eligible")
            }
        return Phrase(zh: "\(self.slot(number)) 须有 \(slot.count) 人；", en: "\(self.slot(number)) needs \(slot.count); ")
            + who
    }

    private static let mostNames = 8

    private func leave(_ leave: Int32) -> Phrase {
        let absence = place.absences[Int(leave)]
        let span = place.zone.span(absence.interval)
        let reason = absence.reason.isEmpty ? Phrase("") : Phrase(zh: "（\(absence.reason)）", en: " (\(absence.reason))")
        return Phrase(
            zh: "\(place[absence.person].name) \(span) 不在", en: "\(place[absence.person].name) is away \(span)")
            + reason
    }

    private func limit(_ fact: Fact, of value: Int?) -> Phrase {
        let limits = model.problem.limits
        switch fact {
        case .window:
            let (days, most) = (limits.window?.days ?? 0, value ?? limits.window?.most ?? 0)
            return Phrase(
                zh: "任意连续 \(days) 天内每人至多 \(most) 班", en: "at most \(most) duties a person in any \(days) days")
        case .consecutive:
            let most = value ?? limits.consecutive ?? 0
            return Phrase(zh: "每人至多连续 \(most) 天值班", en: "at most \(most) days of duty in a row")
        default:
            let most = value ?? limits.most ?? 0
            return Phrase(zh: "本期每人至多 \(most) 班", en: "at most \(most) duties a person in the period")
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
