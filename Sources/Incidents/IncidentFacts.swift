package import Calendars
package import Rosters

/// The number of an incident in its database: `2026-0007`.
package struct IncidentNumber: Hashable, Comparable, Sendable {
    package let year: Int
    package let sequence: Int

    package init(year: Int, sequence: Int) {
        self.year = year
        self.sequence = sequence
    }

    /// Parses `2026-0007` or `2026-7`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0]), let sequence = Int(parts[1]),
            year > 0, sequence > 0
        else { return nil }
        self.init(year: year, sequence: sequence)
    }

    package static func < (left: IncidentNumber, right: IncidentNumber) -> Bool {
        (left.year, left.sequence) < (right.year, right.sequence)
    }
}

extension IncidentNumber: CustomStringConvertible, Codable {
    package var description: String {
        let digits = String(sequence)
        return "\(year)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let number = IncidentNumber(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: text))
        }
        self = number
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// What is known of an incident; nil is 未掌握, and 0 is known.
package struct IncidentFacts: Hashable, Sendable, Codable {
    package var what: String
    package var place: String
    package var unit: UnitID?
    package var category: Category?
    package var type: String?
    package var happenedAt: Instant?
    package var receivedAt: Instant
    package var recordedAt: Instant
    package var casualties: Casualties
    /// Where the report came from: a call, public opinion, a camera.
    package var source: String?
    /// Whoever wrote it down.
    package var recordedBy: PersonID?

    package init(
        what: String, place: String, unit: UnitID?, category: Category?, type: String?, happenedAt: Instant?,
        receivedAt: Instant, recordedAt: Instant, casualties: Casualties = Casualties(), source: String? = nil,
        recordedBy: PersonID? = nil
    ) {
        self.what = what
        self.place = place
        self.unit = unit
        self.category = category
        self.type = type
        self.happenedAt = happenedAt
        self.receivedAt = receivedAt
        self.recordedAt = recordedAt
        self.casualties = casualties
        self.source = source
        self.recordedBy = recordedBy
    }
}

/// Losses of people and property; nil is 未掌握.
package struct Casualties: Hashable, Sendable, Codable {
    package var dead: Int?
    package var missing: Int?
    /// 重伤, including acute industrial poisoning.
    package var serious: Int?
    package var slight: Int?
    /// Direct economic loss in yuan.
    package var lossYuan: Int?

    package init(dead: Int? = nil, missing: Int? = nil, serious: Int? = nil, slight: Int? = nil, lossYuan: Int? = nil) {
        self.dead = dead
        self.missing = missing
        self.serious = serious
        self.slight = slight
        self.lossYuan = lossYuan
    }
}
