import Calendars
package import Rosters

/// The coverage proof and all rules over one period.
package enum Check {
    /// The long walks of one run, for whoever shows how far it is.
    package static let walks = 5

    /// Runs every rule, and the long walks before them, in as many slices as the slicer wants.
    package static func run(_ book: RosterBook, by slicer: some Slicer = WholeWalk()) -> CheckReport {
        run(CheckContext(book, by: slicer), by: slicer)
    }

    /// The same over what was worked out already.
    static func run(_ context: CheckContext, by slicer: some Slicer = WholeWalk()) -> CheckReport {
        let book = context.book
        let rules = RuleBook.rules.filter { $0.isLong } + RuleBook.rules.filter { !$0.isLong }
        let findings = slicer.map(rules.count) { number in
            rules[number].findings(in: context).compactMap { finding in
                book.place.rules.severity(rules[number].name, default: finding.severity).map {
                    finding.with(severity: $0)
                }
            }
        }.flatMap { $0 }
        return CheckReport(
            period: book.roster.period.key, window: context.window, requiredMinutes: context.coverage.requiredMinutes,
            coveredMinutes: context.coverage.coveredMinutes,
            findings: ordered(merged(findings), in: book.place))
    }

    /// Findings of one identity become one, with everybody's names and reasons.
    private static func merged(_ findings: [Finding]) -> [Finding] {
        var result: [Finding] = []
        var positions: [Identity: Int] = [:]
        for finding in findings {
            let identity = Identity(finding)
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
        let keyed = findings.map { (finding: $0, keys: $0.sortKeys(in: place)) }
        return keyed.sorted { left, right in
            if left.finding.severity != right.finding.severity { return left.finding.severity < right.finding.severity }
            if left.finding.interval.start != right.finding.interval.start {
                return left.finding.interval.start < right.finding.interval.start
            }
            return left.keys.lexicographicallyPrecedes(right.keys)
        }.map(\.finding)
    }
}

/// What a finding's identity says, without its text.
private struct Identity: Hashable {
    private let rule: RuleName
    private let unit: Ordinal<Unit>?
    private let post: Ordinal<Post>?
    private let interval: Interval
    private let needed: Int?
    private let have: Int?

    init(_ finding: Finding) {
        rule = finding.rule
        unit = finding.unit
        post = finding.post
        interval = finding.interval
        needed = finding.needed
        have = finding.have
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
