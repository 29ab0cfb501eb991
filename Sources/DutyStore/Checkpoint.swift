package import Calendars

/// The ledger's length and last hash at an instant, to be kept elsewhere: printed, posted, read out.
package struct Checkpoint: Hashable, Sendable {
    package let count: Int
    package let hash: String
    package let at: Instant

    package init(count: Int, hash: String, at: Instant) {
        self.count = count
        self.hash = hash
        self.at = at
    }
}

extension Checkpoint: LosslessStringConvertible, Codable {
    /// One line: `duty-checkpoint 1 <count> <hash> <time>`.
    package var description: String {
        "duty-checkpoint 1 \(count) \(hash) \(Zone.shanghai.iso(at))"
    }

    package init?(_ description: String) {
        let parts = description.split(whereSeparator: \.isWhitespace)
        guard parts.count == 5, parts[0] == "duty-checkpoint", parts[1] == "1",
            let count = Int(parts[2]), count >= 0,
            parts[3].utf8.count == 64, parts[3].allSatisfy({ $0.isHexDigit && !$0.isUppercase }),
            let at = Zone.shanghai.instant(parsing: parts[4])
        else { return nil }
        self.init(count: count, hash: String(parts[3]), at: at)
    }

    package init(from decoder: any Decoder) throws {
        let line = try decoder.singleValueContainer().decode(String.self)
        guard let checkpoint = Checkpoint(line) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: line))
        }
        self = checkpoint
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
