import Calendars
import Incidents
import RosterFiles
import Rosters
import Wording

/// What a tired person may have mistyped in a report; it is stored all the same.
struct IntakeDoubts {
    let facts: IncidentFacts
    let now: Instant
    let place: Place?

    var phrases: [Phrase] { times + kind + territory }

    private var times: [Phrase] {
        var doubts: [Phrase] = []
        if facts.receivedAt > now { doubts.append(IntakeWording.receivedInTheFuture) }
        if let happened = facts.happenedAt, happened > facts.receivedAt {
            doubts.append(IntakeWording.happenedAfterReceived)
        }
        return doubts
    }

    /// Without a category no post that handles it is found; with an unknown type neither.
    private var kind: [Phrase] {
        guard facts.category != nil else { return [IntakeWording.noCategory] }
        guard facts.warning == nil, let place, let type = facts.type else { return [] }
        let handled = place.posts.flatMap(\.handles)
        guard !handled.contains(where: { $0.covers(category: facts.category, type: type) }) else { return [] }
        let types = handled.filter { $0.category == facts.category }.compactMap(\.type)
        return [IntakeWording.nobodyHandles(type, near: similar(to: type, among: types))]
    }

    /// A “where” that two units claim, or that another unit than the incident's claims.
    private var territory: [Phrase] {
        guard let place else { return [] }
        switch place.territory(of: facts.place) {
        case .none: return []
        case .several(let units, let name):
            return [IntakeWording.severalTerritories(name, units: units.map { place[$0].name })]
        case .one(let unit, let name):
            guard place[unit].id != facts.unit else { return [] }
            return [IntakeWording.otherTerritory(name, unit: place[unit].name)]
        }
    }
}
