import Calendars
import RosterRules
import Rosters

/// What the naive checker found, and what of a real report is compared with it.
struct NaiveReport {
    var requiredMinutes = 0
    var coveredMinutes = 0
    var findings: [NaiveFinding] = []

    init() {}

    init(_ report: CheckReport) {
        self.requiredMinutes = report.requiredMinutes
        self.coveredMinutes = report.coveredMinutes
        self.findings = report.findings.map(NaiveFinding.init)
    }

    /// What differs, a line each; empty for equal reports.
    func differences(from truth: NaiveReport, in place: Place) -> [String] {
        var lines: [String] = []
        if requiredMinutes != truth.requiredMinutes {
            lines.append("required minutes \(requiredMinutes), in truth \(truth.requiredMinutes)")
        }
        if coveredMinutes != truth.coveredMinutes {
            lines.append("covered minutes \(coveredMinutes), in truth \(truth.coveredMinutes)")
        }
        if findings.count != Set(findings).count { lines.append("a finding is reported twice") }
        lines += Set(truth.findings).subtracting(findings).map { "missing  " + $0.text(in: place) }.sorted()
        lines += Set(findings).subtracting(truth.findings).map { "too much " + $0.text(in: place) }.sorted()
        return lines
    }
}

struct NaiveFinding: Hashable {
    let rule: RuleName
    var severity: Severity
    let unit: Int?
    let post: Int?
    let span: NaiveSpan
    let needed: Int?
    let have: Int?
    /// Sorted.
    var people: [Int]

    init(
        rule: RuleName, severity: Severity = .error, unit: Int? = nil, post: Int? = nil, span: NaiveSpan,
        needed: Int? = nil, have: Int? = nil, people: [Int] = []
    ) {
        self.rule = rule
        self.severity = severity
        self.unit = unit
        self.post = post
        self.span = span
        self.needed = needed
        self.have = have
        self.people = people
    }

    init(_ finding: Finding) {
        self.init(
            rule: finding.rule, severity: finding.severity, unit: finding.unit?.index, post: finding.post?.index,
            span: NaiveSpan(finding.interval), needed: finding.needed, have: finding.have,
            people: finding.people.map(\.index).sorted())
    }

    func hasIdentity(of other: NaiveFinding) -> Bool {
        rule == other.rule && unit == other.unit && post == other.post && span == other.span
            && needed == other.needed && have == other.have
    }

    /// Errors first, then by start, unit, post and rule.
    func mayPrecede(_ other: NaiveFinding, in place: Place) -> Bool {
        func keys(_ finding: NaiveFinding) -> (Int, Int, String, String, String) {
            (
                finding.severity == .error ? 0 : 1, finding.span.from,
                finding.unit.map { place.units[$0].id.text } ?? "",
                finding.post.map { place.posts[$0].key.text } ?? "", finding.rule.rawValue
            )
        }
        return keys(self) <= keys(other)
    }

    func text(in place: Place) -> String {
        let unit = unit.map { place.units[$0].id.text } ?? "-"
        let post = post.map { place.posts[$0].key.text } ?? "-"
        let names = people.map { place.people[$0].id.text }.joined(separator: ",")
        return "\(rule.rawValue) \(severity.rawValue) \(unit)/\(post) \(civil(span.from)) → \(civil(span.to)) "
            + "needed \(needed.map(String.init) ?? "-") have \(have.map(String.init) ?? "-") [\(names)]"

        func civil(_ minute: Int) -> String {
            place.zone.civil(.init(seconds: Int64(minute) * 60))
        }
    }
}
