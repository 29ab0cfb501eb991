import Rosters

/// Reads the pairs of people of `place.yaml`, once the people are known.
enum PairReader {
    /// `root` is all of `place.yaml`.
    static func read(_ root: YamlNode, among index: PlaceIndex, _ log: inout DiagnosticList) -> PersonPairs {
        var ignored = DiagnosticList(file: log.file)  // the shape of the file was judged when the place was read
        var pairs = PersonPairs()
        for entry in root.entries(&ignored) {
            switch PlaceFileReader.Field(rawValue: entry.key) {
            case .apart: pairs.apart = read(entry.value, among: index.people, &log)
            case .notAway: pairs.notAway = read(entry.value, among: index.people, &log)
            default: continue
            }
        }
        return pairs
    }

    /// A list of pairs; each pair once.
    private static func read(
        _ node: YamlNode, among people: PeopleIndex, _ log: inout DiagnosticList
    ) -> [PersonPair] {
        node.items(&log).compactMap { item -> PersonPair? in
            guard case .list(let names) = item.content, names.count == 2 else {
                log.add(.unexpected(found: item.shown, expected: .pair), at: item.site)
                return nil
            }
            let found = names.map { people.find($0, &log) }
            guard let one = found[0], let other = found[1] else { return nil }
            guard one != other else {
                log.add(.unexpected(found: names[1].shown, expected: .pair), at: item.site)
                return nil
            }
            return PersonPair(one, other)
        }.uniqued()
    }
}
