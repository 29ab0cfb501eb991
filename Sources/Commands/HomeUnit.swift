import Incidents
import Rosters
import Wording

/// To which unit a report goes: the one that was given, the one whose territory the “where” names, or the top unit.
struct HomeUnit {
    let unit: UnitID?
    /// The place name or grid cell that decided.
    let territory: String?

    init(given: UnitID?, place words: String, lookup: Lookup) {
        guard given == nil else {
            (unit, territory) = (given, nil)
            return
        }
        for place in lookup.places {
            if case .one(let ordinal, let name) = place.territory(of: words) {
                (unit, territory) = (place[ordinal].id, name)
                return
            }
        }
        (unit, territory) = (lookup.topUnit, nil)
    }
}
