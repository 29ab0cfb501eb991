import Calendars
import Rosters

/// The broken links of one unit's roads, gathered into maximal stretches; those of several classes into one finding.
struct DefectTally {
    private let roads: UnitRoads
    private var order: [Key] = []
    private var entries: [Key: Entry] = [:]

    private struct Key: Hashable {
        let defect: RouteDefect
        let reports: Interval
    }

    private struct Entry {
        let road: Road
        var occurrence: Occurrence
        var kinds: Set<IncidentKind> = []
        var grades: Set<Grade?> = []
    }

    init(_ roads: UnitRoads) {
        self.roads = roads
    }

    mutating func add(_ road: Road, _ people: inout PeopleTally) {
        var found: [RouteDefect: [Occurrence]] = [:]
        var order: [RouteDefect] = []
        if road.isRequired { note(road.runs, &people) }
        // By index, since there are millions of runs to be copied otherwise.
        for index in road.runs.indices {
            for (defect, occurrence) in road.defects(of: road.runs[index], in: roads.context) {
                if defect.rule == .personOnLeave, defect.severity == .warning, let person = defect.person {
                    people.noteLeave(of: person, occurrence.reports)
                } else if found[defect] == nil {
                    order.append(defect)
                    found[defect] = [occurrence]
                } else {
                    Self.append(occurrence, to: &found[defect, default: []])
                }
            }
        }
        for defect in order {
            for occurrence in found[defect, default: []] { note(defect, occurrence, road) }
        }
    }

    /// What the runs say of single people; most of them say the same as others.
    private func note(_ runs: [RouteRun], _ people: inout PeopleTally) {
        let wantsTested = roads.context.policy.testedWithinDays != nil
        var known: Set<ObjectIdentifier> = []
        for step in runs.lazy.flatMap(\.steps) where wantsTested || !step.reach.withoutWay.isEmpty {
            if known.insert(ObjectIdentifier(step.reach)).inserted {
                people.note(step.reach, wantsTested: wantsTested)
            }
        }
    }

    private static func append(_ occurrence: Occurrence, to known: inout [Occurrence]) {
        if let last = known.indices.last, occurrence.reports.start <= known[last].reports.end {
            known[last].add(occurrence)
        } else {
            known.append(occurrence)
        }
    }

    private mutating func note(_ defect: RouteDefect, _ occurrence: Occurrence, _ road: Road) {
        let key = Key(defect: defect, reports: occurrence.reports)
        if entries[key] == nil {
            order.append(key)
            entries[key] = Entry(road: road, occurrence: occurrence)
        }
        entries[key]?.occurrence.add(occurrence)
        entries[key]?.kinds.formUnion(road.members.kinds)
        entries[key]?.grades.formUnion(road.members.grades)
    }

    func findings() -> [RouteFinding] {
        order.compactMap { key in entries[key].flatMap { finding(key.defect, $0) } }
    }

    private func finding(_ defect: RouteDefect, _ entry: Entry) -> RouteFinding? {
        let context = roads.context
        guard let severity = context.severity(defect.rule, usually: defect.severity) else { return nil }
        var finding = RouteFinding(
            rule: defect.rule, severity: severity, unit: context.place[roads.unit].id,
            interval: entry.occurrence.reports)
        finding.kinds = context.kinds.all.filter(entry.kinds.contains)
        finding.grades = RouteKinds.grades.filter(entry.grades.contains)
        finding.ladder = defect.ladder
        finding.step = defect.step
        finding.targets = defect.targets
        finding.post = defect.post
        finding.person = defect.person
        finding.recipient = defect.recipient
        if defect.rule == .leaderLate {
            finding.measured = entry.occurrence.late
            finding.limit = context.policy.leaderWithin?.wholeMinutes
        }
        finding.remedies = RouteRemedySearch(roads: roads, road: entry.road).remedies(
            of: finding, steps: entry.occurrence.steps)
        return finding
    }
}
