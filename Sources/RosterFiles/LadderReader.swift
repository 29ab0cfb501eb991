import Calendars
import Incidents
import Rosters

/// Reads the ladders of `policy.yaml`.
struct LadderReader {
    private enum Field: String, FieldKey {
        case match, steps
    }
    private enum MatchField: String, FieldKey {
        case unit, category, type, grade
    }
    private enum StepField: String, FieldKey {
        case tell, need, wait
    }

    let targets: TargetReader

    func read(_ entry: YamlEntry, _ log: inout DiagnosticList) -> Ladder {
        let fields = YamlFields<Field>(entry.value, &log)
        let match = fields[.match].map { self.match($0, &log) } ?? LadderMatch()
        let steps = fields.required(.steps, &log)
        let read = (steps?.items(&log) ?? []).map { step($0, &log) }
        if let steps, read.isEmpty { log.add(.unexpected(found: steps.shown, expected: .list), at: steps.site) }
        return Ladder(name: entry.key, match: match, steps: read)
    }

    private func match(_ node: YamlNode, _ log: inout DiagnosticList) -> LadderMatch {
        let fields = YamlFields<MatchField>(node, &log)
        let units = (fields[.unit]?.items(&log) ?? []).compactMap { targets.index.units.find($0, &log) }
        return LadderMatch(
            units: units.map { targets.index.place[$0].id },
            categories: fields.words(.category, of: ValueWords.categories, &log),
            types: fields.texts(.type, &log),
            grades: fields.words(.grade, of: ValueWords.grades, &log))
    }

    private func step(_ node: YamlNode, _ log: inout DiagnosticList) -> Step {
        let fields = YamlFields<StepField>(node, &log)
        let tell = fields.required(.tell, &log)
        let items = tell?.items(&log) ?? []
        if let tell, items.isEmpty { log.add(.unexpected(found: tell.shown, expected: .target), at: tell.site) }
        let wait = fields.required(.wait, &log)?.number(in: 1...10_080, &log)
        return Step(
            tell: items.compactMap { targets.read($0, &log) },
            need: fields.word(.need, of: ValueWords.needs, &log) ?? .any,
            wait: .minutes(wait ?? 1))
    }
}
