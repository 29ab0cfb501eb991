package import Calendars
import GRDB
package import Incidents
package import Rosters
package import Watchkeeping

extension DutyStore {
    /// Starts a spot check, as a pure decision makes it with its number.
    package func startRollCall(
        unit: UnitID?, at now: Instant, _ decide: (_ number: Int) throws(WatchConflict) -> RollCall
    ) throws -> RollCall {
        try writeDeciding(at: now) { db in
            let call = try decide(try WatchRecord.nextNumber(in: "roll_call", db))
            try WatchRecord.insert(
                call, into: "roll_call",
                [
                    ("number", call.number), ("place", try Self.placeKey(of: unit ?? call.posts.first?.unit, db)),
                    ("started_at", call.startedAt.seconds),
                ], db)
            try Ledger.append(.watchkeeping(.rollCallStarted(call)), at: now, db)
            return call
        }
    }

    /// Takes a try of a spot check down and tells of the miss that it makes known.
    ///
    /// Where a call back is awaited, the engine looks when its time is up.
    package func recordRollCall(
        _ number: Int, policy: Policy, board: DutyBoard,
        _ decide: (RollCallSheet) throws(WatchConflict) -> RollCallTry
    ) throws -> RollCallSheet {
        try writeDeciding(at: board.at) { db in
            let place = try String.fetchOne(
                db, sql: "SELECT place FROM roll_call WHERE number = ?", arguments: [number])
            guard let place, let sheet = try Self.sheets("number = ?", [number], db).first else {
                throw WatchConflict.unknownRollCall(number)
            }
            let attempt = try decide(sheet)
            try WatchRecord.insert(
                attempt, into: "roll_call_try",
                [
                    ("call", number), ("unit", attempt.unit.text), ("post", attempt.post.text),
                    ("way", attempt.way.rawValue), ("tried_at", attempt.at.seconds),
                ], db)
            try Ledger.append(.watchkeeping(.rollCallTried(attempt)), at: attempt.at, db)
            let after = RollCallSheet(call: sheet.call, tries: sheet.tries + [attempt])
            if let miss = sheet.miss(after: attempt) {
                try Self.raise(.missed(miss, in: board.place), policy: policy, board: board, db)
            }
            if attempt.way == .mobile, let post = after.call.post(unit: attempt.unit, attempt.post),
                let due = after.callBackDue(post)
            {
                try WatchRow.look(at: due, for: .rollCall, in: place, from: attempt.at, db)
            }
            return after
        }
    }

    /// By number.
    package func rollCalls() throws(StoreError) -> [RollCallSheet] {
        try read { db in try Self.sheets("TRUE", [], db) }
    }

    package func rollCall(_ number: Int) throws(StoreError) -> RollCallSheet? {
        try read { db in try Self.sheets("number = ?", [number], db).first }
    }

    /// The spot checks of a place that a call back may still be missing from.
    static func openSheets(in place: String, since instant: Instant, _ db: Database) throws -> [RollCallSheet] {
        try sheets(
            "place = ? AND number IN (SELECT call FROM roll_call_try WHERE tried_at >= ?)", [place, instant.seconds], db
        )
    }

    private static func sheets(_ condition: String, _ arguments: StatementArguments, _ db: Database) throws
        -> [RollCallSheet]
    {
        let calls: [RollCall] = try WatchRecord.all(
            "SELECT body FROM roll_call WHERE \(condition) ORDER BY number", arguments, db)
        return try calls.map { call in
            RollCallSheet(
                call: call,
                tries: try WatchRecord.all(
                    "SELECT body FROM roll_call_try WHERE call = ? ORDER BY ordinal", [call.number], db))
        }
    }
}
