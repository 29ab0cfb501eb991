import Incidents
import Rosters

/// Reads which units and posts a period asks for.
struct RequirementReader {
    private enum Field: String, FieldKey {
        case count, rank, cover
    }

    let index: PlaceIndex

    /// Without the key every unit must cover all of its posts.
    func read(_ node: YamlNode?, isWritten: Bool, _ log: inout DiagnosticList) -> [UnitRequirement] {
        let place = index.place
        let everything = place.units.indices.map { number in all(Ordinal(number)) }
        guard let node else { return everything }
        if let word = node.scalar, isAll(word) { return everything }
        var requirements: [UnitRequirement] = []
        var lines: [Ordinal<Unit>: Int] = [:]
        for entry in node.entries(&log) {
            guard let unit = index.units.find(entry.key, at: entry.site, &log) else { continue }
            if let first = lines[unit] {
                log.add(.duplicate(.unit, entry.key, firstLine: first), at: entry.site)
                continue
            }
            lines[unit] = entry.site.line
            requirements.append(requirement(of: unit, entry.value, &log))
        }
        return requirements
    }

    private func isAll(_ word: String) -> Bool { ValueWords.need(word) == .all }

    private func all(_ unit: Ordinal<Unit>) -> UnitRequirement {
        UnitRequirement(unit: unit, posts: index.place[unit].posts.map { PostRequirement(post: $0) })
    }

    private func requirement(
        of unit: Ordinal<Unit>, _ node: YamlNode, _ log: inout DiagnosticList
    ) -> UnitRequirement {
        var posts = PostRequirements(index: index, unit: unit)
        switch node.content {
        case .text(let word) where isAll(trimmed(word)):
            return all(unit)
        case .text, .null:
            log.add(.unexpected(found: node.shown, expected: .postsOrAll), at: node.site)
        case .list(let items):
            for item in items {
                guard let word = item.text(&log) else { continue }
                posts.add(word, at: item.site, &log) { post, _ in PostRequirement(post: post) }
            }
        case .mapping(let entries):
            for entry in entries {
                posts.add(entry.key, at: entry.site, &log) { requirement(of: $0, entry.value, &$1) }
            }
        }
        return UnitRequirement(unit: unit, posts: posts.found)
    }

    private func requirement(
        of post: Ordinal<Post>, _ node: YamlNode, _ log: inout DiagnosticList
    ) -> PostRequirement {
        let fields = YamlFields<Field>(node, &log)
        return PostRequirement(
            post: post,
            count: fields.number(.count, in: 1...1000, &log),
            rank: fields[.rank].flatMap { RankReader.read($0, among: index.place.ranks, &log) },
            cover: CoverReader.read(fields[.cover], &log).cover)
    }
}

/// The posts that a period names for one unit, each once.
private struct PostRequirements {
    let index: PlaceIndex
    let unit: Ordinal<Unit>
    private(set) var found: [PostRequirement] = []
    private var lines: [Ordinal<Post>: Int] = [:]

    init(index: PlaceIndex, unit: Ordinal<Unit>) {
        self.index = index
        self.unit = unit
    }

    mutating func add(
        _ word: String, at site: Site, _ log: inout DiagnosticList,
        _ make: (Ordinal<Post>, inout DiagnosticList) -> PostRequirement
    ) {
        guard let post = index.post(word, of: unit, at: site, &log) else { return }
        if let first = lines[post] {
            log.add(.duplicate(.post, word, firstLine: first), at: site)
        } else {
            lines[post] = site.line
            found.append(make(post, &log))
        }
    }
}
