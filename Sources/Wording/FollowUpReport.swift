import Calendars
import Incidents
import Rosters

/// The body of a follow-up report: only what changed, from what to what.
struct FollowUpReport {
    let text: ReportText
    /// As it was known before.
    let known: Incident
    let followUp: Record.FollowUp

    var body: [Phrase] {
        let lines = changes
        let opening =
            text.time(followUp.receivedAt)
            + (lines.isEmpty
                ? Phrase(zh: "，情况无变化。", en: ": nothing has changed.")
                : Phrase(zh: "，有关情况变化如下：", en: ": what has changed:"))
        let closing =
            followUp.isFinal
            ? Phrase(zh: "本次为终报。", en: "This is the final report.")
            : Phrase(zh: "其他情况与前报一致，有关情况将及时续报。", en: "All else is as reported before; further reports follow.")
        return [opening]
            + lines.enumerated().map { index, line in
                Phrase(zh: "\(chineseNumeral(index + 1))、", en: "\(index + 1). ") + line + Phrase(zh: "。", en: ".")
            }
            + [closing]
    }

    private var facts: IncidentFacts { known.facts }
    private var update: FactsUpdate { followUp.update }

    /// What this report changed, a phrase for each element; nothing that stayed as it was.
    var changes: [Phrase] { head + times + losses + elements + grade }

    private var head: [Phrase] {
        [
            change("事件", "what", update.what.map { Phrase($0) }, Phrase(facts.what)),
            change("地点", "where", update.place.map { Phrase($0) }, Phrase(facts.place)),
            change(
                "承办单位", "unit", update.unit.map { Phrase(text.names.unit($0)) },
                facts.unit.map { Phrase(text.names.unit($0)) }),
            change("类别", "category", update.category?.phrase, facts.category?.phrase),
            change("类型", "type", update.type.map { Phrase($0) }, facts.type.map { Phrase($0) }),
            change("预警级别", "warning level", update.warningLevel?.phrase, facts.warningLevel?.phrase),
            change("响应级别", "response level", update.responseLevel?.phrase, facts.responseLevel?.phrase),
            change("信息来源", "source", update.source.map { Phrase($0) }, facts.source.map { Phrase($0) }),
        ].compactMap { $0 }
    }

    private var times: [Phrase] {
        [
            change("事发时间", "happened", update.happenedAt.map(text.time), facts.happenedAt.map(text.time)),
            change("获悉时间", "learned", update.learnedAt.map(text.time), facts.learnedAt.map(text.time)),
            change("核实时间", "verified", update.verifiedAt.map(text.time), facts.verifiedAt.map(text.time)),
        ].compactMap { $0 }
    }

    private var losses: [Phrase] {
        CasualtyField.allCases.compactMap { field in
            change(
                field.phrase.zh, field.phrase.en,
                field.value(in: update.casualties).map { ReportText.unspaced(field.amount($0)) },
                field.value(in: facts.casualties).map { ReportText.unspaced(field.amount($0)) })
        }
    }

    private var elements: [Phrase] {
        ReportElement.allCases.compactMap { element in
            guard let words = update.elements[element], words != facts.elements[element] else { return nil }
            return element.phrase + Phrase(zh: "：\(words)", en: ": \(words)")
        }
    }

    private var grade: [Phrase] {
        let (old, new) = (known.grading.grade, followUp.grading.grade)
        guard old != new else { return [] }
        let wording = GradingWording(followUp.grading, names: text.names).phrase
        return [
            change("级别", "grade", wording, old?.phrase ?? Phrase(zh: "未定级", en: "not graded"))
        ].compactMap { $0 }
    }

    /// `死亡由未掌握变为3人`; nil where it stays as it was.
    private func change(_ zh: String, _ en: String, _ new: Phrase?, _ old: Phrase?) -> Phrase? {
        guard let new, new != old else { return nil }
        return Phrase(zh: "\(zh)由", en: "\(en): from ") + (old ?? IncidentWording.unknown)
            + Phrase(zh: "变为", en: " to ") + new
    }
}
