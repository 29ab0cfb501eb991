import Calendars
import DutyStore
import Incidents
import RosterRules
import Rosters

/// A change that is in force, seen against the rosters without it from now on.
struct Undoing {
    let approved: ApprovedChange
    let by: PersonID
    let at: Instant
    let standing: [ApprovedChange]
    let approvers: ChangeApprovers

    var review: ChangeReview {
        ChangeReview(undoing: approved.number, at: at, of: approvers.books, standing: standing)
    }

    /// Those whose duties change are told, a deputy, and whoever was told of gaps that are closed now.
    func telling(_ review: ChangeReview, from store: DutyStore) throws -> ChangeTelling {
        let left = standing.map { $0.number == approved.number ? $0.undone(at: at) : $0 }
        let changed = approvers.dutiesChanged(
            from: standing, to: left, at: at, cause: .undone(approved.number, by: by))
        let freed = ChangeOverlay([approved]).deputies.map {
            MatterDraft(.deputyFreed($0, undoneBy: by), unit: approvers.unit, tell: [.person($0.person)])
        }
        return approvers.telling(changed + freed + (try closedGaps(review, from: store)))
    }

    private func closedGaps(_ review: ChangeReview, from store: DutyStore) throws -> [MatterDraft] {
        guard case .absence(let person, let interval, _) = approved.change else { return [] }
        let slots = review.closed.slots(of: person)
        return try store.matters(since: approved.since).compactMap { matter in
            guard case .gapsOpened(let opened) = matter.subject, opened.absent == person, opened.absence == interval,
                let unit = opened.gaps.first?.unit
            else { return nil }
            let closed = slots.filter { $0.unit == unit }
            guard !closed.isEmpty else { return nil }
            return MatterDraft(
                .gapsClosed(GapsOpened(absent: person, absence: interval, gaps: closed)), unit: unit,
                tell: matter.told.map(\.recipient.target).uniqued())
        }
    }
}

extension Recipient {
    /// The target that names just this recipient.
    fileprivate var target: Target {
        switch self {
        case .person(let id): .person(id)
        case .phone(let unit): .phone(unit)
        }
    }
}
