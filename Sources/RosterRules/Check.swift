import Calendars
package import Rosters

/// The coverage proof and all rules over one period.
package enum Check {
    package static func run(_ book: RosterBook) -> CheckReport {
        let context = CheckContext(book)
        let findings = RuleBook.rules.flatMap { rule in
            rule.findings(in: context).compactMap { finding in
                book.place.rules.severity(rule.name, default: finding.severity).map { finding.with(severity: $0) }
            }
        }
        return CheckReport(
            period: book.roster.period.key, window: context.window, requiredMinutes: context.coverage.requiredMinutes,
            coveredMinutes: context.coverage.coveredMinutes,
            findings: ordered(merged(findings, in: book.place), in: book.place))
    }

    /// Findings of one identity become one, with everybody's names and reasons.
    private static func merged(_ findings: [Finding], in place: Place) -> [Finding] {
        var result: [Finding] = []
        var positions: [String: Int] = [:]
        for finding in findings {
            let identity = finding.identity(in: place)
            if let position = positions[identity] {
                result[position] = result[position].merged(with: finding)
            } else {
                positions[identity] = result.count
                result.append(finding)
            }
        }
        return result
    }

    /// Errors first, then by start, unit, post and rule.
    private static func ordered(_ findings: [Finding], in place: Place) -> [Finding] {
        findings.sorted { left, right in
            if left.severity != right.severity { return left.severity < right.severity }
            if left.interval.start != right.interval.start { return left.interval.start < right.interval.start }
            return left.sortKeys(in: place).lexicographicallyPrecedes(right.sortKeys(in: place))
        }
    }
}

extension Finding {
    func with(severity: Severity) -> Finding {
        Finding(
            rule: rule, severity: severity, unit: unit, post: post, interval: interval, needed: needed, have: have,
            people: people, place: place, reasons: reasons, remedies: remedies, excluded: excluded)
    }

    func merged(with other: Finding) -> Finding {
        Finding(
            rule: rule, severity: min(severity, other.severity), unit: unit, post: post, interval: interval,
            needed: needed, have: have, people: people + other.people.filter { !people.contains($0) }, place: place,
            reasons: reasons + other.reasons.filter { !reasons.contains($0) }, remedies: remedies, excluded: excluded)
    }

    fileprivate func sortKeys(in place: Place) -> [String] {
        [
            unit.map { place[$0].id.text } ?? "", post.map { place[$0].key.text } ?? "", rule.rawValue,
            identity(in: place),
        ]
    }
}
