import Rosters

/// The names of a place, each looked up without walking its tables.
final class PlaceIndex: Sendable {
    let place: Place
    let units: NameIndex<Unit>
    let posts: NameIndex<Post>
    let shifts: NameIndex<ShiftPattern>
    let people: PeopleIndex

    init(_ place: Place) {
        self.place = place
        units = NameIndex(.unit, place.units.map { ($0.id.text, $0.name) })
        posts = NameIndex(.post, place.posts.map { ($0.key.text, $0.name) })
        shifts = NameIndex(.shift, place.shifts.map { ($0.key.text, $0.name) })
        people = PeopleIndex(place)
    }

    /// A post of one unit by key or name; its own posts come before those of others, which are a diagnostic.
    func post(
        _ word: String, of unit: Ordinal<Unit>, at site: Site, _ log: inout DiagnosticList
    ) -> Ordinal<Post>? {
        let own = place[unit].posts
        if let post = own.first(where: { place[$0].key.text == word }) { return post }
        let named = own.filter { place[$0].name == word }
        switch named.count {
        case 1: return named[0]
        case 0: break
        default:
            log.add(.ambiguous(.post, word, candidates: named.map { place[$0].key.text }), at: site)
            return nil
        }
        if posts.first(word) != nil {
            log.add(.foreignPost(word, unit: place[unit].name), at: site)
        } else {
            let words = own.flatMap { [place[$0].key.text, place[$0].name] }
            let near = nearest(to: word, among: words.isEmpty ? place.posts.map(\.key.text) : words)
            log.add(.unknown(.post, word, nearest: near), at: site)
        }
        return nil
    }
}
