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
            zh: "应排 \(score.seats) 人次，已排 \(score.filled) 人次（其中原有 \(kept) 人次保留）",
            en: "\(score.seats) seats, \(score.filled) filled (\(kept) of them as they stood)")
        return empty == 0
            ? head + Phrase(zh: "，无空缺", en: ", none empty")
            : head + Phrase(zh: "，空缺 \(empty) 人次", en: ", \(empty) empty")
    }

    package func effort(moves: Int, seconds: Double, seed: UInt64, wasInterrupted: Bool) -> Phrase {
        let time = Self.number(seconds, places: 1)
        let stop = wasInterrupted ? Phrase(zh: "，中途停止（取目前最好方案）", en: ", stopped early (the best so far)") : Phrase("")
        return Phrase(
            zh: "比较 \(ProgressWording.grouped(moves)) 种调整，用时 \(time) 秒，种子 \(seed)",
            en: "\(ProgressWording.grouped(moves)) moves tried in \(time) s, seed \(seed)") + stop
    }

    /// 得分 45.2（越低越好）：公平 44.9，间隔 0.3；parts that are zero are left out, fairness never.
    package func score(_ score: PlanScore) -> Phrase {
        let parts = PlanScore.Part.allCases.filter { $0 == .fairness || score.numbers[$0] != 0 }.map {
            $0.phrase + Phrase(" " + Self.number(score[$0]))
        }
        return Phrase(
            zh: "得分 \(Self.number(PlanScore.points(score.total)))（越低越好）：",
            en: "score \(Self.number(PlanScore.points(score.total))) (less is better): ")
            + parts.joined(zh: "，", en: ", ")
    }

    /// The bound that no roster can beat, and how far this one is from it.
    package func bound(_ bound: Double, excess: Double, isOptimal: Bool) -> Phrase {
        if isOptimal { return Phrase(zh: "已证明最优：没有更好的排法", en: "proven optimal: no roster is better") }
        return Phrase(
            zh: "公平下界 \(Self.number(bound))（任何排法都不会更低），本方案高出 \(Self.number(excess))%",
            en: "no roster is fairer than \(Self.number(bound)); this one is \(Self.number(excess)) % above it")
    }

    package func written(_ count: Int, to folder: String) -> Phrase {
        Phrase(zh: "已写入 \(count) 张值班表：\(folder)", en: "\(count) tables written: \(folder)")
    }

    /// Errors in names that stay as they stood: the plan did not touch them.
    package static func keptFaults(_ count: Int, isReplacing: Bool) -> Phrase {
        let way = isReplacing ? Phrase("") : Phrase(zh: "；--replace 可全部重排", en: "; --replace starts over")
        return Phrase(
            zh: "✗ 保留的原有人员有 \(count) 处错误，未作改动（duty check 可看详情）",
            en: "✗ names that were kept have \(count) errors, left as they stood (duty check shows them)") + way
    }

    package static let askWhy = Phrase(
        zh: "为何排不下、怎样才能排下：duty plan --explain", en: "why, and the ways out: duty plan --explain")

    package static func manyPeople(_ count: Int) -> Phrase {
        Phrase(
            zh: "共 \(count) 人，负荷表从略；各单位公示页：--fairness 文件夹",
            en: "\(count) people: too many for a table here; a page per unit: --fairness FOLDER")
    }

    package static let dryRun = Phrase(zh: "试排：未写入任何文件", en: "dry run: nothing was written")

    /// The line of a running plan: seats, score and bound.
    package func running(_ filled: Int, of seats: Int, score: Double, bound: Double) -> Phrase {
        Phrase(
            zh: "排班 \(filled)/\(seats)，公平 \(Self.number(score))，下界 \(Self.number(bound))",
            en: "planning \(filled)/\(seats), fairness \(Self.number(score)), bound \(Self.number(bound))")
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
        case .fairness: Phrase(zh: "公平", en: "fairness")
        case .wishes: Phrase(zh: "意愿", en: "wishes")
        case .eveAgain: Phrase(zh: "连年除夕", en: "除夕 again")
        case .change: Phrase(zh: "改动", en: "changes")
        case .turns: Phrase(zh: "轮次", en: "turns")
        case .spacing: Phrase(zh: "班次间隔", en: "spacing")
        case .months: Phrase(zh: "月度均衡", en: "evenness by month")
        case .teams: Phrase(zh: "班组完整", en: "teams together")
        }
    }
}
