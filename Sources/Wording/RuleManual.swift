import Incidents
package import RosterRules
import Rosters

/// The manual of all rules, in both languages, made from the rules themselves.
package enum RuleManual {
    /// What an example's findings say, worked out by whoever can read the example's text.
    package typealias Findings = (any Rule.Type, RuleExample) throws -> [Phrase]

    package static func markdown(_ findings: Findings) rethrows -> String {
        let head = """
            # 规则手册 · The rules

            本页由规则自动生成，并由测试核对是否最新（`make record` 重新生成）。严重程度和数值可在 `place.yaml` 的 `rules:` 中修改。
            This page is made from the rules themselves and tested fresh (`make record` writes it anew). Severities and
            numbers can be changed under `rules:` in `place.yaml`.

            以下示例均取自这个虚构单位（人物、号码均为虚构）。All examples stand in this invented place.

            """
        let place = [
            block("yaml", "place.yaml", ExamplePlace.place), block("csv", "people.csv", ExamplePlace.people),
            block("csv", "absences.csv", ExamplePlace.absences),
            block("yaml", "period.yaml（未另行列出时 / unless another is shown）", ExamplePlace.period),
        ]
        let rules = try RuleBook.rules.map { try section($0, findings) }
        return ([head] + place + rules + [routes]).joined(separator: "\n")
    }

    /// What the routing proof looks for.
    private static var routes: String {
        let head = """
            # 告知推演 · The routing proof

            `duty prove` 逐单位、逐类别、逐级别、逐时刻推演告知过程。严重程度可在 `policy.yaml` 的 `proof:` 中修改。
            `duty prove` climbs the ladder of every unit, kind and grade at every instant at which anything changes.
            Severities can be changed under `proof:` in `policy.yaml`.

            """
        let rules = RouteRule.allCases.map { rule in
            let severity = rule.usualSeverity.phrase
            return """
                ## \(rule.rawValue) · \(rule.phrase.zh) · \(rule.phrase.en)

                \(rule.explanation.zh)

                \(rule.explanation.en)

                默认 / default: \(severity.zh) / \(severity.en)

                """
        }
        return ([head] + rules).joined(separator: "\n")
    }

    private static func section(_ rule: any Rule.Type, _ findings: Findings) rethrows -> String {
        let name = rule.name.phrase
        let text = rule.name.explanation
        let good = try rule.good.map { try example($0, title: "正例 / good", says: findings(rule, $0)) }
        let bad = try rule.bad.map { try example($0, title: "反例 / bad", says: findings(rule, $0)) }
        let severity = rule.severity.phrase
        let head = """
            ## \(rule.name.rawValue) · \(name.zh) · \(name.en)

            \(text.zh)

            \(text.en)

            默认 / default: \(severity.zh) / \(severity.en)

            """
        return ([head] + good + bad).joined(separator: "\n")
    }

    private static func example(_ example: RuleExample, title: String, says: [Phrase]) -> String {
        let period = example.period == ExamplePlace.period ? nil : block("yaml", "period.yaml", example.period)
        let table = example.table.map { block("csv", "office.csv", $0) } ?? "（没有 office.csv / no office.csv）\n"
        let changes = example.changes.isEmpty ? nil : changes(example.changes)
        let result = says.isEmpty ? ["- ✓"] : says.flatMap { ["- \($0.zh)", "- \($0.en)"] }
        return
            (["### \(title)\n"] + [place(example), period, table, changes].compactMap { $0 } + [
                result.joined(separator: "\n") + "\n"
            ])
            .joined(separator: "\n")
    }

    /// The lines in which an example's place is not the usual one.
    private static func place(_ example: RuleExample) -> String? {
        let usual = ExamplePlace.place.split(separator: "\n")
        let lines = example.place.split(separator: "\n").filter { !usual.contains($0) }
        return lines.isEmpty
            ? nil : block("yaml", "place.yaml（不同之处 / what differs）", lines.joined(separator: "\n"))
    }

    private static func changes(_ changes: [ApprovedChange]) -> String {
        let wording = ChangeWording(names: Names(place: nil))
        let lines = changes.map { wording.text($0.change) }.map { "- \($0.zh)\n- \($0.en)" }
        return "已批准的变动 / approved changes:\n\n" + lines.joined(separator: "\n") + "\n"
    }

    private static func block(_ language: String, _ title: String, _ text: String) -> String {
        "`\(title)`\n\n```\(language)\n\(text)\n```\n"
    }
}
