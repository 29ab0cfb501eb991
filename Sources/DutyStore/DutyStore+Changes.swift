package import Calendars
import GRDB
package import Incidents
package import Rosters

/// What a check of a change was based on; another one means that somebody changed the rosters meanwhile.
package struct RosterRevision: Hashable, Sendable {
    let publication: Int64
    let decisions: Int64
    /// The number of the next request, where nobody is faster.
    package let next: ChangeNumber
}

/// Whom a decision tells, and from which policy and board.
package struct ChangeTelling: Sendable {
    package let drafts: [MatterDraft]
    package let policy: Policy
    package let board: DutyBoard

    package init(_ drafts: [MatterDraft], policy: Policy, board: DutyBoard) {
        self.drafts = drafts
        self.policy = policy
        self.board = board
    }
}

extension DutyStore {
    /// Every change of a place, or of all, by number.
    package func changes(of place: String? = nil) throws(StoreError) -> [RecordedChange] {
        try read { db in
            try RosterChangeRow.fetchAll(
                db, sql: "SELECT * FROM roster_change WHERE ? IS NULL OR place = ? ORDER BY number",
                arguments: [place, place]
            ).map { try $0.recorded(db) }
        }
    }

    /// Nil for a number that was never given.
    package func rosterChange(_ number: ChangeNumber) throws(StoreError) -> RecordedChange? {
        try read { db in try RosterChangeRow.fetchOne(db, key: number.value)?.recorded(db) }
    }

    /// The approved changes that touch a stretch of time, with the revision that they belong to; an undone one says when.
    package func approvedChanges(
        in place: String, during span: Interval? = nil
    ) throws(StoreError) -> (changes: [ApprovedChange], revision: RosterRevision) {
        try read { db in
            (try RosterChangeRow.approved(in: place, during: span, db), try Self.revision(of: place, db))
        }
    }

    private static func revision(of place: String, _ db: Database) throws -> RosterRevision {
        func number(_ sql: String) throws -> Int64? { try Int64.fetchOne(db, sql: sql, arguments: [place]) }
        return RosterRevision(
            publication: try number("SELECT max(id) FROM publication WHERE place = ?") ?? 0,
            decisions: try number(
                "SELECT count(*) FROM roster_decision JOIN roster_change ON number = change WHERE place = ?") ?? 0,
            next: try RosterChangeRow.nextNumber(db))
    }

    /// Stores a request, and where somebody approves it at once the approval, with everybody who is told of it.
    ///
    /// - Throws: ``StoreError/changedMeanwhile`` when the rosters are not any more those of the revision.
    package func ask(
        _ change: RosterChange, in place: String, by person: PersonID, reason: String, outsiderReason: String?,
        decision: ((ChangeNumber) -> (ChangeDecision, ChangeTelling))?, expecting revision: RosterRevision,
        at instant: Instant
    ) throws(StoreError) -> RecordedChange {
        try write(at: instant) { db in
            guard try Self.revision(of: place, db) == revision else { throw StoreError.changedMeanwhile }
            let request = ChangeRequest(
                number: try RosterChangeRow.nextNumber(db), place: place, change: change, askedBy: person,
                askedAt: instant, reason: reason, outsiderReason: outsiderReason)
            let row = RosterChangeRow(request)
            try row.insert(db)
            try Ledger.append(.changeAsked(request), at: instant, db)
            if let decision {
                let (verdict, telling) = decision(request.number)
                try Self.store(verdict, of: row, telling, at: instant, db)
            }
            return try row.recorded(db)
        }
    }

    /// Stores what was decided about a change, with everybody who is told of it.
    package func decide(
        _ number: ChangeNumber, _ decision: ChangeDecision, telling: ChangeTelling, expecting revision: RosterRevision
    ) throws(StoreError) -> RecordedChange {
        try write(at: decision.at) { db in
            guard let row = try RosterChangeRow.fetchOne(db, key: number.value) else {
                throw StoreError.unknownChange(number)
            }
            guard try Self.revision(of: row.place, db) == revision else { throw StoreError.changedMeanwhile }
            try Self.store(decision, of: row, telling, at: decision.at, db)
            return try row.recorded(db)
        }
    }

    private static func store(
        _ decision: ChangeDecision, of row: RosterChangeRow, _ telling: ChangeTelling, at instant: Instant,
        _ db: Database
    ) throws {
        let known = try row.recorded(db).decisions
        try RosterDecisionRow(
            change: row.number, ordinal: known.count + 1, verdict: decision.verdict, decision: decision
        ).insert(db)
        try Ledger.append(.changeDecided(row.number, decision), at: instant, db)
        for draft in telling.drafts {
            _ = try raise(draft, policy: telling.policy, board: telling.board, db)
        }
    }

    // MARK: - Rosters in force

    /// The published slots of a place that touch a stretch of time, by the versions in force.
    package func publishedSlots(
        in place: String, during span: Interval, at instant: Instant
    ) throws(StoreError) -> [DutySlot] {
        try read { db in
            let versions = try PublicationRow.all(db).filter { $0.place == place }.inForce(at: instant)
            return try versions.flatMap { version in
                try AssignmentRow.stands(of: version, during: span, db).map(\.slot)
            }
        }
    }

    /// The books in force that touch a stretch of time, as published, each with the others beside it.
    package func booksInForce(
        of place: String, during span: Interval, at instant: Instant
    ) throws(StoreError) -> [RosterBook] {
        try read { db in
            let versions = try PublicationRow.all(db).filter { $0.place == place }.inForce(at: instant)
            return try versions.filter { $0.window.overlaps(span) }.map { try Self.book($0, beside: versions, db) }
        }
    }

    /// A published roster with the assignments of the others that share time with it.
    static func book(_ row: PublicationRow, beside versions: [PublicationRow], _ db: Database) throws -> RosterBook {
        let snapshot = try Snapshot.find(row.id, db)
        let place = try Contacts.fill(snapshot.place, db)
        let others = try versions.filter { $0.id != row.id && $0.window.overlaps(row.window) }.map { other in
            // What the other period demands is proven with it; here only its people count.
            let demands = Period(
                key: other.period, kind: .ordinary, span: .exact(other.window), requires: [], received: nil)
            return Roster(
                period: demands, tables: [],
                assignments: try AssignmentRow.assignments(of: other.id, known: place, db))
        }
        return RosterBook(
            calendar: snapshot.calendar, place: place,
            roster: Roster(
                period: snapshot.period, tables: snapshot.tables,
                assignments: try AssignmentRow.assignments(of: row.id, in: place, db)),
            overlapping: others)
    }
}
