import Calendars
import GRDB
import Incidents
import Rosters
import Testing
import Watchkeeping

@testable import DutyStore

@Suite("A spot check in the database")
struct RollCallTests {
    private let file: TemporaryFile
    private let noon = Examples.instant("2026-10-01T12:00")

    init() throws {
        file = try TemporaryFile()
        let policy = Policy(channels: [.call], contact: ["call"])
        try file.store().publish(
            book: Examples.book(), policy: policy, by: "p001", at: Examples.instant("2026-09-30T12:00"))
    }

    /// Starts a check of the one post, as of a unit that has a landline or none.
    private func start(hasLandline: Bool, in store: DutyStore) throws -> RollCall {
        try store.startRollCall(unit: nil, at: noon) { number throws(WatchConflict) in
            RollCall(
                number: number, startedAt: noon, by: "p002",
                posts: [
                    CalledPost(unit: "emergency-office", post: "leader", people: ["p001"], hasLandline: hasLandline)
                ], draw: nil)
        }
    }

    private func record(
        _ way: RollCallWay, _ outcome: CallOutcome, of call: RollCall, in store: DutyStore
    ) throws -> RollCallSheet {
        let (board, policy) = try store.dutyBoard(at: noon)
        return try store.recordRollCall(call.number, policy: policy ?? Policy(), board: board) {
            (sheet: RollCallSheet) throws(WatchConflict) -> RollCallTry in
            try sheet.record(
                way, unit: "emergency-office", post: "leader", outcome: outcome, answeredBy: .onDuty("p001"),
                by: "p002", at: noon)
        }
    }

    @Test("where the unit has no landline the mobile is tried first, and the call back after it")
    func noLandline() throws {
        let store = try file.store()
        let call = try start(hasLandline: false, in: store)
        #expect(throws: WatchConflict.wayTooSoon(.callBack, needs: .mobile)) {
            try record(.callBack, .answered, of: call, in: store)
        }
        _ = try record(.mobile, .answered, of: call, in: store)
        let sheet = try record(.callBack, .answered, of: call, in: store)
        #expect(sheet.tries.map(\.way) == [.mobile, .callBack])
        #expect(sheet.result(call.posts[0], at: noon) == .present("p001"))
    }

    @Test(
        "ways out of their order cannot be stored, whatever program writes",
        arguments: [
            (true, "mobile"), (true, "call-back"), (false, "call-back"),
        ])
    func order(hasLandline: Bool, way: String) throws {
        _ = try start(hasLandline: hasLandline, in: try file.store())
        let insert = """
            INSERT INTO roll_call_try (call, unit, post, way, tried_at, body)
            VALUES (1, 'emergency-office', 'leader', '\(way)', 1, '{"outcome":"answered"}')
            """
        #expect(throws: DatabaseError.self) { try file.tamper(insert) }
    }

    @Test("a call back after a mobile that nobody answered, and a landline after it, cannot be stored")
    func settled() throws {
        let store = try file.store()
        _ = try record(.mobile, .noAnswer, of: try start(hasLandline: false, in: store), in: store)
        for way in ["call-back", "landline"] {
            let insert = """
                INSERT INTO roll_call_try (call, unit, post, way, tried_at, body)
                VALUES (1, 'emergency-office', 'leader', '\(way)', 1, '{"outcome":"answered"}')
                """
            #expect(throws: DatabaseError.self) { try file.tamper(insert) }
        }
    }

    @Test("a database of the third schema, which refused the mobile there, takes it once it is opened")
    func third() throws {
        let call = try start(hasLandline: false, in: try file.store())
        try file.tamper(
            """
            DROP TRIGGER roll_call_try_order;
            CREATE TRIGGER roll_call_try_order BEFORE INSERT ON roll_call_try
            WHEN NEW.way <> 'landline' AND NOT EXISTS (
                SELECT 1 FROM roll_call_try WHERE call = NEW.call AND unit = NEW.unit AND post = NEW.post
                    AND way = CASE NEW.way WHEN 'mobile' THEN 'landline' ELSE 'mobile' END)
            BEGIN SELECT RAISE(ABORT, 'landline, then mobile, then call back'); END;
            PRAGMA user_version = 3;
            """)
        let before = try file.everything()
        let store = try file.store()
        #expect(try file.everything() == before, "the rows stay as they are")
        #expect(try file.raw().read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") } == Schema.version)
        _ = try record(.mobile, .answered, of: call, in: store)
        #expect(try store.rollCall(call.number)?.tries.map(\.way) == [.mobile])
    }
}
