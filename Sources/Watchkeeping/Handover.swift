package import Calendars
package import Rosters

/// One side's signature on a handover, with the sheet as it was then.
package struct HandoverSignature: Hashable, Sendable, Codable {
    package let change: ChangeOver
    package let side: HandoverSide
    package let by: PersonID
    package let at: Instant
    package let notes: String?
    /// Keys and equipment that were not there.
    package let missing: [String]
    package let sheet: HandoverSheet

    package init(
        change: ChangeOver, side: HandoverSide, by: PersonID, at: Instant, notes: String? = nil,
        missing: [String] = [], sheet: HandoverSheet
    ) {
        self.change = change
        self.side = side
        self.by = by
        self.at = at
        self.notes = notes
        self.missing = missing
        self.sheet = sheet
    }

    /// How long after the change of shift the incoming took over; zero in time, and for the outgoing.
    package var delay: Duration { side == .incoming && at > change.at ? at - change.at : .zero }
}

/// Somebody opened a handover: from then on it waits for both signatures.
package struct HandoverBeginning: Hashable, Sendable, Codable {
    package let change: ChangeOver
    package let by: PersonID
    package let at: Instant

    package init(change: ChangeOver, by: PersonID, at: Instant) {
        self.change = change
        self.by = by
        self.at = at
    }
}

/// A handover (交接班): begun, signed by the outgoing, signed by the incoming; nobody is off before both have signed.
package struct Handover: Hashable, Sendable {
    package enum State: String, Hashable, Sendable {
        case due
        case begun
        case signedByOutgoing = "signed-by-outgoing"
        case done
    }

    /// Relief comes 10 to 15 minutes early; nobody signs more than an hour before the change.
    package static let earliest = Duration.minutes(60)

    package let change: ChangeOver
    package let beginning: HandoverBeginning?
    package let signatures: [HandoverSignature]

    package init(change: ChangeOver, beginning: HandoverBeginning? = nil, signatures: [HandoverSignature] = []) {
        self.change = change
        self.beginning = beginning
        self.signatures = signatures
    }

    package func signature(_ side: HandoverSide) -> HandoverSignature? { signatures.first { $0.side == side } }

    package var state: State {
        if signature(.incoming) != nil { return .done }
        if signature(.outgoing) != nil { return .signedByOutgoing }
        return beginning == nil ? .due : .begun
    }

    /// Who must stay at the post although the shift is over, as not both sides have signed.
    package func held(at now: Instant) -> [PersonID] {
        state == .done || now < change.at ? [] : change.outgoing
    }

    /// Opens the handover; somebody of either side does.
    package func begin(by person: PersonID, at now: Instant) throws(WatchConflict) -> HandoverBeginning {
        try admit(person, as: nil, at: now)
        if let beginning { throw .alreadyBegun(change, by: beginning.by, at: beginning.at) }
        return HandoverBeginning(change: change, by: person, at: now)
    }

    /// Signs for one side, by default the one on which the roster names the person; the outgoing sign first.
    package func sign(
        by person: PersonID, as side: HandoverSide? = nil, sheet: HandoverSheet, notes: String? = nil,
        missing: [String] = [], at now: Instant
    ) throws(WatchConflict) -> HandoverSignature {
        let side = try admit(person, as: side, at: now)
        if let known = signature(side) { throw .alreadySigned(change, side, by: known.by, at: known.at) }
        if side == .incoming, signature(.outgoing) == nil { throw .outgoingFirst(change) }
        if let unknown = missing.first(where: { !sheet.things.contains($0) }) {
            throw .unknownThing(unknown, listed: sheet.things)
        }
        return HandoverSignature(
            change: change, side: side, by: person, at: now, notes: notes, missing: missing, sheet: sheet)
    }

    @discardableResult
    private func admit(
        _ person: PersonID, as side: HandoverSide?, at now: Instant
    ) throws(WatchConflict) -> HandoverSide {
        guard let named = change.side(of: person), side == nil || side == named else {
            throw .notNamed(person, side, change)
        }
        guard now >= change.at - Self.earliest else { throw .tooEarly(change, from: change.at - Self.earliest) }
        return named
    }
}

extension Sequence<Handover> {
    /// The one that is meant when nobody says which: for a person the last that he may sign by now, else the nearest in
    /// time.
    package func nearest(to now: Instant, for person: PersonID? = nil, as side: HandoverSide? = nil) -> Handover? {
        func distance(_ handover: Handover) -> Int64 { abs(handover.change.at.seconds - now.seconds) }
        let near = sorted { distance($0) < distance($1) }
        guard let person else { return near.first }
        let named = near.filter { handover in
            handover.change.side(of: person).map { side == nil || side == $0 } ?? false
        }
        let current = named.filter { now >= $0.change.at - Handover.earliest }.max { $0.change.at < $1.change.at }
        return current ?? named.first ?? near.first
    }

    /// Those of the change of shift that is nearest to an instant, of a person's own where there are any.
    package func nearest(to instant: Instant, of person: PersonID?) -> [Handover] {
        let named = filter { handover in person.map { handover.change.side(of: $0) != nil } ?? true }
        let meant = named.isEmpty ? Array(self) : named
        let time = meant.nearest(to: instant)?.change.at
        return meant.filter { $0.change.at == time }
    }
}
