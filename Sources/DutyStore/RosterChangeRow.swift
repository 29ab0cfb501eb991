import Calendars
import GRDB
import Rosters

/// A change of the roster in force, as somebody asked for it.
struct RosterChangeRow: StoredRow {
    static let databaseTableName = "roster_change"

    let number: ChangeNumber
    let place: String
    let kind: RosterChange.Kind
    let startsAt: Instant
    let endsAt: Instant
    let request: ChangeRequest

    init(_ request: ChangeRequest) {
        self.number = request.number
        self.place = request.place
        self.kind = request.change.kind
        self.startsAt = request.change.span.start
        self.endsAt = request.change.span.end
        self.request = request
    }

    func recorded(_ db: Database) throws -> RecordedChange {
        let decisions = try RosterDecisionRow.fetchAll(
            db, sql: "SELECT * FROM roster_decision WHERE change = ? ORDER BY ordinal", arguments: [number.value])
        return RecordedChange(request: request, decisions: decisions.map(\.decision))
    }

    static func nextNumber(_ db: Database) throws -> ChangeNumber {
        ChangeNumber((try Int.fetchOne(db, sql: "SELECT max(number) FROM roster_change") ?? 0) + 1)
    }

    /// The changes of a place that were approved, undone or not, and touch a stretch of time; without one, all of them.
    static func approved(in place: String, during span: Interval? = nil, _ db: Database) throws -> [ApprovedChange] {
        let rows = try fetchAll(
            db,
            sql: """
                SELECT * FROM roster_change WHERE place = ? AND (? IS NULL OR starts_at < ? AND ends_at > ?)
                    AND (SELECT verdict FROM roster_decision WHERE change = number AND ordinal = 1) = 'approved'
                ORDER BY number
                """,
            arguments: [place, span?.start.seconds, span?.end.seconds, span?.start.seconds])
        return try rows.compactMap { try $0.recorded(db).approved }
    }
}

/// What became of a change, once or twice: approved or refused, and an approval undone.
struct RosterDecisionRow: StoredRow {
    static let databaseTableName = "roster_decision"

    let change: ChangeNumber
    let ordinal: Int
    let verdict: ChangeDecision.Verdict
    let decision: ChangeDecision
}
