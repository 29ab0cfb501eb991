package import Calendars
package import Incidents
import Rosters

/// The text that a person on duty gets: what, where, when, who else is told, until when to answer, and how.
package struct MessageWording: Sendable {
    private let message: Message
    private let incident: Incident
    private let wording: IncidentWording
    private let names: Names
    private let others: [Recipient]
    private let isDrill: Bool
    /// The ` --db FILE` that the answer needs: a drill must never be answered in the real database.
    private let database: String
    private let zone: Zone

    /// `others` are the recipients of the same step.
    package init(
        message: Message, incident: Incident, others: [Recipient], names: Names, zone: Zone, isDrill: Bool,
        database: String = ""
    ) {
        self.message = message
        self.incident = incident
        self.wording = IncidentWording(incident: incident, zone: zone, names: names)
        self.names = names
        self.others = others.filter { $0 != message.recipient }
        self.isDrill = isDrill
        self.database = database
        self.zone = zone
    }

    private var facts: IncidentFacts { incident.facts }
    private var mark: Phrase { isDrill ? Phrase(zh: "【演练】", en: "[DRILL] ") : Phrase("") }

    package var text: Phrase {
        let lines =
            message.notice.map {
                NoticeWording(notice: $0, incident: incident, names: names, zone: zone, database: database).lines
            }
            ?? ladderLines
        return mark + lines.joined(zh: "\n", en: "\n")
    }

    /// The same in one line, for somebody who reads it out over the phone.
    package var line: Phrase {
        mark + Phrase("\(incident.number) ")
            + (message.notice.map { $0.phrase + Phrase(zh: "：", en: ": ") } ?? Phrase(""))
            + Phrase(zh: "\(facts.what)，\(facts.place)", en: "\(facts.what), \(facts.place)")
    }

    private var ladderLines: [Phrase] {
        let isWarning = facts.warning != nil
        let head =
            isWarning
            ? Phrase(zh: "预警 \(incident.number)：\(facts.what)", en: "Warning \(incident.number): \(facts.what)")
            : Phrase(zh: "事件 \(incident.number)：\(facts.what)", en: "Incident \(incident.number): \(facts.what)")
        let followUp =
            incident.followUps > 0
            ? Phrase(zh: "（续报\(chineseNumeral(incident.followUps))后）", en: " (after follow-up \(incident.followUps))")
            : Phrase("")
        let card = cardToSend.map { CardWording(card: $0).lines } ?? []
        return [head + followUp] + (isWarning ? warningLines : factLines) + [why, alsoTold] + card + [answer]
    }

    /// The card goes out with the first round of a ladder; whoever is told again has it, or is called by somebody who has.
    private var cardToSend: PlanCard? {
        message.round == incident.escalation.firstRound ? incident.policy.card(for: facts) : nil
    }

    private var warningLines: [Phrase] {
        guard let warning = facts.warning else { return [] }
        let until = warning.until.map { Phrase(zone.civil($0)) } ?? Phrase(zh: "解除", en: "it is lifted")
        return [
            Phrase(zh: "起止：", en: "In force: ") + Phrase(zone.civil(warning.from)) + Phrase(zh: " 至 ", en: " until ")
                + until,
            Phrase(zh: "可能影响范围：\(warning.area)", en: "Area: \(warning.area)"),
            Phrase(zh: "应采取措施：\(warning.measures)", en: "Measures: \(warning.measures)"),
            Phrase(zh: "发布单位：\(warning.issuer)", en: "Issued by: \(warning.issuer)"),
        ]
    }

    private var factLines: [Phrase] {
        [
            Phrase(zh: "地点：\(facts.place)", en: "Where: \(facts.place)"),
            Phrase(zh: "事发：", en: "Happened: ") + wording.happened + Phrase(zh: "，接报：", en: ", received: ")
                + wording.received,
            Phrase(zh: "类别：", en: "Kind: ") + wording.kind + Phrase(zh: "，级别：", en: ", grade: ") + wording.grade,
            Phrase(zh: "伤亡和损失：", en: "Losses: ") + wording.casualties,
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
            case .person(let id): "duty ack \(incident.number) --by \(id)\(database)"
            case .phone: "duty ack \(incident.number) --by …\(database)"
            }
        return Phrase(zh: "请于 \(by) 前签收，", en: "Acknowledge before \(by): ") + back
            + Phrase(zh: "由值班员登记：\(command)", en: "have the duty officer enter: \(command)")
    }
}
