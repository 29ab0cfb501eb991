import Calendars
import Incidents
import Rosters

/// The body of a final report: first report, follow-ups, handling, present state, next steps.
struct FinalReport {
    let text: ReportText

    private var incident: Incident { text.incident }

    var body: [Phrase] {
        let report = FirstReport(text: text, known: incident)
        let handled: [ReportText.Section] = [
            (Phrase(zh: "续报情况", en: "Follow-up reports"), followUps),
            (Phrase(zh: "告知和处置经过", en: "Who was told and what was done"), handling),
            (Phrase(zh: "信息报送情况", en: "Reported upward"), reports),
            (Phrase(zh: "批示和任务落实情况", en: "Instructions and tasks"), tasks),
            (Phrase(zh: "目前状况", en: "Present state"), state),
        ]
        return [opening] + ReportText.numbered(report.event + [report.source] + handled + [report.plans])
    }

    private var opening: Phrase {
        Phrase(
            zh: "现将\(incident.facts.place)\(incident.facts.what)有关情况终报如下：",
            en: "The whole of it, first report, follow-ups and handling:")
    }

    private var followUps: Phrase {
        let reports = text.followUps.map { followUp in
            let known = text.before(followUp: followUp.ordinal) ?? incident
            let changes = FollowUpReport(text: text, known: known, followUp: followUp).changes
            let said = changes.isEmpty ? Phrase(zh: "情况无变化", en: "nothing changed") : changes.joined(zh: "，", en: ", ")
            let name =
                followUp.isFinal
                ? Phrase(zh: "终报", en: "final report")
                : Phrase(zh: "续报\(chineseNumeral(followUp.ordinal))", en: "follow-up \(followUp.ordinal)")
            return text.time(followUp.receivedAt) + Phrase(zh: "，", en: ", ") + name + Phrase(zh: "：", en: ": ") + said
        }
        return list(reports, none: Phrase(zh: "无", en: "none"))
    }

    /// When somebody was first told, who acknowledged when, and how it ended.
    private var handling: Phrase {
        let told = text.entries.first { if case .told(_, let told) = $0.record { told.notice == nil } else { false } }
        let answers = text.entries.compactMap { entry in answer(entry.record).map { (entry.at, $0) } }
        let first = told.flatMap { entry in telling(entry.record).map { (entry.at, $0) } }
        let lines = ([first].compactMap { $0 } + answers).map { text.time($0) + Phrase(zh: "，", en: ", ") + $1 }
        return list(lines, none: Phrase(zh: "尚无人可告知", en: "nobody could be told yet"))
    }

    private func telling(_ record: Record) -> Phrase? {
        guard case .told(_, let told) = record else { return nil }
        return Phrase(zh: "告知", en: "told ") + text.names.recipient(told.recipient)
    }

    private func answer(_ record: Record) -> Phrase? {
        let names = text.names
        switch record {
        case .acknowledged(let by, _, _, _): return names.personInFull(by) + Phrase(zh: "签收", en: " acknowledged")
        case .declined(let by, let reason, _, _):
            return names.personInFull(by) + Phrase(zh: "不能承办：\(reason)", en: " cannot take it: \(reason)")
        case .rerouted(let rerouting):
            return rerouting.cause.phrase + Phrase(zh: "，重新告知", en: ", told anew")
        case .closed(let by, let reason):
            return names.personInFull(by) + Phrase(zh: "办结：\(reason)", en: " closed it: \(reason)")
        case .reopened(let by, let reason):
            return names.personInFull(by) + Phrase(zh: "恢复办理：\(reason)", en: " reopened it: \(reason)")
        default: return nil
        }
    }

    /// When it went up and how it kept its limit; never a word about why.
    private var reports: Phrase {
        let wording = ClockWording(zone: text.zone, names: text.names)
        let lines = incident.clocks.map { clock in
            let receiver = text.receiver(clock.deadline.to, above: incident.facts.unit)
            guard let report = clock.report else {
                return clock.deadline.over.phrase + Phrase(zh: "报", en: " to ") + receiver
                    + Phrase(zh: "：", en: ": ") + wording.state(clock)
            }
            return text.time(report.at) + Phrase(zh: "", en: ", ") + report.over.phrase + Phrase(zh: "报", en: " to ")
                + receiver + Phrase(zh: "（", en: " (") + ReportText.unspaced(wording.punctuality(clock))
                + Phrase(zh: "）", en: ")")
        }
        return list(lines + besides, none: Phrase(zh: "无时限要求", en: "no limit applies"))
    }

    /// Reports upward that no limit asked for, such as the written one after the phone.
    private var besides: [Phrase] {
        text.entries.compactMap { entry in
            guard case .reportedUp(let report, let clocks) = entry.record, clocks.isEmpty else { return nil }
            return text.time(report.at) + Phrase(zh: "", en: ", ") + report.over.phrase + Phrase(zh: "报", en: " to ")
                + text.receiver(report.to, above: incident.facts.unit)
                + (report.confirmedBy.map { Phrase(zh: "（\($0)电话确认）", en: " (confirmed by phone: \($0))") }
                    ?? Phrase(""))
        }
    }

    private var tasks: Phrase {
        let lines = incident.tasks.map { task in
            TaskWording(zone: text.zone, names: text.names).line(task)
        }
        return list(lines, none: Phrase(zh: "无", en: "none"))
    }

    private var state: Phrase {
        let closed = text.entries.last { if case .closed = $0.record { true } else { false } }
        guard incident.escalation.phase == .closed, case .closed(_, let reason)? = closed?.record else {
            return incident.escalation.phase.phrase + Phrase(zh: "，仍在处置。", en: ", still being handled.")
        }
        return incident.escalation.phase.phrase + Phrase(zh: "：\(reason)。", en: ": \(reason).")
    }

    private func list(_ lines: [Phrase], none: Phrase) -> Phrase {
        (lines.isEmpty ? none : lines.joined(zh: "；", en: "; ")) + Phrase(zh: "。", en: ".")
    }
}
