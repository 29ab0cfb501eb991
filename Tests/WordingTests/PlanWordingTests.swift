import Calendars
import Planning
import Rosters
import Testing
import Wording

@Suite struct PlanWordingTests {
    private let wording = PlanWording(place: LeakNight.place)

    @Test func `Empty seats forbid to compare with the bound, kept names are part of what was proved`() {
        #expect(wording.bound(40, excess: nil, isOptimal: false, kept: 0).zh == "尚有空缺，暂不与下限比较。")
        #expect(
            wording.bound(40, excess: nil, isOptimal: true, kept: 3).en
                == "Seats are empty: not compared with the bound.")
        #expect(wording.bound(40, excess: 0, isOptimal: true, kept: 0).zh == "已证明最优：没有更好的排法")
        let laidOut = [0, 3].map { wording.bound(40, excess: 0, isOptimal: true, kept: $0, isLaidOut: true) }
        #expect(
            laidOut == [
                Phrase(zh: "已证明最优（对这些班次）：没有更好的排法", en: "proven optimal for these shifts: no roster is better"),
                Phrase(
                    zh: "在保留原有 3 人次的前提下，对这些班次已证明没有更好的排法（--replace 可全部重排）。",
                    en: "With 3 names kept, no roster in these shifts is better (--replace starts over)."),
            ])
        #expect(
            wording.bound(40, excess: 0, isOptimal: true, kept: 3).zh
                == "在保留原有 3 人次的前提下，已证明没有更好的排法（--replace 可全部重排）。")
        #expect(
            wording.bound(40, excess: 0, isOptimal: true, kept: 1).en
                == "With 1 name kept, no roster is better (--replace starts over).")
        #expect(
            wording.bound(40, excess: 2.5, isOptimal: false, kept: 3)
                == Phrase(
                    zh: "负荷扣分不可能低于 40，本方案高出 2.5%",
                    en: "no load penalty is below 40; this one is 2.5 % above it"))
    }

    @Test func `Seats out of turn are counted, other parts are points`() {
        let point = Int64(720 * 720 * 100)
        #expect(PlanScore.Part.turns.phrase(13 * 10_000 * point).zh == "13 处未按顺排次序")
        #expect(PlanScore.Part.turns.phrase(10_000 * point, isSigned: true).en == "+1 out of turn")
        #expect(PlanScore.Part.fairness.phrase(5 * point / 2) == Phrase(zh: "负荷 2.5", en: "load 2.5"))
        #expect(PlanScore.Part.teams.phrase(-point, isSigned: true) == Phrase(zh: "拆散班组 -1", en: "teams split -1"))
    }

    @Test func `One of a thing is said in the singular`() {
        #expect(wording.written(1, to: "x").en == "1 table written: x")
        #expect(wording.written(8, to: "x") == Phrase(zh: "已写入 8 张值班表：x", en: "8 tables written: x"))
        #expect(wording.written(0, to: "x").zh == "各表均无改动，未重写：x")
        #expect(PlanWording.pages(1, to: "x").en == "1 page written: x")
        #expect(PlanWording.keptFaults(1).en == "names that were kept have 1 error, left as they stood:")
        #expect(PlanWording.rulesThatHold(1, isWhole: false).en == "the other rule holds")
        #expect(PlanWording.rulesThatHold(21, isWhole: false).zh == "其余 21 条规则无问题")
        #expect(PlanWording.rulesThatHold(23, isWhole: true).zh == "全部 23 条规则无问题")
        #expect(ExplanationWording.impossible(1, isWhole: true).en.contains("1 contradiction; the facts of it cannot"))
        #expect(ExplanationWording.impossible(2, isWhole: true).zh.hasPrefix("已证明无法排满，共 2 处矛盾。"))
        let laidOut = ExplanationWording.impossible(1, isWhole: true, isLaidOut: true)
        #expect(laidOut.zh.hasPrefix("对所列班次而言，已证明无法排满，共 1 处矛盾。"))
        #expect(laidOut.en.hasPrefix("Proved: it cannot be filled in the shifts listed. 1 contradiction;"))
    }

    @Test func `A page of fairness names each date with its post and shifts`() {
        let night = PlanSlot(
            unit: Ordinal(1), post: Ordinal(0), date: CivilDate(dayNumber: 20_504),
            interval: Interval(start: LeakNight.at("03:05"), end: LeakNight.at("04:05")), count: 1, kept: [], rank: nil)
        let fairness = FairnessWording(place: LeakNight.place)
        #expect(fairness.dates([night, night]).map(\.zh).first?.hasPrefix("02-20 带班领导（") == true)
        #expect(fairness.dates([night, night]).count == 1)
        let stations = [FairnessWording.Station(unit: Ordinal(1), post: Ordinal(0))]
        #expect(fairness.canStand(stations, in: Ordinal(1)).zh == "可值岗位：带班领导")
        #expect(fairness.canStand(stations, in: Ordinal(0)).en == "can stand as: 应急管理局 带班领导")
        #expect(fairness.objections(Ordinal(1))?.zh == "如有异议，请联系值班电话 0000-5550110。")
    }

    @Test(arguments: [
        ("--seconds <SECONDS>", "abc", "--seconds 应为 0–86400 的秒数，填写的是“abc”"),
        ("--steps <COUNT>", "1.5", "--steps 应为不小于 0 的整数，填写的是“1.5”"),
        ("--seed <NUMBER>", "it's", "--seed 应为不小于 0 的整数，填写的是“it's”"),
    ])
    func `A number that is none is refused by what it should be`(option: String, found: String, said: String) {
        let message = "Error: The value '\(found)' is invalid for '\(option)'\nUsage: duty plan"
        #expect(UsageWording.phrase(of: message, verbs: []).zh == said)
    }
}
