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
    /// The stretches that lack more people by the change, with who stands there all the same.
    package let openedGaps: [PostGap]
    /// The stretches that lack fewer people by it, or none any more, with who stands there then.
    package let closedGaps: [PostGap]
    /// Who takes which time back by an undo; nil where nothing is undone.
    private let returned: [(person: PersonID, time: Interval)]?

    /// `books` are as published.
    package init(_ change: ApprovedChange, of books: [RosterBook], standing: [ApprovedChange]) {
        self.init(
            from: books.map { $0.changed(by: standing) }, to: books.map { $0.changed(by: standing + [change]) },
            relieved: change.change.slots.map(\.person))
    }

    /// Nobody who was relieved is offered as a remedy for what that opens.
    private init(
        from before: [RosterBook], to after: [RosterBook], relieved: [PersonID] = [],
        returned: [(person: PersonID, time: Interval)]? = nil
    ) {
        self.before = before
        self.after = after
        self.returned = returned
        let contexts = after.map { CheckContext($0) }
        let reports = zip(before, contexts).map { (Check.run($0).findings, Check.run($1).findings) }
        opened = zip(after, reports).map { after, reports in
            let (known, now) = reports
            let people = Set(relieved.compactMap(after.place.person))
            let new = now.filter { finding in !known.contains { $0.covers(finding) } }
            return (after, new.map { $0.offering { !people.contains($0.person) } })
        }
        let gaps = zip(contexts, reports).map { GapComparison(before: $1.0, after: $1.1, in: $0) }
        openedGaps = gaps.flatMap { $0.opened() }.uniqued()
        closedGaps = gaps.flatMap { $0.closed() }.uniqued()
    }

    /// The same for taking back a change that is in force, from an instant on.
    package init(
        undoing number: ChangeNumber, at instant: Instant, of books: [RosterBook], standing: [ApprovedChange]
    ) {
        let left = standing.map { $0.number == number ? $0.undone(at: instant) : $0 }
        self.init(
            from: books.map { $0.changed(by: standing) }, to: books.map { $0.changed(by: left) },
            returned: standing.filter { $0.number == number }.flatMap { $0.change.returns(from: instant) })
    }

    /// Errors that forbid the change; gaps that an absence opens do not, since nobody can order a sick person to stand.
    package func obstacles(of kind: RosterChange.Kind) -> [(book: RosterBook, findings: [Finding])] {
        opened.compactMap { book, findings in
            let errors = findings.filter {
                $0.severity == .error && !($0.isGap && kind == .absence) && isCharged($0, in: book.place)
            }
            return errors.isEmpty ? nil : (book, errors)
        }
    }

    /// Whether a fault keeps the change from being made; all do but those of whoever only goes home by an undo.
    ///
    /// That a duty ends sooner makes a rest out of the time until the next one: it is longer than what was stood before.
    private func isCharged(_ finding: Finding, in place: Place) -> Bool {
        guard let returned, !finding.isGap, !finding.people.isEmpty else { return true }
        // Whoever is called back at once could not come some minutes before.
        if finding.rule == .handoverOverlap { return false }
        let people = finding.people.map { place[$0].id }
        return returned.contains { person, time in
            // Whoever goes home may take another duty back by the same undo: a rest counts beside that one only.
            people.contains(person) && (finding.rule != .rest || finding.interval.touches(time))
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

    /// The same with some of its remedies.
    fileprivate func offering(_ isOffered: (Remedy) -> Bool) -> Finding {
        Finding(
            rule: rule, severity: severity, unit: unit, post: post, interval: interval, needed: needed, have: have,
            people: people, place: place, reasons: reasons, remedies: remedies.filter(isOffered), excluded: excluded)
    }

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

extension RosterChange {
    /// Who takes which time back when it is undone.
    fileprivate func returns(from instant: Instant) -> [(person: PersonID, time: Interval)] {
        let all: [(person: PersonID, time: Interval)] =
            if case .absence(let person, let interval, _) = self {
                [(person: person, time: interval)]
            } else {
                takeovers.map { (person: $0.slot.person, time: $0.part) }
            }
        return all.map { (person: $0.person, time: Interval(start: max($0.time.start, instant), end: $0.time.end)) }
            .filter { !$0.time.isEmpty }
    }
}

extension Interval {
    /// Whether they have some time in common, or one begins where the other ends.
    fileprivate func touches(_ other: Interval) -> Bool { start <= other.end && other.start <= end }
}
