import Incidents
import Rosters

/// Reads how grave the findings of the routing proof are in this place.
enum ProofReader {
    static func read(_ node: YamlNode?, _ log: inout DiagnosticList) -> [RouteRule: RuleSetting.Level] {
        var levels: [RouteRule: RuleSetting.Level] = [:]
        for entry in node?.entries(&log) ?? [] {
            guard let rule = RouteRule(rawValue: entry.key) else {
                let near = nearest(to: entry.key, among: RouteRule.allCases.map(\.rawValue))
                log.add(.unknown(.rule, entry.key, nearest: near), at: entry.site)
                continue
            }
            if let level = entry.value.word(of: ValueWords.ruleLevels, &log) { levels[rule] = level }
        }
        return levels
    }
}
