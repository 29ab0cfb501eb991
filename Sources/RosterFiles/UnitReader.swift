import Calendars
import Rosters

/// Reads the units of `place.yaml` in two steps: names first, so that posts and parents can refer to them.
struct UnitReader: Sendable {
    enum Field: String, FieldKey {
        case name, parent, hours
        case dutyPhone = "duty_phone"
        case posts, territory, principals
        /// Read by `ReadinessReader`, once the people are known.
        case teams, equipment, keys
    }

    /// An object, so that who passes it on copies one pointer.
    private final class Row: Sendable {
        let key: String
        let name: String
        let parent: YamlNode?
        /// As it is written: who else claims the same is not known yet.
        let territory: [(name: String, site: Site)]
        let fields: YamlFields<Field>

        init(_ entry: YamlEntry, _ log: inout DiagnosticList) {
            let fields = YamlFields<Field>(entry.value, &log)
            self.key = entry.key
            self.name = fields.text(.name, &log) ?? entry.key
            self.parent = fields[.parent]
            self.territory = (fields[.territory]?.items(&log) ?? []).compactMap { item in
                item.text(&log).map { (name: $0, site: item.site) }
            }
            self.fields = fields
        }
    }

    let index: NameIndex<Unit>
    private let rows: [Row]
    private let hours: [String: WorkingHours?]

    /// Reads the entries in as many slices as the slicer wants.
    init(
        entries: [YamlEntry], hours: [String: WorkingHours?], by slicer: some Slicer, _ log: inout DiagnosticList
    ) {
        let file = log.file
        let parts = slicer.overRanges(of: entries.count) { range in
            var log = DiagnosticList(file: file)
            let rows = entries[range].map { Row($0, &log) }
            return (rows: rows, log: log)
        }
        rows = Array(joining: parts.map(\.rows))
        for part in parts { log.add(part.log) }
        index = NameIndex(.unit, rows.map { ($0.key, $0.name) })
        self.hours = hours
    }

    func units(posts: [Post], by slicer: some Slicer, _ log: inout DiagnosticList) -> [Unit] {
        let postIndex = NameIndex<Post>(.post, posts.map { ($0.key.text, $0.name) })
        let written = rows.map { row in row.parent.flatMap { index.find($0, &log) } }
        let parents = withoutCycles(written, &log)
        let territories = territories(&log)
        let file = log.file
        let parts = slicer.overRanges(of: rows.count) { range in
            var log = DiagnosticList(file: file)
            let units = range.map { number in
                let row = rows[number]
                return Unit(
                    id: UnitID(row.key), name: row.name, parent: parents[number],
                    hours: hours(of: row.fields, &log), dutyPhone: row.fields[.dutyPhone]?.scalarText(&log) ?? "",
                    posts: self.posts(of: row.fields, postIndex, &log),
                    territory: territories[number])
            }
            return (units: units, log: log)
        }
        for part in parts { log.add(part.log) }
        return Array(joining: parts.map(\.units))
    }

    /// The place names and grid cells of each unit; a name that two units claim routes nobody and is a diagnostic.
    private func territories(_ log: inout DiagnosticList) -> [[String]] {
        var lines: [String: Int] = [:]
        return rows.map { row in
            row.territory.compactMap { name, site in
                if let first = lines[name] {
                    log.add(.duplicate(.territory, name, firstLine: first), at: site)
                    return nil
                }
                lines[name] = site.line
                return name
            }
        }
    }

    private func hours(of fields: YamlFields<Field>, _ log: inout DiagnosticList) -> WorkingHours? {
        guard let node = fields[.hours], let key = node.text(&log) else { return nil }
        if let table = hours[key] { return table }
        log.add(.unknown(.hours, key, nearest: nearest(to: key, among: hours.keys.sorted())), at: node.site)
        return nil
    }

    private func posts(
        of fields: YamlFields<Field>, _ index: NameIndex<Post>, _ log: inout DiagnosticList
    ) -> [Ordinal<Post>] {
        var posts: [Ordinal<Post>] = []
        var lines: [Int] = []
        for item in fields[.posts]?.items(&log) ?? [] {
            guard let post = index.find(item, &log) else { continue }
            if let first = posts.firstIndex(of: post) {
                log.add(.duplicate(.post, item.shown, firstLine: lines[first]), at: item.site)
            } else {
                lines.append(item.site.line)
                posts.append(post)
            }
        }
        return posts
    }

    /// Units that report to each other in a ring report to nobody, and the ring is a diagnostic.
    private func withoutCycles(
        _ parents: [Ordinal<Unit>?], _ log: inout DiagnosticList
    ) -> [Ordinal<Unit>?] {
        var parents = parents
        var walkOf = [Int?](repeating: nil, count: parents.count)
        for start in parents.indices {
            var path: [Int] = []
            var unit: Int? = start
            while let current = unit, walkOf[current] == nil {
                walkOf[current] = start
                path.append(current)
                unit = parents[current]?.index
            }
            guard let closing = unit, walkOf[closing] == start, let first = path.firstIndex(of: closing) else {
                continue
            }
            let ring = path[first...]
            let names = ring.map { rows[$0].key } + [rows[closing].key]
            log.add(.parentCycle(names), at: rows[closing].fields.site(of: .parent))
            for member in ring { parents[member] = nil }
        }
        return parents
    }
}

extension YamlNode {
    /// A text that may be empty, such as a phone number that nobody has published.
    func scalarText(_ log: inout DiagnosticList) -> String? {
        read(.text, &log) { $0 }
    }
}
