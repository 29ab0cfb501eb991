import Calendars
import Incidents
import Rosters

/// Reads `policy.yaml`; a place without one has the standard policy.
enum PolicyReader {
    private enum Field: String, FieldKey {
        case fallback
        case roundPause = "round_pause"
        case ungradedAs = "ungraded_as"
        case channels, contact, ladders, limits, profiles
        case askAgain = "ask_again"
        case handover
        case ackBy = "ack_by"
        case leaderWithin = "leader_within"
        case duplicateWindow = "duplicate_window"
        case testedWithin = "tested_within"
        case quiet, standby, checklists, proof
        case handoverSigned = "handover_signed"
        case nilReport = "nil_report"
    }

    static func read(_ source: SourceFile?, among index: PlaceIndex) -> (Policy, [Diagnostic]) {
        guard let source else { return (Policy(), []) }
        var log = DiagnosticList(file: source.path)
        guard let root = YamlLoader.load(source, &log) else { return (Policy(), log.sorted) }
        let fields = YamlFields<Field>(root, &log)
        var policy = routing(fields, TargetReader(index), &log)
        readTimes(fields, into: &policy, &log)
        let quiet = QuietReader(index: index)
        policy.profiles = profiles(fields[.profiles], among: policy.limits, &log)
        policy.quiet = quiet.quiet(fields[.quiet], &log)
        policy.standby = quiet.standby(fields[.standby], &log)
        policy.checklists = ChecklistReader.read(fields[.checklists], &log)
        policy.proof = ProofReader.read(fields[.proof], &log)
        let watch = WatchReader(index: index)
        policy.handoverRule = watch.handovers(fields[.handoverSigned], &log)
        policy.nilReport = watch.nilReports(fields[.nilReport], &log)
        return (policy, log.sorted)
    }

    private static func routing(
        _ fields: YamlFields<Field>, _ targets: TargetReader, _ log: inout DiagnosticList
    ) -> Policy {
        let standard = Policy()
        let ladders = LadderReader(targets: targets)
        let channels = ChannelReader.read(fields[.channels], &log)
        return Policy(
            fallback: (fields[.fallback]?.items(&log) ?? []).compactMap { targets.read($0, &log) },
            roundPause: fields.number(.roundPause, in: 1...10_080, &log).map { .minutes($0) } ?? standard.roundPause,
            ungradedAs: fields.word(.ungradedAs, of: ValueWords.grades, &log) ?? standard.ungradedAs,
            channels: channels,
            contact: ChannelReader.contact(fields[.contact], among: channels, &log),
            ladders: (fields[.ladders]?.entries(&log) ?? []).map { ladders.read($0, &log) },
            limits: (fields[.limits]?.items(&log) ?? []).compactMap { LimitReader.read($0, &log) })
    }

    private static func readTimes(
        _ fields: YamlFields<Field>, into policy: inout Policy, _ log: inout DiagnosticList
    ) {
        if let minutes = fields.number(.askAgain, in: 1...10_080, &log) { policy.askAgain = .minutes(minutes) }
        if let minutes = fields.number(.handover, in: 0...240, &log) { policy.handover = .minutes(minutes) }
        if let minutes = fields.number(.duplicateWindow, in: 0...10_080, &log) {
            policy.duplicateWindow = .minutes(minutes)
        }
        policy.leaderWithin = fields.number(.leaderWithin, in: 0...10_080, &log).map { .minutes($0) }
        policy.testedWithinDays = fields.number(.testedWithin, in: 1...3660, &log)
        if let rule = fields.word(.ackBy, of: ValueWords.ackRules, &log) { policy.ackBy = rule }
    }

    /// Each profile that is in force must be one of some limit.
    private static func profiles(
        _ node: YamlNode?, among limits: [ReportLimit], _ log: inout DiagnosticList
    ) -> [String] {
        let known = limits.map(\.profile)
        return (node?.items(&log) ?? []).compactMap { item in
            guard let name = item.text(&log) else { return nil }
            guard known.contains(name) else {
                log.add(.unknown(.profile, name, nearest: nearest(to: name, among: known)), at: item.site)
                return nil
            }
            return name
        }
    }
}
