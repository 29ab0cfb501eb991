import Incidents
import Rosters

/// Reads whom a step tells, each reference held against the place.
struct TargetReader {
    private enum Kind: Hashable {
        case tier
        case post
        case person
        case phone
    }

    private static let kinds = WordTable<Kind>([
        (.tier, ["tier", "层级"]),
        (.post, ["post", "岗位"]),
        (.person, ["person", "人员"]),
        (.phone, ["phone", "值班电话"]),
    ])
    private static let alone = WordTable<Target>([
        (.handling, ["handling", "对口岗位"]),
        (.unitAbove, ["unit-above", "上级单位"]),
        (.fieldLeader, ["field-leader", "分管领导"]),
    ])

    let index: PlaceIndex

    init(_ index: PlaceIndex) {
        self.index = index
    }

    func read(_ node: YamlNode, _ log: inout DiagnosticList) -> Target? {
        if case .mapping(let entries) = node.content, entries.count == 1, let name = entries[0].value.scalar {
            // `tier: leader` with a space is the same wish in YAML's own words.
            return target(entries[0].key, name, entries[0].value.site, &log) ?? refuse(node, &log)
        }
        guard let text = node.text(&log) else { return nil }
        if let target = Self.alone.value(text) { return target }
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
        guard parts.count == 2, Self.kinds.value(trimmed(parts[0])) != nil else { return refuse(node, &log) }
        return target(trimmed(parts[0]), trimmed(parts[1]), node.site, &log)
    }

    private func refuse(_ node: YamlNode, _ log: inout DiagnosticList) -> Target? {
        log.add(.unexpected(found: node.shown, expected: .target), at: node.site)
        return nil
    }

    /// Nil where the kind is no known one (no diagnostic yet) or the name is unknown (a diagnostic).
    private func target(
        _ kind: String, _ name: String, _ site: Site, _ log: inout DiagnosticList
    ) -> Target? {
        let place = index.place
        switch Self.kinds.value(kind) {
        case .tier:
            if let tier = ValueWords.tier(name) { return .tier(tier) }
            log.add(.unexpected(found: name, expected: .word(ValueWords.tiers.mainWords)), at: site)
            return nil
        case .post: return index.posts.find(name, at: site, &log).map { .post(place[$0].key) }
        case .person: return index.people.find(name, at: site, &log).map { .person(place[$0].id) }
        case .phone: return index.units.find(name, at: site, &log).map { .phone(place[$0].id) }
        case nil: return nil
        }
    }
}
