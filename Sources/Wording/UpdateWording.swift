import Calendars
import Incidents
import Rosters

/// What a follow-up changed, a phrase for each element; nothing that stayed as it was.
struct UpdateWording {
    private let update: FactsUpdate
    private let zone: Zone
    private let names: Names

    init(_ update: FactsUpdate, zone: Zone, names: Names) {
        self.update = update
        self.zone = zone
        self.names = names
    }

    var changes: [Phrase] { head + times + losses + words }

    private var head: [Phrase] {
        [
            item("事件", "what", update.what.map { Phrase($0) }), item("地点", "where", update.place.map { Phrase($0) }),
            item("承办单位", "unit", update.unit.map { Phrase(names.unit($0)) }),
            item("类别", "category", update.category?.phrase), item("类型", "type", update.type.map { Phrase($0) }),
            item("预警级别", "warning level", update.warningLevel?.phrase),
            item("响应级别", "response level", update.responseLevel?.phrase),
        ].compactMap { $0 }
    }

    private var times: [Phrase] {
        [
            item("事发时间", "happened", update.happenedAt.map { Phrase(zone.civil($0)) }),
            item("获悉时间", "learned", update.learnedAt.map { Phrase(zone.civil($0)) }),
            item("核实时间", "verified", update.verifiedAt.map { Phrase(zone.civil($0)) }),
        ].compactMap { $0 }
    }

    private var losses: [Phrase] {
        CasualtyField.allCases.compactMap { field in
            field.value(in: update.casualties).map { field.phrase + Phrase(" ") + field.amount($0) }
        }
    }

    private var words: [Phrase] {
        ReportElement.allCases.compactMap { element in
            item(element.phrase.zh, element.phrase.en, update.elements[element].map { Phrase($0) })
        } + [item("信息来源", "source", update.source.map { Phrase($0) })].compactMap { $0 }
    }

    private func item(_ zh: String, _ en: String, _ value: Phrase?) -> Phrase? {
        value.map { Phrase(zh: zh + "：", en: en + ": ") + $0 }
    }
}
