package import Calendars
package import Incidents
package import Rosters
package import Wording

/// What a webhook posts; times are ISO 8601 with offset, and null is 未掌握 (0 is known).
package struct NoticePayload: Hashable, Sendable, Encodable {
    package struct Addressee: Hashable, Sendable, Encodable {
        package let id: String
        package let name: String
        package let unit: String?
        package let post: String?
    }

    package struct Texts: Hashable, Sendable, Encodable {
        package let zh: String
        package let en: String

        package var phrase: Phrase { Phrase(zh: zh, en: en) }
    }

    package let message: MessageID
    /// Null for a matter that belongs to no incident.
    package let incident: IncidentNumber?
    /// Left out for an incident.
    package let matter: MatterNumber?
    package let round: Int
    package let step: Int
    /// What a notice is about; null for a step of the ladder.
    package let notice: String?
    package let recipient: Addressee
    package let channel: String
    package let isDrill: Bool
    package let what: String?
    package let place: String?
    package let unit: String?
    package let category: Category?
    package let type: String?
    package let grade: Grade?
    package let isGradeProvisional: Bool?
    package let happenedAt: String?
    package let receivedAt: String?
    package let casualties: Casualties?
    package let text: Texts
    package let answerBy: String
    package let createdAt: String

    /// Facts and grading are nil for a matter.
    package init(
        message: Message, recipientName: String, facts: IncidentFacts?, grading: Grading?, texts: Phrase,
        isDrill: Bool, zone: Zone
    ) {
        self.message = message.id
        self.incident = message.incident
        self.matter = message.matter
        self.round = message.round
        self.step = message.step
        self.notice = message.notice?.text
        self.recipient = Addressee(
            id: message.recipient.text, name: recipientName, unit: message.unit?.text, post: message.post?.text)
        self.channel = message.channel.name.text
        self.isDrill = isDrill
        self.what = facts?.what
        self.place = facts?.place
        self.unit = facts?.unit?.text
        self.category = facts?.category
        self.type = facts?.type
        self.grade = grading?.grade
        self.isGradeProvisional = grading?.isProvisional
        self.happenedAt = facts?.happenedAt.map(zone.iso)
        self.receivedAt = (facts?.receivedAt).map(zone.iso)
        self.casualties = facts?.casualties
        let marked = DrillMark.marking(texts, isDrill: isDrill)
        self.text = Texts(zh: marked.zh, en: marked.en)
        self.answerBy = zone.iso(message.answerBy)
        self.createdAt = zone.iso(message.createdAt)
    }
}
