package import Calendars
package import Rosters

/// Who may decide about a change, and whether it can be made at all.
package enum ChangeRules {
    /// The slots of a change are not over, and are really stood by the people that it names from now on; nobody who is
    /// away stands in.
    package static func check(
        _ change: RosterChange, standing: [ApprovedChange], published: [DutySlot], at now: Instant
    ) throws(ChangeConflict) {
        if Set(change.people).count < change.people.count, let twice = change.people.first {
            throw change.kind == .absence ? ChangeConflict.ownDeputy(twice) : ChangeConflict.samePerson(twice)
        }
        let overlay = ChangeOverlay(standing)
        for (slot, part, substitute) in change.takeovers {
            guard part.end > now else { throw .over(part) }
            let meant = Interval(start: max(part.start, now), end: part.end)
            let pieces = published.filter { $0.isSameShift(as: slot) }
                .flatMap { overlay.pieces(of: $0, isAbsenceIgnored: true) }
            let holding = pieces.filter { $0.interval.overlaps(meant) }
            guard holding.contains(where: { $0.person == slot.person && $0.interval.hull(meant) == $0.interval }) else {
                throw .slotMoved(
                    slot, standing: holding.map(\.person).uniqued(),
                    by: holding.compactMap(\.standIn?.change).uniqued())
            }
            if let away = standing.first(where: { $0.sendsAway(substitute, during: meant) }) {
                throw .substituteAway(substitute, away.change.span, away.number)
            }
        }
    }

    /// Whoever stands in for an office may stand duty at all, and is there all the time.
    package static func checkDeputy(
        of change: RosterChange, standing: [ApprovedChange], place: Place?, at now: Instant
    ) throws(ChangeConflict) {
        guard case .absence(_, let interval, let named) = change, let deputy = named else { return }
        let meant = Interval(start: max(interval.start, now), end: interval.end)
        if let away = standing.first(where: { $0.sendsAway(deputy, during: meant) }) {
            throw .deputyAway(deputy, away.change.span, away.number)
        }
        guard let place, let ordinal = place.person(deputy) else { return }
        if let employment = place[ordinal].employment, employment.isNeverEligible {
            throw .deputyBarred(deputy, employment)
        }
        if let away = place.absences.first(where: { $0.person == ordinal && $0.interval.overlaps(meant) }) {
            throw .deputyAway(deputy, away.interval, nil)
        }
    }

    /// Those for whom nobody stands in any more when an absence sends their deputy away, and for which time.
    ///
    /// Where the deputy names another one, that one stands in for both.
    package static func orphaned(
        by change: RosterChange, standing: [ApprovedChange], at now: Instant
    ) -> [Deputy] {
        guard case .absence(let person, let interval, standIn: nil) = change else { return [] }
        let away = Interval(start: max(interval.start, now), end: interval.end)
        return ChangeOverlay(standing).deputies.filter { $0.person == person }.compactMap { deputy in
            deputy.interval.intersection(away).map {
                Deputy(person: deputy.person, interval: $0, standIn: deputy.standIn)
            }
        }
    }

    /// An absence is recorded once: the others of the same person that share time with it, where it goes beyond them.
    ///
    /// `known` are those that count: a request that waits does not keep another one from being approved.
    package static func overlapping(
        _ change: RosterChange, among known: [RecordedChange]
    ) throws(ChangeConflict) -> [ChangeNumber] {
        guard case .absence(let person, let interval, _) = change else { return [] }
        let others = known.map(\.request).filter { request in
            if case .absence(person, let other, _) = request.change { other.overlaps(interval) } else { false }
        }
        let numbers = others.map(\.number)
        if interval.subtracting(others.map(\.change.span)).isEmpty { throw .alreadyAway(person, numbers) }
        return numbers
    }

    /// The people who may approve, by the place's settings: those named, and those who lead now or in the shift concerned.
    package static func approvers(of change: RosterChange, boards: [DutyBoard], place: Place, acceptBy: [PersonID])
        -> [PersonID]
    {
        let units = change.units(in: place).flatMap { unit in place.unit(unit).map { place.unitsAbove($0) } ?? [] }
            .uniqued()
        let named = place.changes.approvers(of: change.kind).flatMap { approver -> [PersonID] in
            switch approver {
            case .person(let person): [person]
            case .post(let post): standing(at: units, in: place, boards) { $0.key == post }
            case .tier(let tier): standing(at: units, in: place, boards) { $0.tier == tier }
            }
        }
        return (named + acceptBy).uniqued().filter { !change.people.contains($0) }
    }

    private static func standing(
        at units: [Ordinal<Unit>], in place: Place, _ boards: [DutyBoard], _ isMeant: (Post) -> Bool
    ) -> [PersonID] {
        boards.flatMap { board in
            units.flatMap { unit in
                place[unit].posts.map { place[$0] }.filter(isMeant)
                    .flatMap { board.tellable(unit: place[unit].id, post: $0.key) }.map(\.person)
            }
        }
    }
}

extension ApprovedChange {
    /// Whether it is an absence of somebody that has effect on some of a stretch.
    fileprivate func sendsAway(_ person: PersonID, during stretch: Interval) -> Bool {
        guard case .absence(person, let away, _) = change else { return false }
        return effect(on: away)?.overlaps(stretch) ?? false
    }
}

extension RosterChange {
    /// The units concerned: those of the slots, and for an absence the person's own.
    package func units(in place: Place) -> [UnitID] {
        guard case .absence(let person, _, _) = self else { return slots.map(\.unit).uniqued() }
        return place.person(person).map { [place[place[$0].unit].id] } ?? []
    }
}
