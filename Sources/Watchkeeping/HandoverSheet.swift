package import Calendars
package import Rosters

/// Work that is under way when a shift changes: an open incident, a running clock, an open task.
package struct PendingWork: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable {
        /// The desk cannot read the incident: the shifts hand it over by word and paper.
        case unreadable
        case incident
        case clock
        case task
    }

    package let kind: Kind
    /// The incident's number.
    package let incident: String
    /// What happened, to whom a limit asks to report, or what is to be done.
    package let text: String
    /// When a limit or a task is due; nil where no time is known, and for an incident.
    package let due: Instant?
    /// Who has to do a task.
    package let owner: PersonID?

    package init(kind: Kind, incident: String, text: String, due: Instant? = nil, owner: PersonID? = nil) {
        self.kind = kind
        self.incident = incident
        self.text = text
        self.due = due
        self.owner = owner
    }
}

/// Something that a shift leaves open (未办结事项): it stands on every following sheet of its unit until it is closed.
package struct OpenItem: Hashable, Sendable, Codable {
    /// From 1, per database.
    package let number: Int
    package let unit: UnitID
    package let text: String
    package let by: PersonID
    package let openedAt: Instant

    package init(number: Int, unit: UnitID, text: String, by: PersonID, openedAt: Instant) {
        self.number = number
        self.unit = unit
        self.text = text
        self.by = by
        self.openedAt = openedAt
    }
}

/// The end of an open item (销号).
package struct ItemClosing: Hashable, Sendable, Codable {
    package let item: Int
    package let by: PersonID
    package let at: Instant
    package let result: String

    package init(item: Int, by: PersonID, at: Instant, result: String) {
        self.item = item
        self.by = by
        self.at = at
        self.result = result
    }
}

/// A key or a piece of equipment that an earlier sheet of the unit noted as missing, and no later one as there again.
package struct MissingThing: Hashable, Sendable, Codable {
    package let thing: String
    /// The sheet that noted it first: the post and the instant of its change of shift, and who signed.
    package let post: PostKey
    package let since: Instant
    package let by: PersonID

    package init(thing: String, post: PostKey, since: Instant, by: PersonID) {
        self.thing = thing
        self.post = post
        self.since = since
        self.by = by
    }
}

/// What goes from one shift to the next: what is written on the sheet that both sides sign.
package struct HandoverSheet: Hashable, Sendable, Codable {
    package let work: [PendingWork]
    package let items: [OpenItem]
    /// Keys and equipment to be counted.
    package let things: [String]
    /// Those of them that were missing before.
    package let missing: [MissingThing]

    package init(work: [PendingWork], items: [OpenItem], things: [String], missing: [MissingThing] = []) {
        self.work = work
        self.items = items
        self.things = things
        self.missing = missing
    }
}

extension HandoverSheet {
    /// Sheets that were signed before missing things went from sheet to sheet say nothing of them.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            work: try values.decode([PendingWork].self, forKey: .work),
            items: try values.decode([OpenItem].self, forKey: .items),
            things: try values.decode([String].self, forKey: .things),
            missing: try values.decodeIfPresent([MissingThing].self, forKey: .missing) ?? [])
    }
}

extension Sequence<HandoverSignature> {
    /// What a unit's signatures leave missing: noted by either side, until the incoming of a later change note it no more.
    package func missingThings() -> [MissingThing] {
        var missing: [MissingThing] = []
        for (since, signatures) in Dictionary(grouping: self, by: \.change.at).sorted(by: { $0.key < $1.key }) {
            let noted = Set(signatures.flatMap(\.missing))
            if signatures.contains(where: { $0.side == .incoming }) {
                missing.removeAll { !noted.contains($0.thing) }
            }
            for signature in signatures.sorted(by: { ($0.at, $0.change.post) < ($1.at, $1.change.post) }) {
                for thing in signature.missing where !missing.contains(where: { $0.thing == thing }) {
                    missing.append(
                        MissingThing(thing: thing, post: signature.change.post, since: since, by: signature.by))
                }
            }
        }
        return missing
    }
}
