package import Calendars
package import Incidents
import Rosters

/// The facts of an incident as lines; what is not known says 未掌握.
package struct IncidentWording: Sendable {
    private let facts: IncidentFacts
    private let grading: Grading
    private let zone: Zone
    private let names: Names

    package init(facts: IncidentFacts, grading: Grading, zone: Zone, names: Names) {
        self.facts = facts
        self.grading = grading
        self.zone = zone
        self.names = names
    }

    package static let unknown = Phrase(zh: "未掌握", en: "unknown")

    package var kind: Phrase {
        guard let category = facts.category else { return Self.unknown }
        return category.phrase + Phrase(facts.type.map { " / \($0)" } ?? "")
    }

    /// `一般（至少；国务院令第493号，死亡、重伤、直接经济损失未掌握）`.
    package var grade: Phrase {
        guard let grade = grading.grade else { return Phrase(zh: "未定级", en: "not graded") }
        return grade.phrase + (gradeNote ?? Phrase(""))
    }

    private var gradeNote: Phrase? {
        if let chosen = grading.chosen {
            let computed =
                grading.computed.map { Phrase(zh: "；按标准计算为", en: "; computed ") + $0.grade.phrase } ?? Phrase("")
            return Phrase(zh: "（人工定级：\(chosen.reason)", en: " (chosen: \(chosen.reason)") + computed
                + Phrase(zh: "）", en: ")")
        }
        guard let computed = grading.computed else { return nil }
        guard computed.isProvisional else { return Phrase(zh: "（国务院令第493号）", en: " (State Council Decree 493)") }
        let unknown = computed.unknown.map(\.phrase).joined()
        return Phrase(
            zh: "（至少；国务院令第493号，\(unknown.zh)未掌握）",
            en: " (at least; State Council Decree 493, \(unknown.en) unknown)")
    }

    package var happened: Phrase { facts.happenedAt.map { Phrase(zone.civil($0)) } ?? Self.unknown }
    package var received: Phrase { Phrase(zone.civil(facts.receivedAt)) }

    package var casualties: Phrase {
        let counts: [(Phrase, Int?)] = [
            (Phrase(zh: "死亡", en: "dead"), facts.casualties.dead),
            (Phrase(zh: "失踪", en: "missing"), facts.casualties.missing),
            (Phrase(zh: "重伤", en: "seriously injured"), facts.casualties.serious),
            (Phrase(zh: "轻伤", en: "slightly injured"), facts.casualties.slight),
        ]
        let people = counts.map { label, count in
            label + Phrase(" ") + (count.map { Phrase(zh: "\($0) 人", en: "\($0)") } ?? Self.unknown)
        }
        let loss =
            Phrase(zh: "直接经济损失", en: "direct loss") + Phrase(" ")
            + (facts.casualties.lossYuan.map { Phrase(zh: "\($0) 元", en: "CNY \($0)") } ?? Self.unknown)
        return (people + [loss]).joined(zh: "，", en: ", ")
    }

    /// All facts, a label and a value a line.
    package var lines: [Phrase] {
        func line(_ zh: String, _ en: String, _ value: Phrase) -> Phrase { Phrase(zh: zh + "：", en: en + ": ") + value }
        return [
            line("事件", "What", Phrase(facts.what)),
            line("地点", "Where", Phrase(facts.place)),
            line("承办单位", "Unit", facts.unit.map { Phrase(names.unit($0)) } ?? Self.unknown),
            line("类别", "Kind", kind),
            line("级别", "Grade", grade),
            line("事发时间", "Happened", happened),
            line("接报时间", "Received", received),
            line("记录时间", "Recorded", Phrase(zone.civil(facts.recordedAt))),
            line("伤亡和损失", "Losses", casualties),
            line("信息来源", "Source", facts.source.map { Phrase($0) } ?? Self.unknown),
            line("记录人", "Recorded by", facts.recordedBy.map(names.personInFull) ?? Self.unknown),
        ]
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
