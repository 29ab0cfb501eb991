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
        let cause = DutiesChange.Cause.undone(approved.number, by: by)
        let changed = approvers.dutiesChanged(from: standing, to: left, at: at, cause: cause)
        let freed = ChangeOverlay([approved]).deputies.map {
            MatterDraft(.deputyFreed($0, undoneBy: by), unit: approvers.unit, tell: [.person($0.person)])
        }
        let closing = try ClosedGaps(review, standing: standing, from: store)
        return approvers.telling(changed + freed + closing.drafts(by: approved.change, cause: cause))
    }
}
