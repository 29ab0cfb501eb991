import Calendars
package import Rosters

/// Nobody stands at two posts at once; posts led by phone conflict only with one another.
package enum DoubleBookedRule: Rule {
    package static let name = RuleName.doubleBooked
    package static let severity = Severity.error

    package static let good = [
        RuleExample(
            """
            日期,班次,值班员,危化品监管岗
            2026-11-07,夜班,孙丽,周明
            """)
    ]

    package static let bad = [
        RuleExample(
            """
            日期,班次,值班员,危化品监管岗
            2026-11-07,夜班,孙丽,孙丽
            """)
    ]

    package static func findings(in context: CheckContext) -> [Finding] {
        let stands = context.stands
        return (0..<stands.byPerson.count).flatMap { person -> [Finding] in
            let positions = stands.byPerson[person]
            guard overlaps(positions, in: stands) else { return [] }
            let own = positions.map { stands.all[Int($0)] }
            return conflicts(among: own.sorted { $0.assignment.interval < $1.assignment.interval }, in: context)
        }
    }

    /// Whether stands may overlap: some begins before all earlier ones have ended.
    private static func overlaps(_ positions: ArraySlice<Int32>, in stands: StandTable) -> Bool {
        var end = Int64.min
        for position in positions {
            let interval = stands.all[Int(position)].assignment.interval
            if interval.start.seconds < end { return true }
            end = max(end, interval.end.seconds)
        }
        return false
    }

    /// Every overlapping pair; the finding stands at the later of the two.
    private static func conflicts(among stands: [Stand], in context: CheckContext) -> [Finding] {
        var findings: [Finding] = []
        for (index, first) in stands.enumerated() {
            for second in stands[(index + 1)...] {
                guard second.assignment.interval.start < first.assignment.interval.end else { break }
                guard isConflict(first, second, in: context.place),
                    let overlap = first.assignment.interval.intersection(second.assignment.interval)
                else { continue }
                let (stand, other) = second.isOwn ? (second, first) : (first, second)
                findings.append(
                    Finding(
                        rule: name, severity: severity, unit: stand.assignment.unit, post: stand.assignment.post,
                        interval: overlap, needed: 2, have: 1, people: [stand.assignment.person],
                        place: context.stands.source(of: stand),
                        reasons: [reason(stand, other)]))
            }
        }
        return findings
    }

    private static func isConflict(_ first: Stand, _ second: Stand, in place: Place) -> Bool {
        guard first.isOwn || second.isOwn else { return false }
        // Two periods' tables may speak of the same duty.
        if isSamePost(first, second), first.isOwn != second.isOwn { return false }
        return place[first.assignment.post].isOnSite == place[second.assignment.post].isOnSite
    }

    private static func isSamePost(_ first: Stand, _ second: Stand) -> Bool {
        first.assignment.unit == second.assignment.unit && first.assignment.post == second.assignment.post
    }

    private static func reason(_ stand: Stand, _ other: Stand) -> FindingReason {
        isSamePost(stand, other) ? .alsoThere : .alsoAt(unit: other.assignment.unit, post: other.assignment.post)
    }
}
