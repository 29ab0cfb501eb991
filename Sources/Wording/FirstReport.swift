import Calendars
import Incidents

/// The body of a first report: every element, 未掌握 where unknown.
struct FirstReport {
    let text: ReportText
    let known: Incident

    private var facts: IncidentFacts { known.facts }

    var body: [Phrase] { [opening] + ReportText.numbered(event + [plans, source]) + [closing] }

    private var opening: Phrase {
        let source = facts.source.map { Phrase(zh: "接\($0)", en: " (\($0))") } ?? Phrase(zh: "接报", en: "")
        return text.time(facts.receivedAt)
            + Phrase(zh: "，", en: ": ") + text.unit(facts.unit) + source
            + Phrase(
                zh: "：\(facts.place)发生\(facts.what)。有关情况如下：",
                en: " received: \(facts.what), \(facts.place). What is known:")
    }

    private var closing: Phrase {
        Phrase(zh: "有关情况将及时续报。", en: "Further reports follow.")
    }

    /// What happened and what was done; also the first part of a final report.
    var event: [ReportText.Section] {
        [
            (Phrase(zh: "事发单位概况", en: "Firm or unit concerned"), sentence(text.element(.firm, of: known))),
            (Phrase(zh: "时间、地点和现场情况", en: "Time, place and scene"), scene),
            (Phrase(zh: "事件性质和级别", en: "Kind and grade"), kind),
            (Phrase(zh: "起因和基本过程", en: "Cause and course"), pair(.cause, .course)),
            (Phrase(zh: "伤亡和损失", en: "Losses"), losses),
            (Phrase(zh: "影响范围和发展趋势", en: "Scope and trend"), pair(.scope, .trend)),
            (Phrase(zh: "已采取措施和领导到位情况", en: "Measures and leaders"), pair(.measures, .leaders)),
        ]
    }

    var plans: ReportText.Section { (Phrase(zh: "拟采取措施和建议", en: "Plans and advice"), pair(.planned, .advice)) }

    var source: ReportText.Section {
        let source = facts.source.map { Phrase($0) } ?? IncidentWording.unknown
        return (
            Phrase(zh: "信息来源和接报时间", en: "Source and receipt"),
            source + Phrase(zh: "；", en: "; received ") + text.time(facts.receivedAt) + Phrase(zh: "接报。", en: ".")
        )
    }

    private var scene: Phrase {
        let happened =
            facts.happenedAt.map(text.time) ?? Phrase(zh: "事发时间未掌握", en: "time of the event unknown")
        return happened + Phrase(zh: "，\(facts.place)；现场情况：", en: ", \(facts.place); scene: ")
            + sentence(text.element(.scene, of: known))
    }

    private var kind: Phrase {
        let category = facts.category.map { category in
            category.phrase + (facts.type.map { Phrase(zh: "（\($0)）", en: " (\($0))") } ?? Phrase(""))
        }
        let level = facts.warningLevel.map { Phrase(zh: "，", en: ", ") + $0.phrase } ?? Phrase("")
        let response = facts.responseLevel.map { Phrase(zh: "，", en: ", ") + $0.phrase } ?? Phrase("")
        return (category ?? Phrase(zh: "性质未掌握", en: "kind unknown")) + Phrase(zh: "；级别：", en: "; grade: ")
            + sentence(GradingWording(known.grading, names: text.names).phrase + level + response)
    }

    private var losses: Phrase {
        let loss = facts.casualties
        func people(_ zh: String, _ en: String, _ count: Int?) -> Phrase {
            count.map { Phrase(zh: "\(zh)\($0)人", en: "\(en) \($0)") }
                ?? Phrase(zh: "\(zh)人数未掌握", en: "\(en) unknown")
        }
        let counts = [
            people("死亡", "dead", loss.dead), people("下落不明", "missing", loss.missing),
            people("重伤（含急性工业中毒）", "seriously injured (incl. poisoned)", loss.serious),
            people("轻伤", "slightly injured", loss.slight),
        ]
        let money =
            loss.lossYuan.map { ReportText.unspaced(CasualtyField.loss.amount($0)) } ?? IncidentWording.unknown
        return counts.joined(zh: "，", en: ", ")
            + Phrase(zh: "；初步估计直接经济损失", en: "; direct loss, first estimate: ") + sentence(money)
    }

    private func pair(_ first: ReportElement, _ second: ReportElement) -> Phrase {
        [first, second].map { $0.phrase + Phrase(zh: "：", en: ": ") + text.element($0, of: known) }
            .joined(zh: "；", en: "; ") + Phrase(zh: "。", en: ".")
    }

    private func sentence(_ phrase: Phrase) -> Phrase { phrase + Phrase(zh: "。", en: ".") }
}
