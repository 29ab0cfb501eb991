import Calendars
import Incidents
import Rosters

/// Reads which incidents are told by day only, and which posts a warning puts on standby.
struct QuietReader {
    private enum QuietField: String, FieldKey {
        case match, day, reason
    }
    private enum StandbyField: String, FieldKey {
        case match, posts
    }

    let index: PlaceIndex

    func quiet(_ node: YamlNode?, _ log: inout DiagnosticList) -> [QuietRule] {
        (node?.items(&log) ?? []).compactMap { item in
            let fields = YamlFields<QuietField>(item, &log)
            let match = fields.required(.match, &log).map { MatchReader(index).read($0, &log) }
            let day = fields.required(.day, &log)?.read(.window, &log) { ClockWindow($0) }
            let reason = fields.requiredText(.reason, &log)
            guard let match, let day, let reason else { return nil }
            return QuietRule(match: match, day: day, reason: reason)
        }
    }

    func standby(_ node: YamlNode?, _ log: inout DiagnosticList) -> [StandbyRule] {
        (node?.items(&log) ?? []).map { item in
            let fields = YamlFields<StandbyField>(item, &log)
            let match = fields[.match].map { MatchReader(index).read($0, &log) } ?? IncidentMatch(warnings: [])
            let posts = fields.required(.posts, &log)?.items(&log) ?? []
            return StandbyRule(
                match: match, posts: posts.compactMap { index.posts.find($0, &log) }.map { index.place[$0].key })
        }
    }
}
