import Rosters

/// Reads the standby teams, equipment and keys of the units of `place.yaml`, once the people are known.
struct ReadinessReader {
    private enum TeamField: String, FieldKey {
        case name, people, phone
    }

    private let people: PeopleIndex
    private let place: Place

    init(_ place: Place) {
        self.people = PeopleIndex(place)
        self.place = place
    }

    /// The place with what each of its units has to have ready; `root` is all of `place.yaml`.
    func read(_ root: YamlNode, by slicer: some Slicer, _ log: inout DiagnosticList) -> Place {
        var ignored = DiagnosticList(file: log.file)  // the shape of the file was judged when the units were read
        let units = root.entries(&ignored).first { $0.key == PlaceFileReader.Field.units.rawValue }
        let entries = units?.value.entries(&ignored) ?? []
        let file = log.file
        let parts = slicer.overRanges(of: entries.count) { range in
            var log = DiagnosticList(file: file)
            let ready = entries[range].compactMap { unit in
                readUnit(unit, &log).map { (unit: UnitID(unit.key), readiness: $0) }
            }
            return (ready: ready, log: log)
        }
        for part in parts { log.add(part.log) }
        let readiness = Dictionary(parts.flatMap(\.ready).map { ($0.unit, $0.readiness) }) { _, last in last }
        guard !readiness.isEmpty else { return place }
        return place.with(
            units: place.units.map { unit in
                var unit = unit
                unit.readiness = readiness[unit.id] ?? UnitReadiness()
                return unit
            })
    }

    /// Nil where nothing has to be ready.
    private func readUnit(_ entry: YamlEntry, _ log: inout DiagnosticList) -> UnitReadiness? {
        guard case .mapping(let fields) = entry.value.content else { return nil }
        var readiness = UnitReadiness()
        for field in fields {
            switch UnitReader.Field(rawValue: field.key) {
            case .teams:
                readiness.teams = field.value.entries(&log).map {
                    team($0, of: place.unit(UnitID(entry.key)), &log)
                }
            case .equipment: readiness.equipment = things(field.value, &log)
            case .keys: readiness.keys = things(field.value, &log)
            default: continue
            }
        }
        return readiness == UnitReadiness() ? nil : readiness
    }

    private func team(_ entry: YamlEntry, of unit: Ordinal<Unit>?, _ log: inout DiagnosticList) -> StandbyTeam {
        let fields = YamlFields<TeamField>(entry.value, &log)
        let people = (fields[.people]?.items(&log) ?? []).compactMap { item in
            item.text(&log).flatMap { self.people.find($0, near: unit, at: item.site, &log) }.map { place[$0].id }
        }
        return StandbyTeam(
            key: entry.key, name: fields.text(.name, &log) ?? entry.key, people: people.uniqued(),
            phone: fields[.phone]?.scalarText(&log) ?? "")
    }

    /// Each thing once: two of a kind are told apart by their names.
    private func things(_ node: YamlNode, _ log: inout DiagnosticList) -> [String] {
        var lines: [String: Int] = [:]
        return node.items(&log).compactMap { item in
            guard let name = item.text(&log) else { return nil }
            if let first = lines[name] {
                log.add(.duplicate(.equipment, name, firstLine: first), at: item.site)
                return nil
            }
            lines[name] = item.site.line
            return name
        }
    }
}
