import Calendars
import Incidents
import Rosters

/// The body of a final report: first report, follow-ups, handling, present state, next steps.
struct FinalReport {
    let text: ReportText

    private var incident: Incident { text.incident }

    var body: [Phrase] {
        let facts = FirstReport(text: text, known: incident).sections
        let handling: [(heading: Phrase, text: Phrase)] = [
            (Phrase(zh: "续报情况", en: "Follow-up reports"), followUps),
            (Phrase(zh: "告知和处置经过", en: "Who was told and what was done"), handling),
            (Phrase(zh: "信息报送情况", en: "Reported upward"), reports),
            (Phrase(zh: "批示和任务落实情况", en: "Instructions and tasks"), tasks),
            (Phrase(zh: "目前状况", en: "Present state"), state),
        ]
        return [opening] + ReportText.numbered(facts + handling)
    }

    private var opening: Phrase {
        Phrase(
            zh: "现将\(incident.facts.place)\(incident.facts.what)有关情况终报如下：",
            en: "The whole of it, first report, follow-ups and handling:")
    }

    private var followUps: Phrase {
        let count = text.followUps.count
        guard count > 0 else { return Phrase(zh: "无。", en: "none.") }
        return text.followUps.map { followUp in
            let wording = UpdateWording(followUp.update, zone: text.zone, names: text.names).changes
            let said = wording.isEmpty ? Phrase(zh: "情况无变化", en: "nothing changed") : wording.joined(zh: "，", en: ", ")
            let name =
                followUp.isFinal
                ? Phrase(zh: "终报", en: "final report")
                : Phrase(zh: "续报\(chineseNumeral(followUp.ordinal))", en: "follow-up \(followUp.ordinal)")
            return text.time(followUp.receivedAt) + Phrase(zh: "，", en: ", ") + name + Phrase(zh: "：", en: ": ") + said
        }.joined(zh: "；", en: "; ") + Phrase(zh: "。", en: ".")
    }

    /// When somebody was first told, who acknowledged when, and how it ended.
    private var handling: Phrase {
        let records = RecordWording(names: text.names)
        let told = text.entries.first { if case .told(_, let told) = $0.record { told.notice == nil } else { false } }
        let answers = text.entries.filter {
            switch $0.record {
            case .acknowledged, .declined, .rerouted, .closed, .reopened: true
            default: false
            }
        }
        let lines = ([told].compactMap { $0 } + answers).map { entry in
            text.time(entry.at) + Phrase(zh: "，", en: ", ") + records.text(entry.record)
        }
        guard !lines.isEmpty else { return Phrase(zh: "尚无人可告知。", en: "nobody could be told yet.") }
        return lines.joined(zh: "；", en: "; ") + Phrase(zh: "。", en: ".")
    }

    private var reports: Phrase {
        guard !incident.clocks.isEmpty else { return Phrase(zh: "无时限要求。", en: "no limit applies.") }
        let clocks = ClockWording(zone: text.zone, names: text.names)
        return incident.clocks.map(clocks.line).joined(zh: "；", en: "; ") + Phrase(zh: "。", en: ".")
    }

    private var tasks: Phrase {
        guard !incident.tasks.isEmpty else { return Phrase(zh: "无。", en: "none.") }
        let tasks = TaskWording(zone: text.zone, names: text.names)
        return incident.tasks.map(tasks.line).joined(zh: "；", en: "; ") + Phrase(zh: "。", en: ".")
    }

    private var state: Phrase {
        let closed = text.entries.last { if case .closed = $0.record { true } else { false } }
        guard incident.escalation.phase == .closed, case .closed(_, let reason)? = closed?.record else {
            return incident.escalation.phase.phrase + Phrase(zh: "，仍在处置。", en: ", still being handled.")
        }
        return incident.escalation.phase.phrase + Phrase(zh: "：\(reason)。", en: ": \(reason).")
    }
}
