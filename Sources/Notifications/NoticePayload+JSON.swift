package import Foundation
import Incidents
import Rosters

extension NoticePayload {
    /// The bytes that are posted and signed: sorted keys, so the same payload gives the same bytes.
    package func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    private enum Field: String, CodingKey {
        case message, incident, matter, round, step, notice, recipient, channel, drill, what, `where`, unit, category,
            type,
            grade
        case gradeProvisional = "grade_provisional"
        case happenedAt = "happened_at"
        case receivedAt = "received_at"
        case dead, missing, serious, slight
        case lossYuan = "loss_yuan"
        case text
        case answerBy = "answer_by"
        case createdAt = "created_at"
    }

    /// Writes every field, null where nothing is known.
    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(message.text, forKey: .message)
        try fields.encode(incident, forKey: .incident)
        try fields.encodeIfPresent(matter, forKey: .matter)
        try fields.encode(round, forKey: .round)
        try fields.encode(step, forKey: .step)
        try fields.encode(notice, forKey: .notice)
        try fields.encode(recipient, forKey: .recipient)
        try fields.encode(channel, forKey: .channel)
        try fields.encode(isDrill, forKey: .drill)
        try fields.encode(what, forKey: .what)
        try fields.encode(place, forKey: .where)
        try fields.encode(unit, forKey: .unit)
        try fields.encode(category, forKey: .category)
        try fields.encode(type, forKey: .type)
        try fields.encode(grade, forKey: .grade)
        try fields.encode(isGradeProvisional, forKey: .gradeProvisional)
        try fields.encode(happenedAt, forKey: .happenedAt)
        try fields.encode(receivedAt, forKey: .receivedAt)
        try fields.encode(casualties?.dead, forKey: .dead)
        try fields.encode(casualties?.missing, forKey: .missing)
        try fields.encode(casualties?.serious, forKey: .serious)
        try fields.encode(casualties?.slight, forKey: .slight)
        try fields.encode(casualties?.lossYuan, forKey: .lossYuan)
        try fields.encode(text, forKey: .text)
        try fields.encode(answerBy, forKey: .answerBy)
        try fields.encode(createdAt, forKey: .createdAt)
    }
}

extension NoticePayload.Addressee {
    private enum Field: String, CodingKey {
        case id, name, unit, post
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(name, forKey: .name)
        try fields.encode(unit, forKey: .unit)
        try fields.encode(post, forKey: .post)
    }
}
