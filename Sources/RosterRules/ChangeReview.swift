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
    /// Gaps that it closes.
    package let closed: [(book: RosterBook, findings: [Finding])]

    /// `books` are as published.
    package init(_ change: ApprovedChange, of books: [RosterBook], standing: [ApprovedChange]) {
        self.init(
            from: books.map { $0.changed(by: standing) }, to: books.map { $0.changed(by: standing + [change]) },
            relieved: change.change.slots.map(\.person))
    }

    /// Nobody who was relieved is offered as a remedy for what that opens.
    private init(from before: [RosterBook], to after: [RosterBook], relieved: [PersonID] = []) {
        self.before = before
        self.after = after
        let reports = zip(before, after).map { (Check.run($0).findings, Check.run($1).findings) }
        opened = zip(after, reports).map { after, reports in
            let (known, now) = reports
            let people = Set(relieved.compactMap(after.place.person))
            let new = now.filter { finding in !known.contains { $0.covers(finding) } }
            return (after, new.map { $0.offering { !people.contains($0.person) } })
        }
        closed = zip(before, reports).map { before, reports in
            let (known, now) = reports
            return (before, known.filter { gap in gap.isGap && !now.contains { $0.covers(gap) } })
        }
    }

    /// The same for taking back a change that is in force, from an instant on.
    package init(
        undoing number: ChangeNumber, at instant: Instant, of books: [RosterBook], standing: [ApprovedChange]
    ) {
        let left = standing.map { $0.number == number ? $0.undone(at: instant) : $0 }
        self.init(from: books.map { $0.changed(by: standing) }, to: books.map { $0.changed(by: left) })
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
