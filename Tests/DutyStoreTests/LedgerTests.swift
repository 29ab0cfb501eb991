import Calendars
import GRDB
import Incidents
import Testing

@testable import DutyStore

@Suite("The ledger")
struct LedgerTests {
    /// A drill whose ledger has four entries.
    private func drill() throws -> (TemporaryFile, DutyStore) {
        let file = try TemporaryFile()
        let store = try DutyStore.createDrill(file.path, name: "演练", at: Examples.noon)
        for minutes in 1...3 { try store.moveDrillClock(to: Examples.noon + .minutes(minutes)) }
        return (file, store)
    }

    private func withoutTriggers(_ file: TemporaryFile, _ sql: String) throws {
        try file.tamper("DROP TRIGGER ledger_unchanged; DROP TRIGGER ledger_kept; " + sql)
    }

    /// Rewrites the hashes from an entry on, as somebody would who knows the rule.
    private func rehash(_ file: TemporaryFile, from first: Int) throws {
        try file.raw().write { db in
            var previous = try String.fetchOne(db, sql: "SELECT hash FROM ledger WHERE seq = ?", arguments: [first - 1])
            for row in try LedgerRow.fetchAll(db, sql: "SELECT * FROM ledger WHERE seq >= \(first) ORDER BY seq") {
                let hash = Ledger.hash(
                    after: previous ?? Ledger.genesis, seq: row.seq, at: row.at, incident: row.incident, body: row.body)
                try db.execute(
                    sql: "UPDATE ledger SET prev_hash = ?, hash = ? WHERE seq = ?",
                    arguments: [previous ?? Ledger.genesis, hash, row.seq])
                previous = hash
            }
        }
    }

    @Test("nobody touched it: intact, also against a checkpoint of any length")
    func intact() throws {
        let file = try TemporaryFile()
        let store = try DutyStore.createDrill(file.path, name: "演练", at: Examples.noon)
        var checkpoints = [try store.checkpoint(at: Examples.noon)]
        for minutes in 1...3 {
            try store.moveDrillClock(to: Examples.noon + .minutes(minutes))
            checkpoints.append(try store.checkpoint(at: Examples.noon))
        }
        #expect(try store.verifyLedger() == .intact(count: 4))
        for checkpoint in checkpoints { #expect(try store.verifyLedger(against: checkpoint) == .intact(count: 4)) }
        let empty = try TemporaryFile().store()
        #expect(try empty.verifyLedger(against: try empty.checkpoint(at: Examples.noon)) == .intact(count: 0))
    }

    @Test("the first entry that was edited is named", arguments: 1...4)
    func edited(sequence: Int) throws {
        let (file, store) = try drill()
        try withoutTriggers(file, "UPDATE ledger SET body = replace(body, ':', ': ') WHERE seq >= \(sequence)")
        #expect(try store.verifyLedger() == .broken(sequence: sequence, .hashMismatch))
    }

    @Test("every column of an entry is held by its hash", arguments: ["at = at + 1", "incident = '2026-0001'"])
    func columns(assignment: String) throws {
        let (file, store) = try drill()
        try withoutTriggers(file, "UPDATE ledger SET \(assignment) WHERE seq = 3")
        #expect(try store.verifyLedger() == .broken(sequence: 3, .hashMismatch))
    }

    @Test("an edited kind makes the entry unreadable")
    func kind() throws {
        let (file, store) = try drill()
        try withoutTriggers(file, "UPDATE ledger SET kind = 'closed' WHERE seq = 3")
        #expect(try store.verifyLedger() == .broken(sequence: 3, .unreadable))
    }

    @Test("an entry that was taken out, and one that hangs on another, are named")
    func removed() throws {
        let (file, store) = try drill()
        try withoutTriggers(file, "DELETE FROM ledger WHERE seq = 2")
        #expect(try store.verifyLedger() == .broken(sequence: 2, .missingEntry))

        let (other, otherStore) = try drill()
        try withoutTriggers(other, "UPDATE ledger SET prev_hash = printf('%064d', 1) WHERE seq = 3")
        #expect(try otherStore.verifyLedger() == .broken(sequence: 3, .wrongPredecessor))
    }

    @Test("words that are no record are unreadable even with a right hash")
    func unreadable() throws {
        let (file, store) = try drill()
        try withoutTriggers(file, #"UPDATE ledger SET body = '{"nonsense":{}}' WHERE seq = 4"#)
        try rehash(file, from: 4)
        #expect(try store.verifyLedger() == .broken(sequence: 4, .unreadable))
        #expect(throws: StoreError.corrupt(detail: "ledger entry 4")) { try store.ledger() }
    }

    @Test("a tail that was cut off shows only against a checkpoint")
    func truncated() throws {
        let (file, store) = try drill()
        let checkpoint = try store.checkpoint(at: Examples.noon)
        try withoutTriggers(file, "DELETE FROM ledger WHERE seq > 2")
        #expect(try store.verifyLedger() == .intact(count: 2))
        #expect(try store.verifyLedger(against: checkpoint) == .truncated(expected: 4, found: 2))
    }

    @Test("a tail that was rewritten shows only against a checkpoint")
    func rewritten() throws {
        let (file, store) = try drill()
        let checkpoint = try store.checkpoint(at: Examples.noon)
        try withoutTriggers(file, "UPDATE ledger SET at = at + 60 WHERE seq = 3")
        try rehash(file, from: 3)
        #expect(try store.verifyLedger() == .intact(count: 4))
        let found = try store.checkpoint(at: Examples.noon).hash
        #expect(
            try store.verifyLedger(against: checkpoint)
                == .checkpointMismatch(sequence: 4, expected: checkpoint.hash, found: found))
    }

    @Test("a checkpoint is one line that can be read back")
    func checkpointLine() throws {
        let checkpoint = Checkpoint(count: 12, hash: String(repeating: "0af9", count: 16), at: Examples.noon)
        let line = "duty-checkpoint 1 12 \(checkpoint.hash) 2026-10-01T12:00:00+08:00"
        #expect(checkpoint.description == line)
        #expect(Checkpoint(line) == checkpoint)
        #expect(Checkpoint(" " + line + "\n") == checkpoint)
        for wrong in ["", "duty-checkpoint 2 12 \(checkpoint.hash) 2026-10-01T12:00:00+08:00", line.uppercased()] {
            #expect(Checkpoint(wrong) == nil)
        }
    }
}
