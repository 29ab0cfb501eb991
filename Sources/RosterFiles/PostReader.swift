import Calendars
import Rosters

/// Reads the posts of `place.yaml`.
struct PostReader {
    private enum Field: String, FieldKey {
        case name, tier, count, cover
        case onSite = "on_site"
        case rank, employment, qualifications, handles, from, source, handover
    }

    let ranks: [String]
    let units: NameIndex<Unit>

    func read(_ entry: YamlEntry, _ log: inout DiagnosticList) -> Post {
        let fields = YamlFields<Field>(entry.value, &log)
        let cover = CoverReader.read(fields[.cover], &log)
        let pool = fields[.from]?.scalar.flatMap { units.first($0) == nil ? ValueWords.postPools.value($0) : nil }
        return Post(
            key: PostKey(entry.key),
            name: fields.text(.name, &log) ?? entry.key,
            tier: fields.required(.tier, &log)?.word(of: ValueWords.tiers, &log) ?? .keyPost,
            count: fields.number(.count, in: 1...1000, &log) ?? 1,
            cover: cover.cover ?? .always,
            isOnSite: fields[.onSite]?.truth(&log) ?? true,
            rank: fields[.rank].flatMap { RankReader.read($0, among: ranks, &log) },
            employment: fields.texts(.employment, &log).compactMap(ValueWords.employment),
            qualifications: fields.texts(.qualifications, &log),
            handles: (fields[.handles]?.items(&log) ?? []).compactMap {
                $0.read(.incidentKind, &log, ValueWords.incidentKind)
            },
            from: pool == nil ? fields[.from].flatMap { units.find($0, &log) }.map { UnitID(units.key($0)) } : nil,
            pool: pool,
            source: fields.text(.source, &log) ?? cover.source,
            handoverMinutes: fields.number(.handover, in: 1...240, &log))
    }
}

/// Reads a rank by the place's list.
enum RankReader {
    static func read(_ node: YamlNode, among ranks: [String], _ log: inout DiagnosticList) -> Rank? {
        node.text(&log).flatMap { read($0, among: ranks, at: node.site, &log) }
    }

    static func read(
        _ word: String, among ranks: [String], at site: Site, _ log: inout DiagnosticList
    ) -> Rank? {
        if let level = ranks.firstIndex(of: word) { return Rank(level: level) }
        log.add(.unknown(.rank, word, nearest: nearest(to: word, among: ranks)), at: site)
        return nil
    }
}
