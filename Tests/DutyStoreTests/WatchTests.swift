import Calendars
import DutyStore
import GRDB
import Incidents
import Rosters
import Testing
import Watchkeeping

@Suite("The daily work in the database")
struct WatchTests {
    private let file: TemporaryFile
    private let store: DutyStore
    private let midnight = Examples.instant("2026-10-02T00:00")

    /// 李建国 leads on 1 October, 张卫东 on the 2nd; handovers are watched, nil reports due at 15:00.
    init() throws {
        file = try TemporaryFile()
        store = try file.store()
        var policy = Policy(channels: [.call], contact: ["call"])
        policy.handoverRule = HandoverRule(within: .minutes(15), posts: ["leader"])
        policy.nilReport = NilReportRule(by: [try #require(ClockTime("15:00"))])
        try store.publish(book: Examples.book(), policy: policy, by: "p001", at: Examples.instant("2026-09-30T12:00"))
    }

    private func change() throws -> ChangeOver {
        try #require(try store.handovers(of: "emergency-office", around: midnight).first).change
    }

    /// Does every look up to an instant, each at its own time, and returns what it told, with the time.
    private func looks(upTo end: Instant) throws -> [(at: Instant, subject: MatterSubject)] {
        var told: [(at: Instant, subject: MatterSubject)] = []
        while case .watch(let kind, let place, let at)? = try store.nextDue(.steps), at <= end {
            told += try store.look(kind, in: place, at: at).map { (at, $0.subject) }
        }
        return told
    }

    @Test("a late handover and a missing nil report are found at their own times, each once, and told")
    func looks() throws {
        let told = try looks(upTo: Examples.instant("2026-10-02T12:00"))
        #expect(told.map(\.at) == [Examples.instant("2026-10-01T15:00"), Examples.instant("2026-10-02T00:15")])
        #expect(
            told.first?.subject
                == .nilReportsMissing([
                    NilReportDue(unit: "emergency-office", due: Examples.instant("2026-10-01T15:00"))
                ]))
        guard case .handoverLate(let late)? = told.last?.subject else {
            Issue.record("no late handover: \(told)")
            return
        }
        #expect(late.posts.map(\.change) == [try change()])
        #expect(try store.matters().count == 2)
        #expect(try store.nextDue(.messages) != nil, "somebody is told")
    }

    @Test("after the period nothing is looked for any more")
    func over() throws {
        _ = try looks(upTo: Examples.instant("2026-10-09T00:00"))
        #expect(try store.nextDue(.steps) == nil)
    }

    @Test("two engines look once")
    func once() throws {
        let other = try DutyStore.open(file.path)
        _ = try looks(upTo: Examples.instant("2026-10-01T14:59"))
        let at = Examples.instant("2026-10-01T15:00")
        #expect(try other.look(.nilReport, in: "qinghe", at: at).count == 1)
        #expect(try store.look(.nilReport, in: "qinghe", at: at).isEmpty)
    }

    @Test("both sign in time: nobody is told; each signature and the sheet are in the ledger")
    func signed() throws {
        let change = try change()
        try store.openItem("水位每小时一报", unit: "emergency-office", by: "p001", at: midnight - .minutes(30))
        try store.signHandover(change, by: "p001", notes: "齐全", at: midnight - .minutes(10))
        let done = try store.signHandover(change, by: "p002", at: midnight + .minutes(5))
        #expect(done.state == .done)
        #expect(done.signature(.incoming)?.sheet.items.map(\.text) == ["水位每小时一报"])
        let subjects = try looks(upTo: Examples.instant("2026-10-02T12:00")).map(\.subject)
        #expect(subjects.count == 1, "only the nil report: \(subjects)")
        let kinds = try store.ledger().compactMap { entry in
            if case .watchkeeping(let watch) = entry.record { watch.kind } else { nil }
        }
        #expect(kinds == ["item-opened", "handover-begun", "handover-signed", "handover-signed"])
        #expect(try store.verifyLedger() == .intact(count: try store.ledger().count))
    }

    @Test("the clock is set back between the two signatures: the incoming sign at once, and stand after the outgoing")
    func signedAfterStep() throws {
        let change = try change()
        try store.signHandover(change, by: "p001", at: midnight + .minutes(10))
        #expect(throws: WatchConflict.alreadySigned(change, .outgoing, by: "p001", at: midnight + .minutes(10))) {
            try store.signHandover(change, by: "p001", at: midnight - .minutes(50))
        }
        let done = try store.signHandover(change, by: "p002", at: midnight - .minutes(50))
        #expect(done.state == .done && done.signatures.map(\.side) == [.outgoing, .incoming])
        let signed = try store.ledger().compactMap { entry -> HandoverSide? in
            if case .watchkeeping(.handoverSigned(let signature)) = entry.record { signature.side } else { nil }
        }
        #expect(signed == [.outgoing, .incoming])
    }

    @Test("the second who signs, closes, corrects or reports is told who was first, and nothing changes")
    func second() throws {
        let other = try DutyStore.open(file.path)
        let change = try change()
        let now = midnight
        try store.signHandover(change, by: "p001", at: now)
        let item = try store.openItem("x", unit: "emergency-office", by: "p001", at: now)
        let closing = try store.closeItem(item.number, by: "p001", result: "y", at: now)
        let entry = try store.write(at: now) { log throws(WatchConflict) in
            try log.add("x", unit: "emergency-office", shift: nil, by: "p001", happenedAt: now, at: now)
        }
        let correction = try store.write(at: now) { log throws(WatchConflict) in
            try log.correct(entry.number, "y", by: "p001", at: now)
        }
        let noon = Examples.instant("2026-10-01T12:00")
        func reportNil(_ store: DutyStore) throws -> NilReport {
            try store.reportNil(unit: "emergency-office", at: noon) { books throws(WatchConflict) in
                try books.answer(nil, of: "emergency-office", by: "p001", at: noon)
            }
        }
        let report = try reportNil(store)
        let check = CheckOff(period: "x", unit: "emergency-office", item: .equipment("车"), by: "p001", at: now)
        try store.checkOff([check], at: now)
        let before = try file.everything()
        #expect(throws: WatchConflict.alreadySigned(change, .outgoing, by: "p001", at: now)) {
            try other.signHandover(change, by: "p001", at: now)
        }
        #expect(throws: WatchConflict.itemClosed(closing)) {
            try other.closeItem(item.number, by: "p002", result: "z", at: now)
        }
        #expect(throws: WatchConflict.alreadyCorrected(entry.number, by: correction)) {
            try other.write(at: now) { log throws(WatchConflict) in
                try log.correct(entry.number, "z", by: "p002", at: now)
            }
        }
        #expect(throws: WatchConflict.alreadyReported(report)) { try reportNil(other) }
        #expect(throws: WatchConflict.alreadyReady(check)) { try other.checkOff([check], at: now) }
        #expect(try file.everything() == before)
    }

    @Test("an approved change of the roster brings the next look forward, and its people sign")
    func relieved() throws {
        _ = try looks(upTo: Examples.instant("2026-10-01T12:00"))
        guard case .watch? = try store.nextDue(.steps) else {
            Issue.record("nothing is watched")
            return
        }
        let slot = DutySlot(
            unit: "emergency-office", post: "leader",
            interval: Interval(start: Examples.instant("2026-10-01T00:00"), end: midnight), person: "p001")
        let part = Interval(start: Examples.instant("2026-10-01T18:00"), end: midnight)
        let (_, revision) = try store.approvedChanges(in: "qinghe")
        let noon = Examples.instant("2026-10-01T12:00")
        let board = try store.dutyBoard(at: noon).board
        _ = try store.ask(
            .relief(of: slot, during: part, by: "p002"), in: "qinghe", by: "p001", reason: "x", outsiderReason: nil,
            decision: { _ in
                (
                    ChangeDecision(verdict: .approved, by: "p001", at: noon),
                    ChangeTelling([], policy: Policy(), board: board)
                )
            }, expecting: revision, at: noon)
        let changes = try store.handovers(of: "emergency-office", around: noon).map(\.change.at)
        #expect(changes == [part.start], "at midnight the substitute stays")
        let told = try looks(upTo: Examples.instant("2026-10-02T12:00"))
        #expect(told.map(\.at).contains(part.start + .minutes(15)))
        #expect(!told.map(\.at).contains(midnight + .minutes(15)))
    }

    @Test("a call back that does not come is told when its five minutes are over")
    func callBack() throws {
        let noon = Examples.instant("2026-10-01T12:00")
        let (board, policy) = try store.dutyBoard(at: noon)
        let call = try store.startRollCall(unit: nil, at: noon) { number throws(WatchConflict) in
            try RollCall.start(number: number, on: board, by: "p002")
        }
        for (way, outcome) in [(RollCallWay.landline, CallOutcome.noAnswer), (.mobile, .answered)] {
            _ = try store.recordRollCall(call.number, policy: policy ?? Policy(), board: board) {
                (sheet: RollCallSheet) throws(WatchConflict) -> RollCallTry in
                try sheet.record(
                    way, unit: "emergency-office", post: "leader", outcome: outcome, answeredBy: .onDuty("p001"),
                    by: "p002", at: noon)
            }
        }
        let told = try looks(upTo: noon + .minutes(60))
        #expect(told.map(\.at) == [noon + .minutes(5)])
        guard case .rollCallMissed(let miss)? = told.first?.subject else {
            Issue.record("no miss")
            return
        }
        #expect(miss.result == .noCallBack)
    }

    @Test(
        "wrong states cannot be stored, whatever program writes",
        arguments: [
            "DELETE FROM handover", "UPDATE handover_signature SET person = 'p009'", "DELETE FROM log_entry",
            "UPDATE watch_due SET looked_at = looked_at - 1", "DELETE FROM watch_due",
            """
            INSERT INTO handover_signature (place, unit, post, change_at, side, person, signed_at, body)
            VALUES ('qinghe', 'emergency-office', 'leader', 1, 'outgoing', 'p001', 1, '{}')
            """,
            """
            INSERT INTO handover_signature (place, unit, post, change_at, side, person, signed_at, body)
            SELECT place, unit, post, change_at, 'incoming', 'p001', signed_at, body FROM handover_signature
            """,
            """
            INSERT INTO handover (place, unit, post, change_at, begun_at, body)
            SELECT place, unit, post, 1, begun_at, body FROM handover;
            INSERT INTO handover_signature (place, unit, post, change_at, side, person, signed_at, body)
            SELECT place, unit, post, 1, 'incoming', 'p002', signed_at, body FROM handover_signature
            """,
            "INSERT INTO log_entry (number, place, unit, happened_at, written_at, body) VALUES (9, 'a', 'b', 2, 1, '{}')",
            """
            INSERT INTO log_entry (number, place, unit, happened_at, written_at, corrects, body)
            VALUES (9, 'a', 'b', 1, 1, 7, '{}')
            """,
            """
            INSERT INTO check_off (place, period, unit, item, ordinal, is_ready, body)
            VALUES ('a', 'b', 'c', 'd', 2, 1, '{}')
            """,
            "INSERT INTO roll_call_try (call, unit, post, way, tried_at, body) VALUES (1, 'a', 'b', 'landline', 1, '{}')",
        ])
    func constraints(sql: String) throws {
        try store.signHandover(try change(), by: "p001", at: midnight)
        _ = try store.write(at: midnight) { log throws(WatchConflict) in
            try log.add("x", unit: "emergency-office", shift: nil, by: "p001", happenedAt: midnight, at: midnight)
        }
        let before = try file.everything()
        let queue = try file.raw()
        #expect(throws: (any Error).self) {
            try queue.write { db in
                try db.execute(sql: "PRAGMA foreign_keys = ON")
                try db.execute(sql: sql)
            }
        }
        #expect(try file.everything() == before)
    }

    @Test("a test of a person's number is kept without the number")
    func tested() throws {
        try store.record(
            ContactTest(person: "p001", outcome: .answered, by: "p002", at: midnight), place: "qinghe")
        #expect(try store.contactTests(place: "qinghe").map(\.person) == ["p001"])
        let bodies = try file.raw().read { db in try String.fetchAll(db, sql: "SELECT body FROM ledger") }
        #expect(!bodies.contains { $0.contains("13900000001") })
    }
}
