package import Calendars
package import Incidents
import Rosters

/// An incident as lines; what is not known says 未掌握.
package struct IncidentWording: Sendable {
    private let incident: Incident
    private let zone: Zone
    private let names: Names

    package init(incident: Incident, zone: Zone, names: Names) {
        self.incident = incident
        self.zone = zone
        self.names = names
    }

    package static let unknown = Phrase(zh: "未掌握", en: "unknown")

    private var facts: IncidentFacts { incident.facts }

    package var kind: Phrase { Self.kind(of: facts) }
    package var grade: Phrase { GradingWording(incident.grading, names: names).phrase }
    package var happened: Phrase { facts.happenedAt.map { Phrase(zone.civil($0)) } ?? Self.unknown }
    package var received: Phrase { Phrase(zone.civil(facts.receivedAt)) }
    package var casualties: Phrase { Self.casualties(facts.casualties) }

    static func kind(of facts: IncidentFacts) -> Phrase {
        guard let category = facts.category else { return unknown }
        return category.phrase + Phrase(facts.type.map { " / \($0)" } ?? "")
    }

    static func casualties(_ casualties: Casualties) -> Phrase {
        CasualtyField.allCases.map { field in
            field.phrase + Phrase(" ") + (field.value(in: casualties).map(field.amount) ?? unknown)
        }.joined(zh: "，", en: ", ")
    }

    /// All facts, a label and a value a line.
    package var lines: [Phrase] {
        [
            line("事件", "What", Phrase(facts.what)),
            line("地点", "Where", Phrase(facts.place)),
            line("承办单位", "Unit", facts.unit.map { Phrase(names.unit($0)) } ?? Self.unknown),
            line("类别", "Kind", kind),
            line("级别", "Grade", grade),
            line("事发时间", "Happened", happened),
            line("接报时间", "Received", received),
            line("记录时间", "Recorded", Phrase(zone.civil(facts.recordedAt))),
            line("伤亡和损失", "Losses", casualties),
        ] + scales + elements + people + reports + tasks + merging
    }

    /// Warning and response level, each a scale of its own; the times that only some limits need.
    private var scales: [Phrase] {
        var lines: [Phrase] = []
        if let warning = facts.warning { lines += warningLines(warning) }
        if facts.warning == nil, let level = facts.warningLevel {
            lines.append(line("预警级别", "Warning level", level.phrase))
        }
        if let level = facts.responseLevel { lines.append(line("响应级别", "Response level", level.phrase)) }
        if let learned = facts.learnedAt { lines.append(line("获悉时间", "Learned", Phrase(zone.civil(learned)))) }
        if let verified = facts.verifiedAt { lines.append(line("核实时间", "Verified", Phrase(zone.civil(verified)))) }
        return lines
    }

    private func warningLines(_ warning: WarningNotice) -> [Phrase] {
        let until =
            warning.until.map { Phrase(zone.civil($0)) } ?? Phrase(zh: "解除", en: "it is lifted")
        return [
            line("预警", "Warning", Phrase(warning.kind + " ") + warning.level.phrase),
            line(
                "起止时间", "In force",
                Phrase(zone.civil(warning.from)) + Phrase(zh: " 至 ", en: " until ") + until),
            line("可能影响范围", "Area", Phrase(warning.area)),
            line("应采取措施", "Measures", Phrase(warning.measures)),
            line("发布单位", "Issued by", Phrase("\(warning.issuer) \(zone.civil(warning.issuedAt))")),
        ]
    }

    private var elements: [Phrase] {
        guard facts.warning == nil else { return [] }
        return ReportElement.allCases.map { element in
            line(element.phrase.zh, element.phrase.en, facts.elements[element].map { Phrase($0) } ?? Self.unknown)
        }
    }

    private var people: [Phrase] {
        let callers = incident.callers.sorted { $0.key < $1.key }.map { ordinal, caller in
            line(
                ordinal == 0 ? "报告人" : "续报\(chineseNumeral(ordinal))报告人",
                ordinal == 0 ? "Informant" : "Informant of follow-up \(ordinal)", Phrase(caller.text))
        }
        return [
            line("信息来源", "Source", facts.source.map { Phrase($0) } ?? Self.unknown),
            line("记录人", "Recorded by", facts.recordedBy.map(names.personInFull) ?? Self.unknown),
        ] + callers
    }

    private var reports: [Phrase] {
        var lines: [Phrase] = []
        if incident.followUps > 0 {
            let final = incident.hasFinalReport ? Phrase(zh: "，已终报", en: ", final report made") : Phrase("")
            lines.append(
                line("续报", "Follow-ups", Phrase(zh: "\(incident.followUps) 次", en: "\(incident.followUps)") + final))
        }
        guard !incident.clocks.isEmpty else { return lines }
        let clocks = ClockWording(zone: zone, names: names)
        lines.append(DeskWording.reportedUpward + Phrase(zh: "：", en: ":"))
        return lines + incident.clocks.map { Phrase("  ") + clocks.line($0) }
    }

    private var tasks: [Phrase] {
        guard !incident.tasks.isEmpty else { return [] }
        let wording = TaskWording(zone: zone, names: names)
        return [Phrase(zh: "批示和任务：", en: "Instructions and tasks:")]
            + incident.tasks.map { Phrase("  ") + wording.line($0) }
    }

    private var merging: [Phrase] {
        let into = incident.mergedInto.map { [line("已并入", "Merged into", Phrase($0.description))] } ?? []
        let taken =
            incident.merged.isEmpty
            ? [] : [line("并入本事件的", "Merged with it", incident.merged.map { Phrase($0.description) }.joined())]
        return into + taken
    }

    private func line(_ zh: String, _ en: String, _ value: Phrase) -> Phrase {
        Phrase(zh: zh + "：", en: en + ": ") + value
    }
}

extension Caller {
    /// Unit, post, name and phone, as far as known.
    package var text: String { [unit, post, name, phone].compactMap { $0 }.joined(separator: " ") }
}

extension Incident {
    /// Where it stands: its phase, or the incident into which it was merged.
    package var statePhrase: Phrase {
        mergedInto.map { Phrase(zh: "已并入 \($0)", en: "merged into \($0)") } ?? escalation.phase.phrase
    }
}
