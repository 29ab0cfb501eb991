import Calendars
import Rosters

/// Reads `place.yaml`.
enum PlaceFileReader {
    enum Field: String, FieldKey {
        case place, name, zone, calendar, ranks, hours, shifts, posts, units, rules, changes, plan, apart
        case notAway = "not_away"
    }

    static func read(_ root: YamlNode, by slicer: some Slicer, _ log: inout DiagnosticList) -> Place {
        let fields = YamlFields<Field>(root, &log)
        let key = fields.requiredText(.place, &log) ?? ""
        let name = fields.requiredText(.name, &log) ?? key
        _ = fields.text(.calendar, &log)
        let ranks = ranks(fields[.ranks], &log)
        let hours = HoursReader.read(fields[.hours], &log)
        let unitEntries = fields.required(.units, &log)?.entries(&log) ?? []
        let unitReader = UnitReader(entries: unitEntries, hours: hours, by: slicer, &log)
        let postReader = PostReader(ranks: ranks, units: unitReader.index)
        let posts = (fields.required(.posts, &log)?.entries(&log) ?? []).map { postReader.read($0, &log) }
        let shifts = (fields[.shifts]?.entries(&log) ?? []).compactMap { shift($0, &log) }
        return Place(
            key: key, name: name, zone: zone(fields[.zone], &log), ranks: ranks, shifts: shifts, posts: posts,
            units: unitReader.units(posts: posts, by: slicer, &log), people: [], absences: [],
            rules: RulesReader.read(fields[.rules], &log),
            plan: PlanReader(posts: posts, units: unitReader.index, shifts: shifts).read(fields[.plan], &log))
    }

    private static func zone(_ node: YamlNode?, _ log: inout DiagnosticList) -> Zone {
        guard let node else { return .shanghai }
        let zone = node.read(.zone, &log) { $0 == Zone.shanghai.identifier ? .shanghai : Zone($0) }
        return zone ?? .shanghai
    }

    private static func ranks(_ node: YamlNode?, _ log: inout DiagnosticList) -> [String] {
        var ranks: [String] = []
        var lines: [String: Int] = [:]
        for item in node?.items(&log) ?? [] {
            guard let rank = item.text(&log) else { continue }
            if let first = lines[rank] {
                log.add(.duplicate(.rank, rank, firstLine: first), at: item.site)
            } else {
                lines[rank] = item.site.line
                ranks.append(rank)
            }
        }
        return ranks
    }

    private enum ShiftField: String, FieldKey {
        case name, start, end
    }

    private static func shift(_ entry: YamlEntry, _ log: inout DiagnosticList) -> ShiftPattern? {
        let fields = YamlFields<ShiftField>(entry.value, &log)
        let name = fields.text(.name, &log) ?? entry.key
        let start = fields.required(.start, &log)?.startClock(&log)
        let end = fields.required(.end, &log)?.clock(&log)
        return ShiftPattern(
            key: ShiftKey(entry.key), name: name,
            window: ClockWindow(start: start ?? .midnight, end: end ?? .endOfDay))
    }
}
