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
            year >= 1000, sequence > 0
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
    /// When the unit concerned learned of it (获悉).
    package var learnedAt: Instant?
    package var receivedAt: Instant
    /// When somebody made sure that it is so (核实).
    package var verifiedAt: Instant?
    package var recordedAt: Instant
    package var casualties: Casualties
    /// What is told in words; what is missing is 未掌握.
    package var elements: [ReportElement: String]
    /// Where the report came from: a call, public opinion, a camera.
    package var source: String?
    /// Whoever wrote it down.
    package var recordedBy: PersonID?
    package var warningLevel: WarningLevel?
    package var responseLevel: ResponseLevel?
    /// Set for a standing warning, which is told like an incident.
    package var warning: WarningNotice?

    package init(
        what: String, place: String, unit: UnitID?, category: Category?, type: String?, happenedAt: Instant?,
        learnedAt: Instant? = nil, receivedAt: Instant, verifiedAt: Instant? = nil, recordedAt: Instant,
        casualties: Casualties = Casualties(), elements: [ReportElement: String] = [:], source: String? = nil,
        recordedBy: PersonID? = nil, warningLevel: WarningLevel? = nil, responseLevel: ResponseLevel? = nil,
        warning: WarningNotice? = nil
    ) {
        self.what = what
        self.place = place
        self.unit = unit
        self.category = category
        self.type = type
        self.happenedAt = happenedAt
        self.learnedAt = learnedAt
        self.receivedAt = receivedAt
        self.verifiedAt = verifiedAt
        self.recordedAt = recordedAt
        self.casualties = casualties
        self.elements = elements
        self.source = source
        self.recordedBy = recordedBy
        self.warningLevel = warningLevel
        self.responseLevel = responseLevel
        self.warning = warning
    }

    /// Facts of the first schema know no elements.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            what: try values.decode(String.self, forKey: .what), place: try values.decode(String.self, forKey: .place),
            unit: try values.decodeIfPresent(UnitID.self, forKey: .unit),
            category: try values.decodeIfPresent(Category.self, forKey: .category),
            type: try values.decodeIfPresent(String.self, forKey: .type),
            happenedAt: try values.decodeIfPresent(Instant.self, forKey: .happenedAt),
            learnedAt: try values.decodeIfPresent(Instant.self, forKey: .learnedAt),
            receivedAt: try values.decode(Instant.self, forKey: .receivedAt),
            verifiedAt: try values.decodeIfPresent(Instant.self, forKey: .verifiedAt),
            recordedAt: try values.decode(Instant.self, forKey: .recordedAt),
            casualties: try values.decode(Casualties.self, forKey: .casualties),
            elements: try values.decodeIfPresent([ReportElement: String].self, forKey: .elements) ?? [:],
            source: try values.decodeIfPresent(String.self, forKey: .source),
            recordedBy: try values.decodeIfPresent(PersonID.self, forKey: .recordedBy),
            warningLevel: try values.decodeIfPresent(WarningLevel.self, forKey: .warningLevel),
            responseLevel: try values.decodeIfPresent(ResponseLevel.self, forKey: .responseLevel),
            warning: try values.decodeIfPresent(WarningNotice.self, forKey: .warning))
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
