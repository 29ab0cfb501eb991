import Rosters

/// Reads what `place.yaml` says of the rules.
enum RulesReader {
    private enum Field: String, FieldKey {
        case severity, hours, count, days
    }

    static func read(_ node: YamlNode?, _ log: inout DiagnosticList) -> RuleSettings {
        var settings: [RuleName: RuleSetting] = [:]
        for entry in node?.entries(&log) ?? [] {
            guard let rule = RuleName(rawValue: entry.key) else {
                let near = nearest(to: entry.key, among: RuleName.allCases.map(\.rawValue))
                log.add(.unknown(.rule, entry.key, nearest: near), at: entry.site)
                continue
            }
            let setting = setting(entry.value, of: rule, &log)
            settings[rule] = setting
            if rule == .mostInWindow, (setting.count == nil) != (setting.days == nil) {
                let missing = setting.count == nil ? Field.count : .days
                log.add(.missingKey(missing.rawValue), at: entry.value.site)
            }
        }
        return RuleSettings(settings)
    }

    /// A mapping, or the bare severity.
    private static func setting(
        _ node: YamlNode, of rule: RuleName, _ log: inout DiagnosticList
    ) -> RuleSetting {
        if case .text = node.content {
            return RuleSetting(level: node.word(of: ValueWords.ruleLevels, &log))
        }
        let fields = YamlFields<Field>(node, &log)
        let known = [.severity] + numbers(of: rule)
        for key in Field.allCases where fields.isWritten(key) && !known.contains(key) {
            let problem = Problem.keyOfNoUse(
                key.rawValue, rule: rule.rawValue, expected: known.reversed().map(\.rawValue))
            log.add(problem, at: fields.site(of: key))
        }
        return RuleSetting(
            level: fields.word(.severity, of: ValueWords.ruleLevels, &log),
            hours: fields.number(.hours, in: 1...8760, &log), count: fields.number(.count, in: 1...1000, &log),
            days: fields.number(.days, in: 1...1000, &log))
    }

    /// The numbers that a rule looks at; any other would be no limit without a word.
    private static func numbers(of rule: RuleName) -> [Field] {
        switch rule {
        case .rest, .dutyLength: [.hours]
        case .mostDuties: [.count]
        case .mostInWindow: [.days, .count]
        case .mostConsecutive: [.days]
        default: []
        }
    }
}
