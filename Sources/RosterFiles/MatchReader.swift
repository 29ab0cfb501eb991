import Incidents
import Rosters

/// Reads which incidents a part of the policy is for.
struct MatchReader {
    private enum Field: String, FieldKey {
        case unit, category, type, grade, warning
    }

    /// `warning: any` stands for every level.
    private static let everyLevel = WordTable<Bool>([(true, ["any", "全部", "任一"])])

    private let index: PlaceIndex

    init(_ index: PlaceIndex) {
        self.index = index
    }

    func read(_ node: YamlNode, _ log: inout DiagnosticList) -> IncidentMatch {
        let fields = YamlFields<Field>(node, &log)
        let units = (fields[.unit]?.items(&log) ?? []).compactMap { index.units.find($0, &log) }
        return IncidentMatch(
            units: units.map { index.place[$0].id },
            categories: fields.words(.category, of: ValueWords.categories, &log),
            types: fields.texts(.type, &log),
            grades: fields.words(.grade, of: ValueWords.grades, &log),
            warnings: fields[.warning].map { levels($0, &log) })
    }

    private func levels(_ node: YamlNode, _ log: inout DiagnosticList) -> [WarningLevel] {
        if let word = node.scalar, Self.everyLevel.value(word) == true { return [] }
        return node.items(&log).compactMap { $0.word(of: ValueWords.warningLevels, &log) }
    }
}
