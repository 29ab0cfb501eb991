import Calendars
import Incidents
import Rosters

/// Reads `policy.yaml`; a place without one has the standard policy.
enum PolicyReader {
    private enum Field: String, FieldKey {
        case fallback
        case roundPause = "round_pause"
        case ungradedAs = "ungraded_as"
        case channels, contact, ladders, limits
    }

    static func read(_ source: SourceFile?, of place: Place) -> (Policy, [Diagnostic]) {
        let standard = Policy()
        guard let source else { return (standard, []) }
        var log = DiagnosticList(file: source.path)
        guard let root = YamlLoader.load(source, &log) else { return (standard, log.sorted) }
        let fields = YamlFields<Field>(root, &log)
        let targets = TargetReader(place)
        let ladders = LadderReader(targets: targets)
        let channels = ChannelReader.read(fields[.channels], &log)
        let policy = Policy(
            fallback: (fields[.fallback]?.items(&log) ?? []).compactMap { targets.read($0, &log) },
            roundPause: fields.number(.roundPause, in: 1...10_080, &log).map { .minutes($0) } ?? standard.roundPause,
            ungradedAs: fields.word(.ungradedAs, of: ValueWords.grades, &log) ?? standard.ungradedAs,
            channels: channels,
            contact: ChannelReader.contact(fields[.contact], among: channels, &log),
            ladders: (fields[.ladders]?.entries(&log) ?? []).map { ladders.read($0, &log) },
            limits: (fields[.limits]?.items(&log) ?? []).compactMap { LimitReader.read($0, &log) })
        return (policy, log.sorted)
    }
}
