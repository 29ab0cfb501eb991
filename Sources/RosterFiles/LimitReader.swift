import Calendars
import Incidents
import Rosters

/// Reads the reporting limits of `policy.yaml`.
enum LimitReader {
    private enum Field: String, FieldKey {
        case profile, jurisdiction, category, type, grade, to, over, starts, minutes, source
    }

    static func read(_ node: YamlNode, _ log: inout DiagnosticList) -> ReportLimit? {
        let fields = YamlFields<Field>(node, &log)
        let profile = fields.requiredText(.profile, &log)
        let to = fields.requiredText(.to, &log)
        let starts = fields.required(.starts, &log)?.word(of: ValueWords.clockStarts, &log)
        let minutes = fields.required(.minutes, &log)?.number(in: 1...525_600, &log)
        let source = fields.requiredText(.source, &log)
        let limit = ReportLimit(
            profile: profile ?? "", jurisdiction: fields.text(.jurisdiction, &log),
            categories: fields.words(.category, of: ValueWords.categories, &log),
            types: fields.texts(.type, &log), grades: fields.words(.grade, of: ValueWords.grades, &log), to: to ?? "",
            over: fields.word(.over, of: ValueWords.media, &log) ?? .any, starts: starts ?? .received,
            within: .minutes(minutes ?? 1), source: source ?? "")
        return profile == nil || to == nil || starts == nil || minutes == nil ? nil : limit
    }
}
