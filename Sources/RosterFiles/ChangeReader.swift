import Incidents
import Rosters

/// Reads what `place.yaml` says of people, once they are known: who approves changes, and each unit's principals.
enum ChangeReader {
    private enum Field: String, FieldKey {
        case relieve, swap, absent
    }

    static func read(_ root: YamlNode, among index: PlaceIndex, _ log: inout DiagnosticList) -> Place {
        let place = index.place
        var ignored = DiagnosticList(file: "")  // every fault of these nodes was named when the place was read
        let entries = root.entries(&ignored)
        let targets = TargetReader(index)
        let changes = entries.first { $0.key == PlaceFileReader.Field.changes.rawValue }
        let settings = changes.map { Self.settings($0.value, targets, &log) } ?? ChangeSettings()
        let units = entries.first { $0.key == PlaceFileReader.Field.units.rawValue }?.value.entries(&ignored) ?? []
        let principals = units.map { entry -> [PersonID] in
            guard case .mapping(let fields) = entry.value.content,
                let node = fields.first(where: { $0.key == UnitReader.Field.principals.rawValue })?.value, !node.isNull
            else { return [] }
            return (node.items(&log)).compactMap { item in
                guard let word = item.text(&log) else { return nil }
                return targets.index.people.find(word, at: item.site, &log).map { place[$0].id }
            }
        }
        return place.with(principals: principals, changes: settings)
    }

    private static func settings(
        _ node: YamlNode, _ targets: TargetReader, _ log: inout DiagnosticList
    ) -> ChangeSettings {
        let fields = YamlFields<Field>(node, &log)
        var approvers: [RosterChange.Kind: [ChangeSettings.Approver]] = [:]
        for (field, kind) in [(Field.relieve, RosterChange.Kind.relief), (.swap, .swap), (.absent, .absence)] {
            guard let node = fields[field] else { continue }
            approvers[kind] = node.items(&log).compactMap { approver($0, targets, &log) }
        }
        return ChangeSettings(approvers)
    }

    private static func approver(
        _ node: YamlNode, _ targets: TargetReader, _ log: inout DiagnosticList
    ) -> ChangeSettings.Approver? {
        switch targets.read(node, &log) {
        case .tier(let tier): return .tier(tier)
        case .post(let post): return .post(post)
        case .person(let person): return .person(person)
        case .handling, .fieldLeader, .phone, .unitAbove:
            log.add(.unexpected(found: node.shown, expected: .approver), at: node.site)
            return nil
        case nil: return nil
        }
    }
}

extension Place {
    fileprivate func with(principals: [[PersonID]], changes: ChangeSettings) -> Place {
        guard principals.contains(where: { !$0.isEmpty }) else { return with(units: units, changes: changes) }
        return with(
            units: zip(units, principals).map { $0.principals == $1 ? $0 : $0.with(principals: $1) }, changes: changes)
    }
}

extension Unit {
    fileprivate func with(principals: [PersonID]) -> Unit {
        Unit(
            id: id, name: name, parent: parent, hours: hours, dutyPhone: dutyPhone, posts: posts,
            territory: territory, principals: principals, readiness: readiness)
    }
}
