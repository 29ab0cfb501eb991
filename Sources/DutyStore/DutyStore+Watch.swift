package import Calendars
import GRDB
package import Incidents
import Rosters
package import Watchkeeping

/// What a look at the daily work found, and when the next one is due.
private struct Look {
    var drafts: [MatterDraft] = []
    var next: Instant?
}

extension DutyStore {
    /// Looks whether something of a place's daily work is overdue, tells of it, and sets the time of the next look.
    ///
    /// All of it is one transaction: of two engines one looks. Nothing when it is not due any more.
    @discardableResult
    package func look(_ kind: WatchKind, in place: String, at now: Instant) throws(StoreError) -> [Matter] {
        try write(at: now) { db in
            guard let row = try WatchRow.find(place, kind, db), let due = row.dueAt, due <= now else { return [] }
            let reach = max(Self.watchReach, (now - row.lookedAt) + Self.watchReach)
            let (board, policy) = try watchBoard(at: now, place: place, reach: reach, db)
            let look = try look(row, board: board, policy: policy ?? Policy(), db)
            let matters = try look.drafts.map { try Self.raise($0, policy: policy ?? Policy(), board: board, db) }
            try WatchRow(place: place, kind: kind, lookedAt: max(now, row.lookedAt), dueAt: look.next).update(db)
            return matters
        }
    }

    private func look(_ row: WatchRow, board: DutyBoard, policy: Policy, _ db: Database) throws -> Look {
        switch row.kind {
        case .handover: try Self.handovers(row, board: board, policy: policy, db)
        case .nilReport: try nilReports(row, board: board, policy: policy, db)
        case .rollCall: try Self.rollCalls(row, board: board, db)
        }
    }

    /// The changes of shift whose time to sign has run out since the last look.
    private static func handovers(_ row: WatchRow, board: DutyBoard, policy: Policy, _ db: Database) throws -> Look {
        guard let rule = policy.handoverRule else { return Look() }
        let second = Duration.seconds(1)
        func times(_ interval: Interval) -> [Instant] {
            board.changeTimes(within: interval) { rule.watches($1, in: board.place) }
        }
        let due = Interval(start: row.lookedAt - rule.within + second, end: board.at - rule.within + second)
        var look = Look()
        for time in times(due) {
            let handovers = try board.changeOvers(at: time).map { try handover($0, db) }
            look.drafts += rule.late(handovers, in: board.place).map { .late($0) }
        }
        let ahead = Interval(start: due.end, end: board.at + watchReach)
        look.next = try times(ahead).first.map { $0 + rule.within } ?? nextWindow(row.place, after: board.at, db)
        return look
    }

    /// While a period goes on without a change in sight, twice a day; before it, when it begins; nil after all.
    private static func nextWindow(_ place: String, after now: Instant, _ db: Database) throws -> Instant? {
        try PublicationRow.all(db).filter { $0.place == place }.inForce(at: now).filter { $0.endsAt > now }
            .map { max($0.startsAt, now + .minutes(12 * 60)) }.min()
    }

    private func nilReports(_ row: WatchRow, board: DutyBoard, policy: Policy, _ db: Database) throws -> Look {
        let books = try nilReportBooks(place: row.place, endingAfter: row.lookedAt, at: board.at, db)
        var look = Look(next: books.compactMap { $0.next(after: board.at) }.min())
        var known: Set<NilReportDue> = []
        for book in books {
            let missing = book.missing(after: row.lookedAt, upTo: board.at).filter { known.insert($0).inserted }
            look.drafts += MatterDraft.missing(missing, rule: book.rule, in: board.place)
        }
        return look
    }

    private static func rollCalls(_ row: WatchRow, board: DutyBoard, _ db: Database) throws -> Look {
        let now = board.at
        let sheets = try openSheets(in: row.place, since: row.lookedAt - RollCallSheet.callBackWithin, db)
        let dues = sheets.flatMap { sheet in sheet.call.posts.compactMap(sheet.callBackDue) }
        return Look(
            drafts: sheets.flatMap { $0.missedCallBacks(after: row.lookedAt, upTo: now) }
                .map { .missed($0, in: board.place) },
            next: dues.filter { $0 > now }.min())
    }
}
