package import Calendars
package import Rosters

/// What a change would do to the rosters in force: checked against every rule before anybody approves it.
package struct ChangeReview: Sendable {
    /// The published rosters on which the change bears, with the changes that are in force already.
    package let before: [RosterBook]
    /// The same with the change.
    package let after: [RosterBook]
    /// Findings that the change brings, by the roster in which they stand.
    package let opened: [(book: RosterBook, findings: [Finding])]

    /// `books` are as published.
    package init(_ change: ApprovedChange, of books: [RosterBook], standing: [ApprovedChange]) {
        self.init(
            from: books.map { $0.changed(by: standing) }, to: books.map { $0.changed(by: standing + [change]) })
    }

    private init(from before: [RosterBook], to after: [RosterBook]) {
        self.before = before
        self.after = after
        opened = zip(before, after).map { before, after in
            let known = Check.run(before).findings
            let new = Check.run(after).findings.filter { finding in !known.contains { $0.covers(finding) } }
            return (after, new)
        }
    }

    /// The same for taking back a change that is in force.
    package init(undoing change: ApprovedChange, of books: [RosterBook], standing: [ApprovedChange]) {
        self.init(
            from: books.map { $0.changed(by: standing) },
            to: books.map { $0.changed(by: standing.filter { $0.number != change.number }) })
    }

    /// Errors that forbid the change; gaps that an absence opens do not, since nobody can order a sick person to stand.
    package func obstacles(of kind: RosterChange.Kind) -> [(book: RosterBook, findings: [Finding])] {
        opened.compactMap { book, findings in
            let errors = findings.filter { $0.severity == .error && !($0.isGap && kind == .absence) }
            return errors.isEmpty ? nil : (book, errors)
        }
    }

    /// The gaps that the change opens.
    package var gaps: [(book: RosterBook, findings: [Finding])] {
        opened.compactMap { book, findings in
            let gaps = findings.filter(\.isGap)
            return gaps.isEmpty ? nil : (book, gaps)
        }
    }
}

extension Finding {
    /// Whether somebody is missing at a post.
    package var isGap: Bool { rule == .leader || rule == .keyPost }

    /// Whether this finding already said what another one says: the same, or a gap at least as deep around it.
    fileprivate func covers(_ other: Finding) -> Bool {
        guard rule == other.rule, unit == other.unit, post == other.post else { return false }
        guard isGap else {
            return interval == other.interval && needed == other.needed && have == other.have && people == other.people
        }
        let isAround = interval.start <= other.interval.start && other.interval.end <= interval.end
        return isAround && (needed ?? 0) - (have ?? 0) >= (other.needed ?? 0) - (other.have ?? 0)
    }
}

/// Why a change cannot be asked for or decided.
package enum ChangeConflict: Error, Hashable, Sendable {
    /// Somebody else stands in the slot now: nobody, where it is empty.
    case slotMoved(DutySlot, standing: [PersonID])
    /// Only these may approve it.
    case mayNotApprove(PersonID, allowed: [PersonID])
    /// Whom a change moves does not approve it.
    case ownChange(PersonID)
    case samePerson(PersonID)
    case alreadyDecided(ChangeNumber, ChangeDecision)
    case notApproved(ChangeNumber)
    /// What the change touches has ended.
    case over(Interval)
}

/// Who may approve a change, and whether it can be made at all.
package enum ChangeRules {
    /// The slots of a change are really stood by the people that it names.
    package static func check(_ change: RosterChange, overlay: ChangeOverlay, published: [DutySlot])
        throws(ChangeConflict)
    {
        if Set(change.people).count < change.people.count, let twice = change.people.first {
            throw .samePerson(twice)
        }
        for slot in change.slots {
            let pieces = published.filter { $0.isSameShift(as: slot) }
                .flatMap { overlay.pieces(of: $0, isAbsenceIgnored: true) }
            let meant: Interval = if case .relief(_, let part, _) = change { part } else { slot.interval }
            let holding = pieces.filter { $0.interval.overlaps(meant) }
            guard holding.contains(where: { $0.person == slot.person && $0.interval.hull(meant) == $0.interval }) else {
                throw .slotMoved(slot, standing: holding.map(\.person))
            }
        }
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

extension RosterChange {
    /// The units concerned: those of the slots, and for an absence the person's own.
    package func units(in place: Place) -> [UnitID] {
        guard case .absence(let person, _, _) = self else { return slots.map(\.unit).uniqued() }
        return place.person(person).map { [place[place[$0].unit].id] } ?? []
    }
}
