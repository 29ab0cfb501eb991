package import Calendars
package import Incidents
import Rosters

/// The text that a person on duty gets: what, where, when, who else is told, until when to answer, and how.
package struct MessageWording: Sendable {
    private let message: Message
    private let facts: IncidentFacts
    private let incident: IncidentWording
    private let names: Names
    private let others: [Recipient]
    private let isDrill: Bool
    /// The ` --db FILE` that the answer needs: a drill must never be answered in the real database.
    private let database: String
    private let zone: Zone

    /// `others` are the recipients of the same step.
    package init(
        message: Message, facts: IncidentFacts, grading: Grading, others: [Recipient], names: Names, zone: Zone,
        isDrill: Bool, database: String = ""
    ) {
        self.message = message
        self.facts = facts
        self.incident = IncidentWording(facts: facts, grading: grading, zone: zone, names: names)
        self.names = names
        self.others = others.filter { $0 != message.recipient }
        self.isDrill = isDrill
        self.database = database
        self.zone = zone
    }

    package var text: Phrase {
        let mark = isDrill ? Phrase(zh: "【演练】", en: "[DRILL] ") : Phrase("")
        let head =
            mark + Phrase(zh: "事件 \(message.incident)：\(facts.what)", en: "Incident \(message.incident): \(facts.what)")
        return ([head] + factLines + [why, alsoTold, answer]).joined(zh: "\n", en: "\n")
    }

    /// The same in one line, for somebody who reads it out over the phone.
    package var line: Phrase {
        let mark = isDrill ? Phrase(zh: "【演练】", en: "[DRILL] ") : Phrase("")
        return mark + Phrase("\(message.incident) \(facts.what)，\(facts.place)")
    }

    private var factLines: [Phrase] {
        [
            Phrase(zh: "地点：\(facts.place)", en: "Where: \(facts.place)"),
            Phrase(zh: "事发：", en: "Happened: ") + incident.happened + Phrase(zh: "，接报：", en: ", received: ")
                + incident.received,
            Phrase(zh: "类别：", en: "Kind: ") + incident.kind + Phrase(zh: "，级别：", en: ", grade: ") + incident.grade,
            Phrase(zh: "伤亡和损失：", en: "Losses: ") + incident.casualties,
        ]
    }

    private var why: Phrase {
        let post = message.unit.map { unit in
            message.post.map { "\(names.unit(unit)) \(names.post($0))" } ?? names.unit(unit)
        }
        let place = post.map { Phrase(zh: "（\($0)）", en: " (\($0))") } ?? Phrase("")
        return Phrase(zh: "告知理由：", en: "Why you: ") + names.target(message.target) + place
    }

    private var alsoTold: Phrase {
        let list = others.isEmpty ? Phrase(zh: "无", en: "nobody") : others.map(names.recipient).joined()
        return Phrase(zh: "同时告知：", en: "Also told: ") + list
    }

    private var answer: Phrase {
        let by = zone.civil(message.answerBy)
        let phone = facts.unit.map { names.phones(.phone($0)) }?.first
        let back = phone.map { Phrase(zh: "可回电 \($0)，或", en: "call back \($0), or ") } ?? Phrase("")
        let command =
            switch message.recipient {
            case .person(let id): "duty ack \(message.incident) --by \(id)\(database)"
            case .phone: "duty ack \(message.incident) --by …\(database)"
            }
        return Phrase(zh: "请于 \(by) 前签收，", en: "Acknowledge before \(by): ") + back
            + Phrase(zh: "由值班员登记：\(command)", en: "have the duty officer enter: \(command)")
    }
}
