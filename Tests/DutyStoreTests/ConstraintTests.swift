import DutyStore
import GRDB
import Incidents
import Testing

@Suite("Wrong states cannot be stored")
struct ConstraintTests {
    static let incidents = [
        "next_step_at = NULL",
        "phase = 'closed'",
        "phase = 'acknowledged'",
        "phase = 'lost', next_step_at = NULL",
        "round = 0",
        "steps_done = -1",
        "is_unreachable = 2",
        "is_unroutable = NULL",
        "number = '2026-9999'",
        "number = ''",
        "sequence = 0, number = '2026-0000'",
        "facts = 'no json'",
        "told = 'no json'",
        "round = 'one'",
        "wake_at = NULL",
        "wake_at = next_step_at + 1",
        "phase = 'acknowledged', next_step_at = NULL, wake_at = NULL",
        "clocks = 'no json'",
        "tasks = 'no json'",
        "notices = 'no json'",
        "earlier = 'no json'",
        "merged = 'no json'",
        "first_round = 0",
        "is_widened = 2",
        "is_asked_again = 2",
        "follow_ups = -1",
        "has_final_report = 2",
        "merged_into = '2026-0009'",
        "policy = printf('%064d', 0)",
    ]

    static let messages = [
        "state = 'accepted', next_try_at = NULL",
        "state = 'pending', next_try_at = NULL",
        "state = 'retrying', next_try_at = NULL",
        "state = 'failed'",
        "state = 'sent'",
        "state = 'sending'",
        "state = 'sending', next_try_at = NULL, lease_until = 1, attempts = 1",
        "state = 'sending', next_try_at = NULL, lease_owner = 'x', attempts = 1",
        "state = 'sending', next_try_at = NULL, lease_until = 1, lease_owner = 'x', attempts = 0",
        "state = 'sending', lease_until = 1, lease_owner = 'x', attempts = 1",
        "lease_until = 1, lease_owner = 'x'",
        "accepted_at = 1",
        "id = ''",
        "recipient = ''",
        "channel = ''",
        "round = 0",
        "step = 0",
        "attempts = -1",
        "incident = '2026-0002'",
        "target = 'no json'",
        "subject = ''",
        "subject = 'clock-1-warning'",
        "notice = '{}'",
    ]

    @Test("an incident", arguments: incidents)
    func incident(assignment: String) throws {
        let file = try TemporaryFile()
        _ = try file.store().record(Examples.intake(), at: Examples.noon)
        try refuses("UPDATE incident SET \(assignment)", in: file)
    }

    @Test("a message", arguments: messages)
    func message(assignment: String) throws {
        let file = try TemporaryFile()
        _ = try file.store().reportAndTell()
        try refuses("UPDATE message SET \(assignment)", in: file)
    }

    @Test(
        "the other tables",
        arguments: [
            "INSERT INTO ledger VALUES (0, 1, NULL, 'x', '{}', printf('%064d', 0), printf('%064d', 0))",
            "INSERT INTO ledger VALUES (9, 1, NULL, '', '{}', printf('%064d', 0), printf('%064d', 0))",
            "INSERT INTO ledger VALUES (9, 1, NULL, 'x', 'no json', printf('%064d', 0), printf('%064d', 0))",
            "INSERT INTO ledger VALUES (9, 1, NULL, 'x', '{}', '', printf('%064d', 0))",
            "INSERT INTO engine (id, seen_at) VALUES ('', 1)",
            "INSERT INTO caller VALUES ('2026-0009', 0, 'x', 'x')",
            "INSERT INTO contact VALUES ('qinghe', 'p009', 9, '', '')",
            "INSERT INTO publication_unit VALUES ('x', 9)",
            "INSERT INTO assignment SELECT NULL, publication, unit, post, person, 5, 5, 1, 0, 0 FROM assignment",
            "INSERT INTO assignment SELECT NULL, 9, unit, post, person, 5, 6, 1, 0, 0 FROM assignment",
            "INSERT INTO assignment SELECT NULL, publication, unit, post, '', 5, 6, 1, 0, 0 FROM assignment",
        ])
    func others(sql: String) throws {
        let file = try TemporaryFile()
        try file.store().publish(book: Examples.book(), policy: Examples.policy, by: nil, at: Examples.noon)
        try refuses(sql, in: file)
    }

    @Test("one message per incident, round, step, recipient and channel")
    func uniqueMessage() throws {
        let file = try TemporaryFile()
        _ = try file.store().reportAndTell()
        let columns = """
            incident, subject, round, step, recipient, channel, target, definition, created_at, answer_by, state, attempts, \
            next_try_at
            """
        try refuses("INSERT INTO message (id, \(columns)) SELECT 'other', \(columns) FROM message", in: file)
    }

    @Test(
        "what happened stays",
        arguments: [
            "UPDATE ledger SET body = '{}'", "DELETE FROM ledger", "DELETE FROM incident", "DELETE FROM message",
            "UPDATE publication SET period = 'x'", "DELETE FROM publication", "UPDATE assignment SET person = 'x'",
            "DELETE FROM assignment", "UPDATE policy SET body = '{}'", "DELETE FROM policy",
            "UPDATE publication_unit SET unit = 'x'", "DELETE FROM publication_unit",
            "DELETE FROM machine_clock", "INSERT INTO machine_clock (id) VALUES (2)",
        ])
    func unchangeable(sql: String) throws {
        let file = try TemporaryFile()
        let store = try file.store()
        try store.publish(book: Examples.book(), policy: Examples.policy, by: nil, at: Examples.noon)
        _ = try store.reportAndTell()
        try refuses(sql, in: file)
    }

    private func refuses(_ sql: String, in file: TemporaryFile) throws {
        let before = try file.everything()
        #expect {
            try file.tamper(sql)
        } throws: { error in
            (error as? DatabaseError)?.resultCode == .SQLITE_CONSTRAINT
        }
        #expect(try file.everything() == before)
    }
}
