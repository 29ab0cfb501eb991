import Calendars
import DutyStore
import Incidents
import RosterRules
import Rosters

/// Who may decide about a change, and who is told, by the rosters and the policy as they are now.
struct ChangeApprovers {
    let request: ChangeRequest
    let books: [RosterBook]
    /// The published slots that the change may touch.
    let slots: [DutySlot]
    let people: [PersonID]
    /// Those who answer for the rosters.
    let acceptBy: [PersonID]
    private let board: DutyBoard
    private let policy: Policy

    init(of request: ChangeRequest, in store: DutyStore, at now: Instant) throws {
        let (change, place) = (request.change, request.place)
        let (board, policy) = try store.dutyBoard(at: now, place: place)
        let later = try change.slots.map { try store.dutyBoard(at: $0.interval.start, place: place).board }
        let books = try store.booksInForce(of: place, during: change.span, at: now)
        let acceptBy = books.flatMap(\.roster.period.acceptBy).uniqued()
        self.request = request
        self.books = books
        self.slots = try store.publishedSlots(in: place, during: change.span, at: now)
        self.people =
            board.place.map {
                ChangeRules.approvers(of: change, boards: [board] + later, place: $0, acceptBy: acceptBy)
            } ?? []
        self.acceptBy = acceptBy
        self.board = board
        self.policy = policy ?? Policy()
    }

    /// The place as the rosters concerned know it, else as it is published now.
    var place: Place? { books.last?.place ?? board.place }

    /// The unit in whose name people are told.
    var unit: UnitID? { board.place.flatMap { request.change.units(in: $0).first } }

    func mustApprove(_ person: PersonID) throws {
        if request.change.people.contains(person) { throw ChangeConflict.ownChange(person) }
        guard people.contains(person) else { throw ChangeConflict.mayNotApprove(person, allowed: people) }
    }

    /// Whoever may approve a change may refuse and undo it, and so may whoever asked for it.
    func mayTakeBack(_ person: PersonID) throws {
        guard person == request.askedBy || people.contains(person) else {
            throw ChangeConflict.mayNotTakeBack(person, asker: request.askedBy, allowed: people)
        }
    }

    func telling(_ drafts: [MatterDraft]) -> ChangeTelling { ChangeTelling(drafts, policy: policy, board: board) }

    /// Everybody whose duties in force really change from now on.
    func dutiesChanged(
        from before: [ApprovedChange], to after: [ApprovedChange], at now: Instant, cause: DutiesChange.Cause
    ) -> [MatterDraft] {
        let (before, after) = (ChangeOverlay(before).stood(slots), ChangeOverlay(after).stood(slots))
        return DutiesChange.between(before, and: after, since: now, cause: cause).map {
            MatterDraft(.dutiesChanged($0), unit: unit, tell: [.person($0.person)])
        }
    }
}

/// A change seen against the rosters as they are, before anybody approves it.
struct ChangeLook {
    let review: ChangeReview
    let approvers: ChangeApprovers
    /// Those for whom nobody stands in any more, since their deputy would be away.
    let orphaned: [Deputy]
    private let closing: ClosedGaps
    private let request: ChangeRequest
    private let standing: [ApprovedChange]
    private let now: Instant

    /// - Throws: what stands in the way: a conflict, or the findings that the change would bring.
    init(_ request: ChangeRequest, _ standing: [ApprovedChange], in store: DutyStore, at now: Instant) throws {
        guard request.change.span.end > now else { throw ChangeConflict.over(request.change.span) }
        approvers = try ChangeApprovers(of: request, in: store, at: now)
        try ChangeRules.check(request.change, standing: standing, published: approvers.slots, at: now)
        try ChangeRules.checkDeputy(of: request.change, standing: standing, place: approvers.place, at: now)
        let draft = request.approved(by: request.askedBy, at: now)
        review = ChangeReview(draft, of: approvers.books, standing: standing)
        let errors = review.obstacles(of: request.change.kind)
        guard errors.isEmpty else { throw ChangeRefused(opened: errors) }
        orphaned = ChangeRules.orphaned(by: request.change, standing: standing, at: now)
        closing = try ClosedGaps(review, standing: standing, from: store)
        self.request = request
        self.standing = standing
        self.now = now
    }

    /// Those whose duties change are told, and a deputy; of gaps, the leader on duty of the unit and those who answer for
    /// the roster; of gaps that are closed, whoever heard of them.
    func telling(approvedBy approver: PersonID) -> ChangeTelling {
        let approved = request.approved(by: approver, at: now)
        let cause = DutiesChange.Cause.change(request.number, request.change.kind, approvedBy: approver)
        let changed = approvers.dutiesChanged(from: standing, to: standing + [approved], at: now, cause: cause)
        let named = ChangeOverlay([approved]).deputies.map {
            MatterDraft(.deputyNamed($0), unit: approvers.unit, tell: [.person($0.person)])
        }
        return approvers.telling(
            changed + named + openedGaps + closing.drafts(by: request.change, cause: cause))
    }

    /// Of a gap that was there before, only what the absence adds to it.
    private var openedGaps: [MatterDraft] {
        guard case .absence(let person, let interval, _) = request.change else { return [] }
        let others = approvers.acceptBy.filter { $0 != person }.map(Target.person)
        return review.openedGaps.map(\.unit).uniqued().map { unit in
            let gaps = GapsOpened(
                absent: person, absence: interval, gaps: review.openedGaps.filter { $0.unit == unit })
            return MatterDraft(.gapsOpened(gaps), unit: unit, tell: [.tier(.leader), .tier(.overallLeader)] + others)
        }
    }
}

extension ChangeRequest {
    fileprivate func approved(by approver: PersonID, at now: Instant) -> ApprovedChange {
        ApprovedChange(
            number: number, change: change, approvedBy: approver, outsiderReason: outsiderReason, since: now)
    }
}
