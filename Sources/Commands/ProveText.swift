import DutyStore
import Incidents
import Rosters
import Wording

/// `prove` for people: findings worst first, the weakest ladders, one closing line.
struct ProveText {
    let report: RoutingProofReport
    let book: RosterBook
    let output: OutputOptions

    private var wording: ProofWording { ProofWording(place: book.place) }

    /// So many of the weakest ladders are shown; `--json` has all.
    private static let shown = 10

    func print() {
        output.say(wording.title(report, period: book.roster.period.key))
        Terminal.say("")
        if report.findings.isEmpty { output.say(ProofWording.noFindings) }
        printFindings(report.findings)
        if !report.routes.isEmpty {
            Terminal.say("")
            output.say(ProofWording.weakestRoutes)
            for route in report.routes.prefix(Self.shown) { output.say(Phrase("  ") + wording.route(route)) }
            let rest = report.routes.count - Self.shown
            if rest > 0 { output.say(Phrase("  ") + DeskWording.moreRoutes(rest)) }
        }
        Terminal.say("")
        output.say(ProofWording.closing(report))
    }

    /// Findings that differ only in their time stand together, in the place of the first.
    func printFindings(_ findings: [RouteFinding]) {
        var order: [String] = []
        var groups: [String: [RouteFinding]] = [:]
        for finding in findings {
            let key = "\(finding.severity) \(output.text(wording.location(finding))) \(lines(of: finding))"
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(finding)
        }
        for key in order { say(groups[key] ?? []) }
    }

    private func say(_ group: [RouteFinding]) {
        guard let finding = group.first else { return }
        let mark = finding.severity == .error ? "✗" : "!"
        let head = "\(mark) \(output.text(finding.severity.phrase)) [\(output.text(finding.rule.phrase))] "
        Terminal.say(head + output.text(wording.location(finding)) + "  \(wording.when(finding))  \(id(finding))")
        for line in lines(of: finding) { Terminal.say("    " + line) }
        guard group.count > 1 else { return }
        output.say(Phrase("    ") + CheckWording.alike(group.count - 1))
        for other in group.dropFirst() { Terminal.say("      \(wording.when(other))  \(id(other))") }
    }

    private func lines(of finding: RouteFinding) -> [String] {
        let remedies = output.text(wording.remedies(finding))
        return [output.text(wording.message(finding))] + (remedies.isEmpty ? [] : ["→ " + remedies])
    }

    private func id(_ finding: RouteFinding) -> String { "#\(finding.id(in: book.place))" }
}

extension RouteFinding {
    /// Twelve hex digits, as a finding of `check` has.
    func id(in place: Place) -> String { Fingerprint.findingID(identity(in: place.zone)).text }
}
