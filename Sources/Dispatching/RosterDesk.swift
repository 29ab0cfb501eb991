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
    /// Gaps that an absence opens, with who could stand in.
    package let gaps: [(book: RosterBook, findings: [Finding])]
    /// Who may approve it, while it waits.
    package let approvers: [PersonID]
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
            let draft = ChangeRequest(
                number: ChangeNumber(.max), place: place.key, change: change, askedBy: person, askedAt: now,
                reason: reason, outsiderReason: outsiderReason)
            let look = try look(at: draft, now)
            if let approver { try look.mustApprove(approver) }
            let recorded = try store.ask(
                change, in: place.key, by: person, reason: reason, outsiderReason: outsiderReason,
                decision: approver.map { by in
                    { number in
                        (ChangeDecision(verdict: .approved, by: by, at: now), look.telling(number, approvedBy: by))
                    }
                }, expecting: look.revision, at: now)
            return ChangeOutcome(change: recorded, gaps: look.review.gaps, approvers: look.approvers)
        }
    }

    /// Approves a change that was asked for; the rules are held against the rosters as they are now.
    package func approve(
        _ number: ChangeNumber, by approver: PersonID, reason: String?, at now: Instant
    ) throws -> ChangeOutcome {
        try checkedAnew { () throws -> ChangeOutcome in
            let known = try recorded(number)
            if let decision = known.decisions.last { throw ChangeConflict.alreadyDecided(number, decision) }
            let look = try look(at: known.request, now)
            try look.mustApprove(approver)
            let decided = try store.decide(
                number, ChangeDecision(verdict: .approved, by: approver, at: now, reason: reason),
                telling: look.telling(number, approvedBy: approver), expecting: look.revision)
            return ChangeOutcome(change: decided, gaps: look.review.gaps, approvers: [])
        }
    }

    /// Refuses a change that was asked for.
    package func refuse(
        _ number: ChangeNumber, by person: PersonID, reason: String, at now: Instant
    ) throws -> ChangeOutcome {
        try checkedAnew { () throws -> ChangeOutcome in
            let known = try recorded(number)
            if let decision = known.decisions.last { throw ChangeConflict.alreadyDecided(number, decision) }
            let (_, revision) = try store.approvedChanges(in: known.request.place)
            let decided = try store.decide(
                number, ChangeDecision(verdict: .refused, by: person, at: now, reason: reason),
                telling: try telling([], in: known.request.place, now), expecting: revision)
            return ChangeOutcome(change: decided, gaps: [], approvers: [])
        }
    }

    /// Takes an approved change back; the record of it stays.
    package func undo(
        _ number: ChangeNumber, by person: PersonID, reason: String, at now: Instant
    ) throws -> ChangeOutcome {
        try checkedAnew { () throws -> ChangeOutcome in
            let known = try recorded(number)
            guard let approved = known.approved else {
                if let decision = known.decisions.last { throw ChangeConflict.alreadyDecided(number, decision) }
                throw ChangeConflict.notApproved(number)
            }
            guard approved.change.span.end > now else { throw ChangeConflict.over(approved.change.span) }
            let place = known.request.place
            let (standing, revision) = try store.approvedChanges(in: place)
            let books = try store.booksInForce(of: place, during: approved.change.span, at: now)
            let review = ChangeReview(undoing: approved, of: books, standing: standing)
            let errors = review.obstacles(of: approved.change.kind)
            guard errors.isEmpty else { throw ChangeRefused(opened: errors) }
            let drafts = DutiesChange.of(approved, cause: .undone(number, by: person)).map {
                MatterDraft(
                    .dutiesChanged($0.reversed), unit: approved.change.slots.first?.unit, tell: [.person($0.person)])
            }
            let decided = try store.decide(
                number, ChangeDecision(verdict: .undone, by: person, at: now, reason: reason),
                telling: try telling(drafts, in: place, now), expecting: revision)
            return ChangeOutcome(change: decided, gaps: review.gaps, approvers: [])
        }
    }

    // MARK: - Looking

    /// A change seen against the rosters as they are.
    private struct Look {
        let review: ChangeReview
        let request: ChangeRequest
        let revision: RosterRevision
        let approvers: [PersonID]
        let board: DutyBoard
        let policy: Policy
        let acceptBy: [PersonID]

        func mustApprove(_ person: PersonID) throws {
            if request.change.people.contains(person) { throw ChangeConflict.ownChange(person) }
            guard approvers.contains(person) else {
                throw ChangeConflict.mayNotApprove(person, allowed: approvers)
            }
        }

        /// Those whose duties change are told; of gaps, the leader on duty of the unit and those who answer for the roster.
        func telling(_ number: ChangeNumber, approvedBy: PersonID) -> ChangeTelling {
            let approved = ApprovedChange(number: number, change: request.change, approvedBy: approvedBy)
            let kind = request.change.kind
            let changes = DutiesChange.of(approved, cause: .change(number, kind, approvedBy: approvedBy)).map {
                MatterDraft(.dutiesChanged($0), unit: request.change.slots.first?.unit, tell: [.person($0.person)])
            }
            return ChangeTelling(changes + gapDrafts, policy: policy, board: board)
        }

        private var gapDrafts: [MatterDraft] {
            guard case .absence(let person, let interval, _) = request.change, !review.gaps.isEmpty else { return [] }
            let slots = review.gaps.flatMap { book, findings in
                findings.compactMap { finding -> DutySlot? in
                    guard let unit = finding.unit, let post = finding.post else { return nil }
                    return DutySlot(
                        unit: book.place[unit].id, post: book.place[post].key, interval: finding.interval,
                        person: person)
                }
            }
            let others = acceptBy.filter { $0 != person }.map(Target.person)
            return slots.map(\.unit).uniqued().map { unit in
                MatterDraft(
                    .gapsOpened(
                        GapsOpened(absent: person, absence: interval, gaps: slots.filter { $0.unit == unit })),
                    unit: unit, tell: [.tier(.leader), .tier(.overallLeader)] + others)
            }
        }
    }

    private func look(at request: ChangeRequest, _ now: Instant) throws -> Look {
        let change = request.change
        guard change.span.end > now else { throw ChangeConflict.over(change.span) }
        let (standing, revision) = try store.approvedChanges(in: request.place)
        let slots = try store.publishedSlots(in: request.place, during: change.span, at: now)
        try ChangeRules.check(change, overlay: ChangeOverlay(standing), published: slots)
        let books = try store.booksInForce(of: request.place, during: change.span, at: now)
        let review = ChangeReview(
            ApprovedChange(
                number: request.number, change: change, approvedBy: request.askedBy,
                outsiderReason: request.outsiderReason), of: books, standing: standing)
        let errors = review.obstacles(of: change.kind)
        guard errors.isEmpty else { throw ChangeRefused(opened: errors) }
        let (board, policy) = try store.dutyBoard(at: now, place: request.place)
        let later = try change.slots.map { try store.dutyBoard(at: $0.interval.start, place: request.place).board }
        let acceptBy = books.flatMap(\.roster.period.acceptBy).uniqued()
        let approvers = board.place.map {
            ChangeRules.approvers(of: change, boards: [board] + later, place: $0, acceptBy: acceptBy)
        }
        return Look(
            review: review, request: request, revision: revision, approvers: approvers ?? [], board: board,
            policy: policy ?? Policy(), acceptBy: acceptBy)
    }

    private func recorded(_ number: ChangeNumber) throws -> RecordedChange {
        guard let known = try store.rosterChange(number) else { throw StoreError.unknownChange(number) }
        return known
    }

    private func telling(_ drafts: [MatterDraft], in place: String, _ now: Instant) throws -> ChangeTelling {
        let (board, policy) = try store.dutyBoard(at: now, place: place)
        return ChangeTelling(drafts, policy: policy ?? Policy(), board: board)
    }

    /// Whoever was faster is seen by the next look, which then says what does not hold any more.
    private func checkedAnew(_ work: () throws -> ChangeOutcome) throws -> ChangeOutcome {
        for _ in 1..<Self.most {
            do { return try work() } catch StoreError.changedMeanwhile { continue }
        }
        return try work()
    }
}
