import DutyStore
import Incidents
import Rosters
import Watchkeeping
import Wording

/// The newest published version of a period with its approved changes, and the policy that it brought.
enum InForce {
    static func load(_ period: String, from store: DutyStore) throws -> (RosterBook, Policy) {
        let versions = try store.publications()
        guard let newest = versions.last(where: { $0.period == period }),
            let found = try store.book(place: newest.place, period: period)
        else {
            let known = versions.map(\.period).uniqued()
            throw Misuse.unknownPeriod(period, known: known)
        }
        let (changes, _) = try store.approvedChanges(in: newest.place)
        let tested = found.book.place.with(tests: try store.contactTests(place: newest.place))
        return (found.book.with(place: tested).changed(by: changes), found.policy)
    }
}
