import Calendars
import Rosters

// Dictionaries with these keys would otherwise be stored as arrays in the
// random order of their hashes, and the same snapshot would not be the same
// bytes.

extension RuleName: CodingKeyRepresentable {}

extension Ordinal: CodingKeyRepresentable {
    package var codingKey: any CodingKey { CanonicalKey(stringValue: String(offset)) }

    package init?(codingKey: some CodingKey) {
        guard let index = Int(codingKey.stringValue) else { return nil }
        self.init(index)
    }
}

extension DaySelector: CodingKeyRepresentable {
    package var codingKey: any CodingKey {
        switch self {
        case .kind(let kind): CanonicalKey(stringValue: "kind:\(kind.rawValue)")
        case .date(let date): CanonicalKey(stringValue: "date:\(date)")
        case .label(let label): CanonicalKey(stringValue: "label:\(label.rawValue)")
        }
    }

    package init?(codingKey: some CodingKey) {
        let parts = codingKey.stringValue.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        let selector: DaySelector? =
            switch parts[0] {
            case "kind": DayKind(rawValue: parts[1]).map(DaySelector.kind)
            case "date": CivilDate(parts[1]).map(DaySelector.date)
            case "label": DayLabel(rawValue: parts[1]).map(DaySelector.label)
            default: nil
            }
        guard let selector else { return nil }
        self = selector
    }
}

private struct CanonicalKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
