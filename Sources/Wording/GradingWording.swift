package import Incidents

/// Both grades in words, and by what they were found.
package struct GradingWording: Sendable {
    private let grading: Grading
    private let names: Names

    package init(_ grading: Grading, names: Names) {
        self.grading = grading
        self.names = names
    }

    /// `一般（至少；国务院令第493号，死亡、重伤、直接经济损失未掌握）`.
    package var phrase: Phrase {
        guard let grade = grading.grade else { return Phrase(zh: "未定级", en: "not graded") }
        return grade.phrase + (note ?? Phrase("")) + lapsed
    }

    private var note: Phrase? {
        if let chosen = grading.chosen {
            let computed =
                grading.computed.map { Phrase(zh: "；按标准计算为", en: "; computed ") + $0.grade.phrase } ?? Phrase("")
            return Phrase(
                zh: "（人工定级\(by(chosen).zh)：\(chosen.reason)", en: " (chosen\(by(chosen).en): \(chosen.reason)")
                + computed + Phrase(zh: "）", en: ")")
        }
        guard let computed = grading.computed else { return nil }
        guard computed.isProvisional else { return Phrase(zh: "（国务院令第493号）", en: " (State Council Decree 493)") }
        let unknown = computed.unknown.map(\.phrase).joined()
        return Phrase(
            zh: "（至少；国务院令第493号，\(unknown.zh)未掌握）",
            en: " (at least; State Council Decree 493, \(unknown.en) unknown)")
    }

    private func by(_ chosen: ChosenGrade) -> Phrase {
        chosen.by.map { Phrase(zh: "，\(names.person($0))", en: " by \(names.person($0))") } ?? Phrase("")
    }

    /// A choice that a worse computed grade has overtaken stays on record.
    private var lapsed: Phrase {
        guard let lapsed = grading.lapsed else { return Phrase("") }
        return Phrase(zh: "；原人工定级", en: "; chosen before: ") + lapsed.grade.phrase
            + Phrase(zh: "（\(lapsed.reason)）", en: " (\(lapsed.reason))")
    }
}

extension GradeCriterion {
    package var phrase: Phrase {
        switch self {
        case .dead: Phrase(zh: "死亡", en: "deaths")
        case .serious: Phrase(zh: "重伤", en: "serious injuries")
        case .loss: Phrase(zh: "直接经济损失", en: "direct loss")
        }
    }
}

/// One number of the losses.
enum CasualtyField: CaseIterable {
    case dead
    case missing
    case serious
    case slight
    case loss

    var phrase: Phrase {
        switch self {
        case .dead: Phrase(zh: "死亡", en: "dead")
        case .missing: Phrase(zh: "下落不明", en: "missing")
        case .serious: Phrase(zh: "重伤", en: "seriously injured")
        case .slight: Phrase(zh: "轻伤", en: "slightly injured")
        case .loss: Phrase(zh: "直接经济损失", en: "direct loss")
        }
    }

    func value(in casualties: Casualties) -> Int? {
        switch self {
        case .dead: casualties.dead
        case .missing: casualties.missing
        case .serious: casualties.serious
        case .slight: casualties.slight
        case .loss: casualties.lossYuan
        }
    }

    /// `3 人`; money in 万元 where it comes out even, as offices write it.
    func amount(_ number: Int) -> Phrase {
        guard self == .loss else { return Phrase(zh: "\(number) 人", en: "\(number)") }
        let isEven = number >= 10_000 && number.isMultiple(of: 10_000)
        return Phrase(zh: isEven ? "\(number / 10_000) 万元" : "\(number) 元", en: "CNY \(number)")
    }
}
