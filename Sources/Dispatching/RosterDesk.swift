package import Calendars
package import DutyStore
import Incidents
package import RosterRules
package import Rosters

/// A change that the rules forbid, with the findings that it would bring.
package struct ChangeRefused: Error, Sendable {
    package let opened: [(book: RosterBook, findings: [Finding])]
}

/// What came of asking for a change or of deciding about one.
package struct ChangeOutcome: Sendable {
    package let change: RecordedChange
    /// Gaps that it opens, with who could stand in.
    package let gaps: [(book: RosterBook, findings: [Finding])]
    /// Who may approve it, while it waits.
    package let approvers: [PersonID]
    /// Recorded absences of the same person that share time with this one.
    package let overlapping: [ChangeNumber]
    /// Those for whom nobody stands in any more, since this sends their deputy away.
    package let orphaned: [Deputy]

    init(
        _ change: RecordedChange, gaps: [(book: RosterBook, findings: [Finding])] = [], approvers: [PersonID] = [],
        overlapping: [ChangeNumber] = [], orphaned: [Deputy] = []
    ) {
        self.change = change
        self.gaps = gaps
        self.approvers = approvers
        self.overlapping = overlapping
        self.orphaned = orphaned
    }
}

/// Changes of the rosters in force: asked for, checked against every rule, approved, undone.
package struct RosterDesk: Sendable {
    package let store: DutyStore

    /// So often a change is checked anew when somebody else was faster.
    private static let most = 5

    package init(store: DutyStore) {
        self.store = store
    }

    /// Asks for a change; with an approver it is in force at once.
    package func ask(
        _ change: RosterChange, in place: Place, by person: PersonID, reason: String, outsiderReason: String? = nil,
        approvedBy approver: PersonID? = nil, at now: Instant
    ) throws -> ChangeOutcome {
        try checkedAnew { () throws -> ChangeOutcome in
            let (standing, revision) = try store.approvedChanges(in: place.key)
            let draft = ChangeRequest(
                number: revision.next, place: place.key, change: change, askedBy: person, askedAt: now,
                reason: reason, outsiderReason: outsiderReason)
            let others = try overlapping(draft) { $0 == .approved || $0 == .asked }
            let look = try ChangeLook(draft, standing, in: store, at: now)
            if let approver { try look.approvers.mustApprove(approver) }
            let decision = approver.map { by in
                { (_: ChangeNumber) in
                    (ChangeDecision(verdict: .approved, by: by, at: now), look.telling(approvedBy: by))
                }
            }
            let recorded = try store.ask(
                change, in: place.key, by: person, reason: reason, outsiderReason: outsiderReason,
                decision: decision, expecting: revision, at: now)
            return ChangeOutcome(
                recorded, gaps: look.review.gaps, approvers: look.approvers.people, overlapping: others,
                orphaned: look.orphaned)
        }
    }

    /// Approves a change that was asked for; the rules are held against the rosters as they are now.
    package func approve(
        _ number: ChangeNumber, by approver: PersonID, reason: String?, at now: Instant
    ) throws -> ChangeOutcome {
        try checkedAnew { () throws -> ChangeOutcome in
            let known = try undecided(number)
            let (standing, revision) = try store.approvedChanges(in: known.request.place)
            let others = try overlapping(known.request) { $0 == .approved }
            let look = try ChangeLook(known.request, standing, in: store, at: now)
            try look.approvers.mustApprove(approver)
            let decided = try store.decide(
                number, ChangeDecision(verdict: .approved, by: approver, at: now, reason: reason),
                telling: look.telling(approvedBy: approver), expecting: revision)
            return ChangeOutcome(
                decided, gaps: look.review.gaps, overlapping: others, orphaned: look.orphaned)
        }
    }

    /// Refuses a change that was asked for, and tells whoever asked; whoever asked may withdraw it.
    package func refuse(
        _ number: ChangeNumber, by person: PersonID, reason: String, at now: Instant
    ) throws -> ChangeOutcome {
        try checkedAnew { () throws -> ChangeOutcome in
            let request = try undecided(number).request
            let (_, revision) = try store.approvedChanges(in: request.place)
            let approvers = try ChangeApprovers(of: request, in: store, at: now)
            try approvers.mayTakeBack(person)
            let decision = ChangeDecision(verdict: .refused, by: person, at: now, reason: reason)
            let news = MatterDraft(
                .changeRefused(request, decision), unit: approvers.unit, tell: [.person(request.askedBy)])
            let decided = try store.decide(
                number, decision, telling: approvers.telling(person == request.askedBy ? [] : [news]),
                expecting: revision)
            return ChangeOutcome(decided)
        }
    }

    /// Takes an approved change back from now on; the record of it stays, and so does who stood until now.
    package func undo(
        _ number: ChangeNumber, by person: PersonID, reason: String, at now: Instant
    ) throws -> ChangeOutcome {
        try checkedAnew { () throws -> ChangeOutcome in
            let known = try recorded(number)
            guard known.state == .approved, let approved = known.approved else {
                if let decision = known.decisions.last { throw ChangeConflict.alreadyDecided(number, decision) }
                throw ChangeConflict.notApproved(number)
            }
            let (standing, revision) = try store.approvedChanges(in: known.request.place)
            let approvers = try ChangeApprovers(of: known.request, in: store, at: now)
            try approvers.mayTakeBack(person)
            let span = approved.change.span
            guard span.end > now else { throw ChangeConflict.over(span) }
            let undoing = Undoing(approved: approved, by: person, at: now, standing: standing, approvers: approvers)
            let review = undoing.review
            let errors = review.obstacles(of: approved.change.kind)
            guard errors.isEmpty else { throw ChangeRefused(opened: errors) }
            let decided = try store.decide(
                number, ChangeDecision(verdict: .undone, by: person, at: now, reason: reason),
                telling: try undoing.telling(review, from: store), expecting: revision)
            return ChangeOutcome(decided, gaps: review.gaps)
        }
    }

    /// Which approved reliefs and swaps a newer version has overtaken, so that they move nobody any more.
    package func lapsed(at now: Instant) throws -> Set<ChangeNumber> {
        let places = try store.changes().map(\.request.place).uniqued()
        let numbers = try places.flatMap { place in
            let standing = try store.approvedChanges(in: place).changes
            return try standing.filter { $0.until == nil && !$0.change.slots.isEmpty }.flatMap { change in
                // Of a change that is over, the version counts that was in force at its end.
                let span = change.change.span
                let slots = try store.publishedSlots(in: place, during: span, at: min(now, span.end - .seconds(1)))
                return ChangeOverlay.lapsed(standing.filter { $0.change.span.overlaps(span) }, over: slots).filter {
                    $0 == change.number
                }
            }
        }
        return Set(numbers)
    }

    // MARK: - Looking

    private func recorded(_ number: ChangeNumber) throws -> RecordedChange {
        guard let known = try store.rosterChange(number) else { throw StoreError.unknownChange(number) }
        return known
    }

    private func undecided(_ number: ChangeNumber) throws -> RecordedChange {
        let known = try recorded(number)
        if let decision = known.decisions.last { throw ChangeConflict.alreadyDecided(number, decision) }
        return known
    }

    /// Absences of the same person that share time with a request, of those in some states.
    private func overlapping(
        _ request: ChangeRequest, _ isMeant: (RecordedChange.State) -> Bool
    ) throws -> [ChangeNumber] {
        let known = try store.changes(of: request.place).filter {
            $0.request.number != request.number && isMeant($0.state)
        }
        return try ChangeRules.overlapping(request.change, among: known)
    }

    /// Whoever was faster is seen by the next look, which then says what does not hold any more.
    private func checkedAnew(_ work: () throws -> ChangeOutcome) throws -> ChangeOutcome {
        for _ in 1..<Self.most {
            do { return try work() } catch StoreError.changedMeanwhile { continue }
        }
        return try work()
    }
}
