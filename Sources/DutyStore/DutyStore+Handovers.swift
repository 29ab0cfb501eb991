package import Calendars
import GRDB
import Incidents
package import Rosters
package import Watchkeeping

extension DutyStore {
    /// A unit's changes of shift from a day before an instant to a day after it, with who signed what.
    package func handovers(of unit: UnitID, post: PostKey? = nil, around instant: Instant) throws(StoreError)
        -> [Handover]
    {
        let board = try watchBoard(at: instant, unit: unit).board
        let day = Duration.minutes(24 * 60)
        // A shift of a day ends just then.
        let changes = board.changeOvers(
            unit: unit, post: post, within: Interval(start: instant - day, end: instant + day + .seconds(1)))
        return try read { db in try changes.map { try Self.handover($0, db) } }
    }

    /// The same for every unit of a place.
    package func handovers(in place: String, around instant: Instant) throws(StoreError) -> [Handover] {
        let board = try watchBoard(at: instant, place: place).board
        let day = Duration.minutes(24 * 60)
        let times = board.changeTimes(within: Interval(start: instant - day, end: instant + day)) { _, _ in true }
        return try read { db in try times.flatMap { board.changeOvers(at: $0) }.map { try Self.handover($0, db) } }
    }

    /// What would be handed over in a unit now; what is missing is what the sheets before a change of shift left so.
    package func handoverSheet(of unit: UnitID, before change: Instant? = nil) throws(StoreError) -> HandoverSheet {
        try read { db in try Self.sheet(of: unit, before: change, db) }
    }

    /// Opens a handover; the second who does so is refused.
    @discardableResult
    package func beginHandover(_ change: ChangeOver, by person: PersonID, at now: Instant) throws -> Handover {
        try writeDeciding(at: now) { db in
            let beginning = try Self.handover(change, db).begin(by: person, at: now)
            try Self.insert(beginning, db)
            return try Self.handover(change, db)
        }
    }

    /// Signs a handover for one side, and opens it first where nobody has; the second of a side is refused.
    ///
    /// `items` are left open for the next shifts, on the sheet that is signed.
    @discardableResult
    package func signHandover(
        _ change: ChangeOver, by person: PersonID, as side: HandoverSide? = nil, notes: String? = nil,
        missing: [String] = [], items: [String] = [], at now: Instant
    ) throws -> Handover {
        try writeDeciding(at: now) { db in
            let handover = try Self.handover(change, db)
            for item in items { try Self.openItem(item, unit: change.unit, by: person, at: now, db) }
            let signature = try handover.sign(
                by: person, as: side, sheet: Self.sheet(of: change.unit, before: change.at, db), notes: notes,
                missing: missing, at: now)
            if handover.beginning == nil {
                try Self.insert(HandoverBeginning(change: change, by: person, at: now), db)
            }
            try WatchRecord.insert(
                signature, into: "handover_signature",
                try Self.key(change, db) + [
                    ("side", signature.side.rawValue), ("person", person.text), ("signed_at", now.seconds),
                ], db)
            try Ledger.append(.watchkeeping(.handoverSigned(signature)), at: now, db)
            return try Self.handover(change, db)
        }
    }

    private static func insert(_ beginning: HandoverBeginning, _ db: Database) throws {
        try WatchRecord.insert(
            beginning, into: "handover", try key(beginning.change, db) + [("begun_at", beginning.at.seconds)], db)
        try Ledger.append(.watchkeeping(.handoverBegun(beginning)), at: beginning.at, db)
    }

    /// A change of shift with what is recorded of it.
    static func handover(_ change: ChangeOver, _ db: Database) throws -> Handover {
        let key = "place = ? AND unit = ? AND post = ? AND change_at = ?"
        let arguments: StatementArguments = [
            try placeKey(of: change.unit, db), change.unit.text, change.post.text, change.at.seconds,
        ]
        let beginning: [HandoverBeginning] = try WatchRecord.all(
            "SELECT body FROM handover WHERE \(key)", arguments, db)
        let signatures: [HandoverSignature] = try WatchRecord.all(
            "SELECT body FROM handover_signature WHERE \(key) ORDER BY side = 'incoming'", arguments, db)
        return Handover(
            change: beginning.first?.change ?? change, beginning: beginning.first, signatures: signatures)
    }

    private static func key(_ change: ChangeOver, _ db: Database) throws -> [WatchRecord.Column] {
        [
            ("place", try placeKey(of: change.unit, db)), ("unit", change.unit.text), ("post", change.post.text),
            ("change_at", change.at.seconds),
        ]
    }

    /// Keys and equipment that a unit's earlier sheets left missing; those before the last full count are not read.
    private static func missing(of unit: UnitID, before change: Instant?, _ db: Database) throws -> [MissingThing] {
        let sheets = "handover_signature WHERE place = ? AND unit = ? AND change_at < ?"
        let end = change?.seconds ?? Int64.max
        let scope: StatementArguments = [try placeKey(of: unit, db), unit.text, end]
        let counted = try Int64.fetchOne(
            db,
            sql: """
                SELECT max(change_at) FROM (SELECT change_at FROM \(sheets) GROUP BY change_at
                    HAVING max(side = 'incoming') = 1 AND sum(json_array_length(body, '$.missing')) = 0)
                """, arguments: scope)
        let signatures: [HandoverSignature] = try WatchRecord.all(
            "SELECT body FROM \(sheets) AND change_at > ?", scope + [counted ?? Int64.min], db)
        return signatures.missingThings()
    }

    /// Open incidents of the unit with their clocks and tasks, its open items, its keys and equipment.
    private static func sheet(of unit: UnitID, before change: Instant?, _ db: Database) throws -> HandoverSheet {
        // What cannot be read may be anybody's, and must not keep a shift from ending.
        let list = try IncidentList(
            """
            SELECT * FROM incident WHERE CASE WHEN json_valid(facts) THEN json_extract(facts, '$.unit') = ? ELSE 1 END
            ORDER BY year, sequence
            """, [unit.text], db)
        let readiness = try PublicationRow.newest(holding: unit, db).flatMap { row -> UnitReadiness? in
            if let row = try PlaceUnitRow.find(id: unit, in: row.id, db) { return row.body.unit.readiness }
            let place = try Snapshot.find(row.id, db).place
            return place.unit(unit).map { place[$0].readiness }
        }
        let things = (readiness?.keys ?? []) + (readiness?.equipment ?? [])
        return HandoverSheet(
            work: list.unreadable.map { PendingWork(kind: .unreadable, incident: $0, text: "") }
                + list.readable.flatMap(\.pendingWork), items: try openItems(of: unit, db),
            things: things,
            missing: try missing(of: unit, before: change, db).filter { things.contains($0.thing) })
    }
}
