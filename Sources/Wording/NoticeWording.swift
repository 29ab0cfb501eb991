import Calendars
import Incidents
import Rosters

/// What people are told beside the ladder: limits, tasks, standby.
struct NoticeWording {
    let notice: NoticeSubject
    let incident: Incident
    let names: Names
    let zone: Zone
    let database: String

    var lines: [Phrase] {
        switch notice {
        case .clockWarning(let id), .clockOverrun(let id): clockLines(id)
        case .taskGiven(let id), .taskReminder(let id), .taskOverdue(let id): taskLines(id)
        case .standby: standbyLines
        }
    }

    private var head: Phrase {
        notice.phrase + Phrase(zh: "：事件 \(incident.number) ", en: ": incident \(incident.number) ")
            + Phrase(
                zh: "\(incident.facts.what)，\(incident.facts.place)",
                en: "\(incident.facts.what), \(incident.facts.place)")
    }

    private func clockLines(_ id: Int) -> [Phrase] {
        guard let clock = incident.clocks.first(where: { $0.id == id }) else { return [head] }
        let over = clock.deadline.over == .any ? "phone|written" : clock.deadline.over.rawValue
        let wording = ClockWording(zone: zone, names: names)
        return [
            head, wording.line(clock),
            Phrase(
                zh:
                    "报告后登记：duty reported \(incident.number) --to \(clock.deadline.to) --over \(over) --by 人员\(database)",
                en:
                    "When reported: duty reported \(incident.number) --to \(clock.deadline.to) --over \(over) --by PERSON\(database)"
            ),
        ]
    }

    private func taskLines(_ id: Int) -> [Phrase] {
        guard let task = incident.tasks.first(where: { $0.id == id }) else { return [head] }
        return [
            head, TaskWording(zone: zone, names: names).line(task),
            Phrase(
                zh: "办理后登记：duty task done \(incident.number) \(id) --by \(task.owner) --result 办理结果\(database)",
                en: "When done: duty task done \(incident.number) \(id) --by \(task.owner) --result TEXT\(database)"),
        ]
    }

    private var standbyLines: [Phrase] {
        guard let warning = incident.facts.warning else { return [head] }
        return [
            head,
            Phrase(
                zh: "请转入备勤：\(warning.measures)（\(warning.issuer)发布，影响范围：\(warning.area)）",
                en: "Go on standby: \(warning.measures) (issued by \(warning.issuer), area: \(warning.area))"),
        ]
    }
}
