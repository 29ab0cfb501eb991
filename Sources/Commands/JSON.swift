import Foundation

/// A JSON value in which an absent part is an explicit null.
enum JSON: Encodable {
    case null
    case text(String)
    case number(Int)
    /// Written with four decimals at most.
    case decimal(Double)
    case flag(Bool)
    case list([JSON])
    case object([String: JSON])

    static func optional(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }

    static func optional(_ number: Int?) -> JSON { number.map(JSON.number) ?? .null }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .decimal(let number): try container.encode((number * 10_000).rounded() / 10_000)
        case .flag(let flag): try container.encode(flag)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }

    /// One line, for a stream of results.
    func line() -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }

    /// Sorted keys, so that the same result is the same bytes.
    func rendered() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
