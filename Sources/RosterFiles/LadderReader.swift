import Calendars
import Incidents
import Rosters

/// Reads the ladders of `policy.yaml`.
struct LadderReader {
    private enum Field: String, FieldKey {
        case match, steps
    }
    private enum StepField: String, FieldKey {
        case tell, need, wait
    }

    let targets: TargetReader

    func read(_ entry: YamlEntry, _ log: inout DiagnosticList) -> Ladder {
        let fields = YamlFields<Field>(entry.value, &log)
        let match = fields[.match].map { MatchReader(targets.index).read($0, &log) } ?? IncidentMatch()
        let steps = fields.required(.steps, &log)
        let read = (steps?.items(&log) ?? []).map { step($0, &log) }
        if let steps, read.isEmpty { log.add(.unexpected(found: steps.shown, expected: .list), at: steps.site) }
        return Ladder(name: entry.key, match: match, steps: read)
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
