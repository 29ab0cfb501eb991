import Calendars
import DutyStore
import Incidents
import RosterRules
import Rosters

/// Whoever was told of a gap is told when somebody stands there again, whatever change brought that about.
struct ClosedGaps {
    private let hearers: [(recipients: [Recipient], gaps: [PostGap])]

    /// Gaps are told of with the absences that open them; nothing before the first of these can speak of what is closed.
    init(_ review: ChangeReview, standing: [ApprovedChange], from store: DutyStore) throws {
        let closed = review.closedGaps
        let absences = standing.filter { absence in
            absence.change.kind == .absence && closed.contains { $0.interval.overlaps(absence.change.span) }
        }
        guard let first = absences.compactMap(\.since).min() else {
            hearers = []
            return
        }
        let matters = try store.matters(about: [.gapsOpened, .gapsClosed], since: first)
        hearers = ToldGaps(matters).hearers(of: closed)
    }

    func drafts(by change: RosterChange, cause: DutiesChange.Cause) -> [MatterDraft] {
        hearers.map { recipients, gaps in
            MatterDraft(
                .gapsClosed(GapsClosed(by: change, cause: cause, gaps: gaps)), unit: gaps.first?.unit,
                tell: recipients.map(\.target))
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
