import Calendars
package import Planning
package import Rosters

/// What `plan` says.
package struct PlanWording: Sendable {
    package let place: Place

    package init(place: Place) {
        self.place = place
    }

    package func title(_ period: String) -> Phrase {
        Phrase(zh: "\(place.name) \(period)：排班", en: "\(place.name) \(period): plan")
    }

    /// How many seats are filled, and how many of them stood already.
    package func seats(_ score: PlanScore, kept: Int) -> Phrase {
        let empty = score.seats - score.filled
        let head = Phrase(
            zh: "应排 \(score.seats) 人次，已排 \(score.filled) 人次",
            en: "\(Counted.seats(score.seats)), \(score.filled) filled")
        let old = kept == 0 ? Phrase("") : Phrase(zh: "（其中沿用原表 \(kept) 人次）", en: " (\(kept) kept from the table)")
        return empty == 0
            ? head + old + Phrase(zh: "，无空缺", en: ", none empty")
            : head + old + Phrase(zh: "，空缺 \(empty) 人次", en: ", \(empty) empty")
    }

    package func effort(moves: Int, seconds: Double, seed: UInt64, wasInterrupted: Bool) -> Phrase {
        let time = Self.number(seconds, places: 1)
        let stop = wasInterrupted ? Phrase(zh: "，中途停止（取目前最好方案）", en: ", stopped early (the best so far)") : Phrase("")
        return Phrase(
            zh: "试过 \(ProgressWording.grouped(moves)) 种调整，用时 \(time) 秒（随机种子 \(seed)）",
            en: "\(ProgressWording.grouped(moves)) moves tried in \(time) s (seed \(seed))") + stop
    }

    /// 扣分 45.2（越低越好）：负荷 44.9，班次间隔 0.3; parts that are zero are left out, the load never.
    package func score(_ score: PlanScore) -> Phrase {
        let parts = PlanScore.Part.allCases.filter { $0 == .fairness || score.numbers[$0] != 0 }.map {
            $0.phrase(score.numbers[$0] ?? 0)
        }
        return Phrase(
            zh: "扣分 \(Self.number(PlanScore.points(score.total)))（越低越好）：",
            en: "penalty \(Self.number(PlanScore.points(score.total))) (less is better): ")
            + parts.joined(zh: "，", en: ", ")
    }

    /// The bound that no roster can beat, and how far this one is from it; nil where empty seats forbid to compare.
    ///
    /// Where the planner laid out shifts, other shifts might allow a better one: then the optimum is that of these shifts.
    package func bound(
        _ bound: Double, excess: Double?, isOptimal: Bool, kept: Int, isLaidOut: Bool = false
    ) -> Phrase {
        guard let excess else {
            return Phrase(zh: "尚有空缺，暂不与下限比较。", en: "Seats are empty: not compared with the bound.")
        }
        if isOptimal { return optimum(kept: kept, isLaidOut: isLaidOut) }
        return Phrase(
            zh: "负荷扣分不可能低于 \(Self.number(bound))，本方案高出 \(Self.number(excess))%",
            en: "no load penalty is below \(Self.number(bound)); this one is \(Self.number(excess)) % above it")
    }

    private func optimum(kept: Int, isLaidOut: Bool) -> Phrase {
        if kept == 0 {
            let head = Phrase(zh: "已证明最优", en: "proven optimal")
            let shifts = isLaidOut ? Phrase(zh: "（对这些班次）", en: " for these shifts") : Phrase("")
            return head + shifts + Phrase(zh: "：没有更好的排法", en: ": no roster is better")
        }
        let shifts = isLaidOut ? Phrase(zh: "对这些班次", en: " in these shifts") : Phrase("")
        return Phrase(zh: "在保留原有 \(kept) 人次的前提下，", en: "With \(Counted.names(kept)) kept, no roster") + shifts
            + Phrase(zh: "已证明没有更好的排法（--replace 可全部重排）。", en: " is better (--replace starts over).")
    }

    package func written(_ count: Int, to folder: String) -> Phrase {
        count == 0
            ? Phrase(zh: "各表均无改动，未重写：\(folder)", en: "nothing changed, no table was rewritten: \(folder)")
            : Phrase(zh: "已写入 \(count) 张值班表：\(folder)", en: "\(Counted.tables(count)) written: \(folder)")
    }

    package static func pages(_ count: Int, to folder: String) -> Phrase {
        Phrase(zh: "已写入 \(count) 张公示页：\(folder)", en: "\(Counted.pages(count)) written: \(folder)")
    }

    /// Above the errors in names that stay as they stood: the plan did not touch them.
    package static func keptFaults(_ count: Int) -> Phrase {
        Phrase(
            zh: "保留的原有人员有 \(count) 处错误，未作改动：",
            en: "names that were kept have \(Counted.errors(count)), left as they stood:")
    }

    package static let mendKept = Phrase(
        zh: "个别人请用 --repair，全部重排用 --replace", en: "for one or two people --repair, to start over --replace")

    package static func rulesThatHold(_ count: Int, isWhole: Bool) -> Phrase {
        if isWhole { return Phrase(zh: "全部 \(count) 条规则无问题", en: "all \(count) rules hold") }
        return Phrase(
            zh: "其余 \(count) 条规则无问题", en: count == 1 ? "the other rule holds" : "the other \(count) rules hold")
    }

    package static let noReceipts = Phrase(
        zh: "尚未登记收到时间的单位，duty check 按未报送处理；报送后请在 period.yaml 的 received 下登记。",
        en:
            "Units without a receipt count as not sent in duty check; enter the receipt under received in period.yaml.")

    package static let askWhy = Phrase(
        zh: "原因和办法：duty plan 时期文件夹 --explain", en: "why, and the ways out: duty plan FOLDER --explain")

    package static func manyPeople(_ count: Int) -> Phrase {
        Phrase(
            zh: "共 \(count) 人，负荷表从略；各单位公示页：--fairness 文件夹",
            en: "\(count) people: too many for a table here; a page per unit: --fairness FOLDER")
    }

    package static let plannedTables = Phrase(
        zh: "排出的值班表（带 * 的为本次新排或改动）：", en: "the tables as planned (* marks what is new or changed):")

    package static let dryRun = Phrase(zh: "试排：未写入任何文件", en: "dry run: nothing was written")
    package static let dryRunTables = Phrase(zh: "试排：未写入值班表", en: "dry run: no table was written")

    /// The line of a running plan: seats, score and bound.
    package func running(_ filled: Int, of seats: Int, score: Double, bound: Double) -> Phrase {
        Phrase(
            zh: "已排 \(filled)/\(seats) 人次，负荷扣分 \(Self.number(score))（下限 \(Self.number(bound))）",
            en: "\(filled)/\(seats) filled, load penalty \(Self.number(score)) (bound \(Self.number(bound)))")
    }

    /// `应急管理局 · 值班员  10-01 08:30 → 10-02 08:30`.
    package func slot(_ slot: PlanSlot) -> String {
        "\(place[slot.unit].name) · \(place[slot.post].name)  \(place.zone.span(slot.interval))"
    }

    /// A number with so many decimals at most, zeros at the end left out.
    package static func number(_ value: Double, places: Int = 2) -> String {
        let scale = places == 1 ? 10.0 : 100.0
        guard value.isFinite, abs(value) < 1e15 else { return "—" }
        let scaled = Int((value * scale).rounded())
        let (whole, part) = (abs(scaled) / Int(scale), abs(scaled) % Int(scale))
        let sign = scaled < 0 ? "-" : ""
        guard part > 0 else { return "\(sign)\(ProgressWording.grouped(whole))" }
        var digits = String(part)
        while digits.count < (places == 1 ? 1 : 2) { digits = "0" + digits }
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(sign)\(ProgressWording.grouped(whole)).\(digits)"
    }
}

extension PlanScore.Part {
    package var phrase: Phrase {
        switch self {
        case .fairness: Phrase(zh: "负荷", en: "load")
        case .wishes: Phrase(zh: "意愿", en: "wishes")
        case .eveAgain: Phrase(zh: "连续两年除夕值班", en: "New Year's Eve again")
        case .change: Phrase(zh: "与原表不同", en: "differs from the table")
        case .turns: Phrase(zh: "未按顺排次序", en: "out of turn")
        case .seniors: Phrase(zh: "领导顶班", en: "leaders at other posts")
        case .spacing: Phrase(zh: "班次间隔", en: "spacing")
        case .months: Phrase(zh: "各月不均", en: "uneven months")
        case .teams: Phrase(zh: "拆散班组", en: "teams split")
        }
    }

    /// The part with its points; seats out of turn are counted, since their points say nothing to anybody.
    package func phrase(_ number: Int64, isSigned: Bool = false) -> Phrase {
        let sign = isSigned && number > 0 ? "+" : ""
        guard self == .turns else {
            return phrase + Phrase(" \(sign)\(PlanWording.number(PlanScore.points(number)))")
        }
        let seats = "\(sign)\(PlanScore.seatsOutOfTurn(number))"
        return Phrase(zh: "\(seats) 处", en: "\(seats) ") + phrase
    }
}
